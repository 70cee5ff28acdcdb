import { query } from '#shared/contracts/lending/route-parts.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALCULATION_ERRORS } from './errors.ts';
import { CalculationBodySchema, CalculationSchema } from './views.ts';

export const CALCULATION_ROUTES = {
  /** A question asked with a body: it stores nothing and needs no stored loan. */
  calculateLoan: defineRoute({
    ...query,
    method: 'POST',
    operationId: 'calculateLoan',
    path: '/v1/lending/loan-calculations',
    summary: {
      vi: 'Tính lịch trả nợ, tình trạng và số tất toán của một món vay',
      en: 'Calculate schedule, position and payoff of a loan',
    },
    params: null,
    query: null,
    body: CalculationBodySchema,
    response: CalculationSchema,
    errors: pickErrors(
      CALCULATION_ERRORS,
      'terms-contradict',
      'terms-not-supported',
      'facts-contradict',
      'principal-too-small',
      'due-date-out-of-range',
    ),
  }),
};
