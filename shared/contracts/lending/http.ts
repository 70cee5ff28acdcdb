import { CALCULATION_ROUTES } from '#shared/contracts/lending/engine/routes.ts';
import { GROUP_ROUTES } from '#shared/contracts/lending/groups/routes.ts';
import { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import { REFERENCE_ROUTES } from '#shared/contracts/lending/programmes/routes.ts';
import { LIST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import { operationsRoutes } from '../operations.ts';

export const LENDING_OPERATIONS = operationsRoutes('lending');

/** Every route of the lending service. */
export const LENDING_ROUTES = {
  ...REFERENCE_ROUTES,
  ...GROUP_ROUTES,
  ...LIST_ROUTES,
  ...LOAN_ROUTES,
  ...CALCULATION_ROUTES,
  ...LENDING_OPERATIONS,
};
