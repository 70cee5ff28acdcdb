import { AREA_ROUTES } from '#shared/contracts/beneficiary/areas/routes.ts';
import { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import { REGISTRY_ROUTES } from '#shared/contracts/beneficiary/registry/routes.ts';
import { ELIGIBILITY_ROUTES } from '#shared/contracts/beneficiary/eligibility/routes.ts';
import { operationsRoutes } from '#shared/contracts/operations.ts';

/** Every route of the beneficiary service, by its areas. */
export const BENEFICIARY_ROUTES = {
  ...AREA_ROUTES,
  ...STANDARD_ROUTES,
  ...REGISTRY_ROUTES,
  ...ELIGIBILITY_ROUTES,
  ...operationsRoutes('beneficiary'),
};
