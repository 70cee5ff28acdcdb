import { operationsRoutes } from '../operations.ts';
import { CALCULATION_ROUTES } from './calculation-routes.ts';
import { GROUP_ROUTES } from './group-routes.ts';
import { LIST_ROUTES } from './list-routes.ts';
import { LOAN_ROUTES } from './loan-routes.ts';
import { REFERENCE_ROUTES } from './reference-routes.ts';

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
