import { LEDGER_ROUTES } from '#shared/contracts/capital/ledger/routes.ts';
import { CONTRACT_ROUTES } from '#shared/contracts/capital/contracts/routes.ts';
import { SOURCE_ROUTES } from '#shared/contracts/capital/sources/routes.ts';
import { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import { RESERVATION_ROUTES } from '#shared/contracts/capital/reservations/routes.ts';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota/request-routes.ts';
import { QUOTA_FILE_ROUTES } from '#shared/contracts/capital/quota/file-routes.ts';
import { OPENING_ROUTES } from '#shared/contracts/capital/opening/routes.ts';
import { OPENING_FILE_ROUTES } from '#shared/contracts/capital/opening/file-routes.ts';
import { SPLIT_ROUTES } from '#shared/contracts/capital/split/routes.ts';
import { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import { FORECAST_ROUTES } from '#shared/contracts/capital/forecast/routes.ts';
import { TRACE_ROUTES } from '#shared/contracts/capital/trace/routes.ts';
import { operationsRoutes } from '#shared/contracts/operations.ts';

/** Every route of the capital service, by its areas. */
export const CAPITAL_ROUTES = {
  ...LEDGER_ROUTES,
  ...CONTRACT_ROUTES,
  ...SOURCE_ROUTES,
  ...FUND_ROUTES,
  ...RESERVATION_ROUTES,
  ...QUOTA_ROUTES,
  ...QUOTA_REQUEST_ROUTES,
  ...QUOTA_FILE_ROUTES,
  ...OPENING_ROUTES,
  ...OPENING_FILE_ROUTES,
  ...SPLIT_ROUTES,
  ...INDICATOR_ROUTES,
  ...FORECAST_ROUTES,
  ...TRACE_ROUTES,
  ...operationsRoutes('capital'),
};
