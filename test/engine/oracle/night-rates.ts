import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { LoanTerms, RateStep } from '#lending/engine/domain/terms/terms.ts';
import { fraction, multiply, subtract } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** The rates of the night that starts at the close of a day, as parts of the balance a year. */
export interface NightRates {
  readonly borrower: Fraction;
  readonly overdue: Fraction;
  readonly supports: readonly { readonly payer: string; readonly rate: Fraction }[];
}

const MILLION = 1_000_000;

const ofBalance = (rate: bigint): Fraction => fraction(rate, 100 * MILLION);

const asFactor = (rate: bigint): Fraction => fraction(rate, MILLION);

type Dated = { readonly from: number | null };

/** The step in force at the close of a day: the latest that began by then. */
function inForce<T extends Dated>(steps: readonly T[], close: number): T | undefined {
  const begun = steps.filter(({ from }) => from === null || from <= close);
  return begun.reduce<T | undefined>(
    (best, step) =>
      best === undefined || (step.from ?? -Infinity) >= (best.from ?? -Infinity) ? step : best,
    undefined,
  );
}

function yearly(step: RateStep, terms: LoanTerms, close: number): Fraction {
  if ('rate' in step) return ofBalance(step.rate);
  const base = inForce(terms.baseRates, close);
  if (base === undefined) throw new RangeError('a factor of no base rate');
  return multiply(ofBalance(base.rate), asFactor(step.factor));
}

const covers = (span: { readonly from: number; readonly to: number }, close: number): boolean =>
  span.from <= close && close <= span.to;

export function nightRates(terms: LoanTerms, facts: readonly Fact[], close: number): NightRates {
  const changes: RateStep[] = facts.flatMap((fact) =>
    fact.type === 'rate-change' ? [{ from: fact.on, rate: fact.rate }] : [],
  );
  const step = inForce<RateStep>([...terms.rates, ...changes], close);
  if (step === undefined) throw new RangeError('no rate in force');
  const full = terms.cuts
    .filter((cut) => covers(cut, close))
    .reduce((rate, cut) => multiply(rate, asFactor(cut.factor)), yearly(step, terms, close));
  let borrower = full;
  const supports = terms.supports
    .filter((support) => covers(support, close))
    .map((support) => {
      const wanted = ofBalance(support.points);
      const rate = subtract(borrower, wanted).n < 0n ? borrower : wanted;
      borrower = subtract(borrower, rate);
      return { payer: support.payer, rate };
    });
  return { borrower, overdue: multiply(borrower, asFactor(terms.overdueRateFactor)), supports };
}

/** Does the night from the close of `close` bear interest at all? */
export function bearsInterest(facts: readonly Fact[], close: number): boolean {
  return !isPaused(facts, close) && !isFrozen(facts, close);
}

/** The interest of a day is that of the night before it. */
function isPaused(facts: readonly Fact[], close: number): boolean {
  return facts.some(
    (fact) => fact.type === 'interest-pause' && fact.from <= close + 1 && close + 1 <= fact.to,
  );
}

export function isFrozen(facts: readonly Fact[], day: number): boolean {
  return frozenSince(facts, day) !== null;
}

/** The day the freeze in force on a day began; null when the loan is not frozen then. */
export function frozenSince(facts: readonly Fact[], day: number): number | null {
  const freezes = facts.filter((fact) => fact.type === 'freeze');
  const ends = facts.filter((fact) => fact.type === 'freeze-end').map((fact) => fact.on);
  const running = freezes.filter(
    (freeze) =>
      freeze.on <= day &&
      (freeze.until === null || day <= freeze.until) &&
      !ends.some((end) => freeze.on <= end && end <= day),
  );
  return running.length === 0 ? null : Math.min(...running.map((freeze) => freeze.on));
}
