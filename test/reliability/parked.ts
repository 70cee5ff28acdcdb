import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import type { Doors } from '#test/province/doors.ts';
import type { Service } from './one-cloud.ts';

const ROUTES = { beneficiary: BENEFICIARY_ROUTES, capital: CAPITAL_ROUTES, lending: LENDING_ROUTES };

export type Parked = ResponseOf<typeof CAPITAL_ROUTES.listParkedEvents>['items'][number];

/** All that waits in a service, as its administrators see it. */
export async function parkedEvents(doors: Doors, service: Service): Promise<Parked[]> {
  const all: Parked[] = [];
  let next: string | null = null;
  do {
    const page: { items: Parked[]; next: string | null } = await doors
      .as('administrator')
      .call(ROUTES[service].listParkedEvents, { query: next === null ? {} : { cursor: next } });
    all.push(...page.items);
    next = page.next;
  } while (next !== null);
  return all;
}

/** Sends a parked event round again. */
export async function redrive(
  doors: Doors,
  service: Service,
  { eventId, consumer, parkedAt }: Parked,
): Promise<string | undefined> {
  const answer = await doors.as('administrator').call(ROUTES[service].redriveParkedEvent, {
    params: { eventId },
    body: { consumer },
    idempotencyKey: `redrive-${Date.parse(parkedAt).toString()}-${eventId}`.slice(0, 64).replaceAll('#', '-'),
  });
  return answer.status;
}
