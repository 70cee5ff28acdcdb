import { BENEFICIARY_EVENTS } from '#shared/contracts/beneficiary/events.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_EVENTS } from '#shared/contracts/capital/events.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { EventType } from '#shared/contracts/event.ts';
import { LENDING_EVENTS } from '#shared/contracts/lending/events.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { Route } from '#shared/contracts/route.ts';

/** Every route of the API, in the order a reader meets them. */
export const PUBLISHED_ROUTES: readonly Route[] = [
  BENEFICIARY_ROUTES,
  CAPITAL_ROUTES,
  LENDING_ROUTES,
].flatMap((routes) => Object.values<Route>(routes));

/** Every event on the bus. */
export const PUBLISHED_EVENTS: readonly EventType[] = [
  ...BENEFICIARY_EVENTS,
  ...CAPITAL_EVENTS,
  ...LENDING_EVENTS,
];
