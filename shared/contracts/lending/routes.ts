import { CALCULATION_ROUTES } from '#shared/contracts/lending/engine/routes.ts';
import { GROUP_ROUTES } from '#shared/contracts/lending/groups/routes.ts';
import { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import { REFERENCE_ROUTES } from '#shared/contracts/lending/programmes/routes.ts';
import { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import { operationsRoutes } from '#shared/contracts/operations.ts';

/** Every route of the lending service. */
export const LENDING_ROUTES = {
  ...REFERENCE_ROUTES,
  ...GROUP_ROUTES,
  ...REQUEST_ROUTES,
  ...LOAN_ROUTES,
  ...CALCULATION_ROUTES,
  ...operationsRoutes('lending'),
};
