import type { Handler } from '#shared/runtime/http-app.ts';
import { CALCULATION_ROUTES } from '#shared/contracts/lending/engine/routes.ts';
import { on } from '#shared/runtime/http-app.ts';
import { calculationToWire } from './adapters/calculation-wire.ts';
import { calculateLoan } from './application/calculate-loan.ts';
import { calculationOf } from './adapters/calculation-input.ts';

/** Routes of the engine, each with the verb that answers it. */
export function calculationHandlers(): Handler[] {
  const routes = CALCULATION_ROUTES;
  return [
    on(routes.calculateLoan, async ({ body }) =>
      Promise.resolve(calculationToWire(calculateLoan(calculationOf(body)))),
    ),
  ];
}
