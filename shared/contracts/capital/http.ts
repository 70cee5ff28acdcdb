import { CONTRACT_ROUTES } from '#shared/contracts/capital/contracts/routes.ts';
import { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import { FIGURES_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import { OPENING_ROUTES } from '#shared/contracts/capital/opening/routes.ts';
import { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota/request-routes.ts';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import { RESERVATION_ROUTES } from '#shared/contracts/capital/reservations/routes.ts';
import { FILE_ROUTES } from '#shared/contracts/capital/sheets/routes.ts';
import { SOURCE_ROUTES } from '#shared/contracts/capital/sources/routes.ts';
import { SPLIT_ROUTES } from '#shared/contracts/capital/split/routes.ts';

/** Routes of the capital service by the function that answers them. */
export const CAPITAL_ROUTE_GROUPS = {
  sources: SOURCE_ROUTES,
  contracts: { ...CONTRACT_ROUTES, ...SPLIT_ROUTES },
  funds: FUND_ROUTES,
  figures: FIGURES_ROUTES,
  reservations: RESERVATION_ROUTES,
  files: FILE_ROUTES,
  quotas: { ...QUOTA_ROUTES, ...QUOTA_REQUEST_ROUTES, ...OPENING_ROUTES },
};

/** Every route of the capital service. */
export const CAPITAL_ROUTES = {
  ...SOURCE_ROUTES,
  ...CONTRACT_ROUTES,
  ...FUND_ROUTES,
  ...FIGURES_ROUTES,
  ...RESERVATION_ROUTES,
  ...QUOTA_ROUTES,
  ...SPLIT_ROUTES,
  ...QUOTA_REQUEST_ROUTES,
  ...OPENING_ROUTES,
  ...FILE_ROUTES,
};
