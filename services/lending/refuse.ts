import { LENDING_ERRORS } from '#shared/contracts/lending/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';

/** A refusal by a rule of lending; every code is in the catalogue of the service. */
export const refusal = errorsOf(LENDING_ERRORS);
