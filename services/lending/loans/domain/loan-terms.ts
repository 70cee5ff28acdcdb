import { USUAL_TERMS, withRules } from '#lending/engine/domain/terms/loan-rules.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { addMonths, dayNumber } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Rate } from '#shared/domain/rate.ts';
import type { Terms } from './loan.ts';

/**
 * Group loans signed from this day on: an unpaid instalment becomes overdue by itself; older ones become
 * overdue only at maturity (VBSP letter 597/NHCS-TDNN of 2026-01-30, verified second hand).
 */
const INSTALMENT_OVERDUE_FROM = '2026-03-01';

const MILLION = 1_000_000n;

/**
 * What the law makes of the terms of an approval: the usual loan with principal at the agreed spacing and the rest
 * at maturity, as far as the programme's rules say nothing else.
 */
export function engineTerms(terms: Terms, disbursedOn: BusinessDay): LoanTerms {
  const own = {
    ...USUAL_TERMS,
    rates: [{ from: null, rate: terms.ratePerYear }],
    overdueRateFactor: overdueFactor(terms),
    overdueRegime: disbursedOn < INSTALMENT_OVERDUE_FROM ? 'maturity-only' : 'per-instalment',
    ...instalmentsOf(terms, disbursedOn),
  } as const;
  return withRules(own, terms.rules ?? {}, terms.termMonths);
}

/** The overdue rate was fixed as rate × factor, so the factor comes out whole. */
function overdueFactor({ ratePerYear: rate, overdueRatePerYear: overdueRate }: Terms): Rate {
  return (rate === 0n ? MILLION : (overdueRate * MILLION) / rate) as Rate;
}

type Instalments = Pick<LoanTerms, 'amortisation' | 'principalEvery' | 'instalments' | 'custom'>;

/** A term that the spacing does not divide ends with a shorter step: its dates are given one by one. */
function instalmentsOf(terms: Terms, disbursedOn: BusinessDay): Instalments {
  const { amount, termMonths, principalEveryMonths } = terms;
  const instalments = Math.ceil(termMonths / principalEveryMonths);
  const rhythm = { principalEvery: { n: principalEveryMonths, unit: 'month' }, instalments } as const;
  if (termMonths % principalEveryMonths === 0) {
    return { ...rhythm, amortisation: 'equal-principal', custom: [] };
  }
  const share = Math.floor(Number(amount) / instalments);
  const custom = Array.from({ length: instalments }, (_, index) => ({
    due: dayNumber(addMonths(disbursedOn, Math.min(principalEveryMonths * (index + 1), termMonths))),
    principal: share,
  }));
  return { ...rhythm, amortisation: 'custom', custom };
}
