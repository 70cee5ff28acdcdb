import type { Basis } from './basis.ts';
import { timelineOf } from './basis.ts';
import type { DayNumber } from './day-number.ts';
import { addProduct, rounded } from './exact.ts';
import { equalShare, levelAmount, smoothed } from './level.ts';
import type { RowFactor } from './level.ts';
import type { RateSteps } from './rates.ts';
import type { Rows } from './rows.ts';
import type { LoanTerms } from './terms.ts';
import type { Timeline } from './timeline.ts';

/** What planning reads and sets of a loan that is being replayed. */
interface Planned {
  readonly basis: Basis;
  readonly terms: LoanTerms;
  readonly rows: Rows;
  readonly row: number;
  readonly day: DayNumber;
  readonly outstanding: number;
  readonly pastPrincipal: number;
  level: number;
}

/** Plans the principal of the current row and those after it when something in the row changes them. */
export function planPrincipal(ledger: Planned): void {
  const { row, basis } = ledger;
  const from = basis.plan.due[row - 1] ?? basis.plan.start;
  const due = basis.plan.due[row] ?? from;
  const inRow = (day: DayNumber): boolean => from <= day && day < due;
  const hasTranche = basis.history.tranches.some(({ on }) => inRow(on));
  if (ledger.terms.amortisation === 'equal-instalment') {
    const isFirst = ledger.level < 0;
    if (basis.plan.shares[row] === 0) return;
    if (isFirst || hasTranche || basis.rateDays.some(inRow)) planLevel(ledger, from, due);
  } else if (hasTranche) {
    planShares(ledger, comingTranches(ledger, due));
  }
}

function comingTranches({ basis, day }: Planned, due: DayNumber): number {
  let coming = 0;
  for (const { on, amount } of basis.history.tranches) if (day <= on && on < due) coming += amount;
  return coming;
}

/** Shares of what is not yet asked; principal paid ahead stays part of what its row asks. */
function planShares(ledger: Planned, coming: number): void {
  const { row, rows, terms, basis } = ledger;
  const { shares } = basis.plan;
  let count = 0;
  let left = ledger.outstanding - ledger.pastPrincipal + coming;
  for (let at = row; at < rows.count; at += 1) {
    count += shares[at] ?? 0;
    left += rows.settledPrincipal[at] ?? 0;
  }
  const isCustom = terms.amortisation === 'custom';
  const share = isCustom ? 1 : equalShare(left, count, terms);
  for (let at = row; at < rows.count; at += 1) {
    const planned = at === rows.count - 1 ? left : Math.min((shares[at] ?? 0) * share, left);
    rows.planned[at] = planned;
    left -= planned;
  }
}

/** The level amount from the current row on, on the balance at its start plus the tranches in it. */
function planLevel(ledger: Planned, from: DayNumber, due: DayNumber): void {
  const { terms, row, basis } = ledger;
  const balance = ledger.outstanding - ledger.pastPrincipal + comingTranches(ledger, due);
  const factors = rowFactors(basis, row, from);
  const { instalmentMultiple, rounding } = terms;
  const level = levelAmount(balance, factors, instalmentMultiple, rounding);
  ledger.level =
    terms.lastInstalment === 'smoothed'
      ? smoothed(level, factors.length, terms, lastRowAt(ledger, factors, balance))
      : level;
}

/** What the last row would ask, principal and interest, at a level amount when every row is paid in time. */
function lastRowAt(ledger: Planned, factors: readonly RowFactor[], start: number): (level: number) => number {
  const { rounding } = ledger.terms;
  const missing = missedInterest(ledger, factors[0]);
  return (level) => {
    let balance = start;
    let last = 0;
    for (const [index, { numerator, denominator }] of factors.entries()) {
      const sum = { whole: 0, part: 0 };
      addProduct(sum, balance, numerator, denominator);
      let interest = rounded(sum, denominator, rounding);
      if (index === 0) interest -= missing;
      const principal = Math.min(Math.max(level - interest, 0), balance);
      last = balance + interest;
      balance -= principal;
    }
    return last;
  };
}

/** Interest that tranches inside the first row do not bear because they come after its start. */
function missedInterest({ basis, row, terms }: Planned, first: RowFactor | undefined): number {
  const from = basis.plan.due[row - 1] ?? basis.plan.start;
  const due = basis.plan.due[row] ?? from;
  const timeline = unpaused(basis, basis.timeline.rates);
  let missed = 0;
  for (const { on, amount } of basis.history.tranches) {
    if (first === undefined || on <= from || on >= due) continue;
    const sum = { whole: 0, part: 0 };
    addProduct(sum, amount, timeline.at(on) - timeline.at(from), timeline.divisor);
    missed += rounded(sum, timeline.divisor, terms.rounding);
  }
  return missed;
}

/**
 * Interest of each row on one đồng with the rates in force up to the end of the first row. Pauses and freezes
 * are left out: they spare interest, they do not slow the repayment of principal.
 */
function rowFactors(basis: Basis, row: number, from: DayNumber): RowFactor[] {
  const { plan, compiled } = basis;
  const { due } = plan;
  const own = unpaused(basis, basis.timeline.rates);
  const ownDue = due[row] ?? from;
  const isLastChange = !basis.rateDays.some((day) => day >= ownDue);
  const later = isLastChange ? own : unpaused(basis, onlyRateOn(basis.timeline.rates, ownDue - 1));
  const factors: RowFactor[] = [];
  let before = from;
  for (let at = row; at < due.length; at += 1) {
    const day = due[at] ?? before;
    const timeline = at === row ? own : later;
    const isFree = at < compiled.terms.grace.interestFree;
    factors.push({
      numerator: isFree ? 0 : timeline.at(day) - timeline.at(before),
      denominator: timeline.divisor,
    });
    before = day;
  }
  return factors;
}

function unpaused(basis: Basis, rates: RateSteps): Timeline {
  const { compiled, plan, history, timeline } = basis;
  const hasFree = history.free.length > 0 || compiled.terms.grace.interestFree > 0;
  if (rates === timeline.rates && !hasFree) return timeline;
  return timelineOf(compiled, plan, rates, (plan.due.at(-1) ?? plan.start) + 1, []);
}

function onlyRateOn({ days, rates, denominator }: RateSteps, day: DayNumber): RateSteps {
  const rate = rates[days.findLastIndex((from) => from <= day)] ?? 0;
  return { days: [-Infinity], rates: [rate], denominator, supported: [] };
}
