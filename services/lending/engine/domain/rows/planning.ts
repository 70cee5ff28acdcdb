import type { DayNumber } from '#shared/domain/civil-day.ts';
import { addProduct, rounded, roundedRatio } from '../interest/exact.ts';
import type { Exact } from '../interest/exact.ts';
import type { RateSteps } from '../interest/rates.ts';
import type { Timeline } from '../interest/timeline.ts';
import { timelineOf } from '../life/basis.ts';
import type { Basis } from '../life/basis.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { lastInstalment, openRows } from './last-instalment.ts';
import type { Outlook } from './last-instalment.ts';
import { equalShare, levelAmount, smoothed } from './level.ts';
import type { RowFactor } from './level.ts';
import type { Rows } from './rows.ts';

/** Principal that is shared out to the rows from one on. */
export interface SharePlan {
  readonly row: number;
  readonly left: number;
}

interface ShareTaker {
  readonly basis: Basis;
  readonly terms: LoanTerms;
  readonly rows: Rows;
}

/** What planning reads and sets of a loan that is being replayed. */
interface Planned extends ShareTaker {
  readonly row: number;
  readonly day: DayNumber;
  readonly outstanding: number;
  readonly pastPrincipal: number;
  /** Principal in term when the row began. */
  readonly balanceAtStart: number;
  readonly carry: number;
  readonly accrual: {
    readonly earlyPrincipal: number;
    /** Interest that early money has spared the current row so far, in parts of the timeline's divisor. */
    readonly spared: bigint;
  };
  level: number;
  /** What was shared out so far, the first tranche first. */
  readonly plans: SharePlan[];
}

/**
 * Plans the principal of the current row and those after it: at a tranche, and with level instalments at a
 * change of the rate and at the first row that bears principal. What is planned on a day depends on nothing
 * that happens later, so that money is split the same whenever it is looked at.
 */
export function planPrincipal(ledger: Planned): void {
  if (ledger.terms.amortisation !== 'equal-instalment') planShares(ledger);
  else if (ledger.basis.plan.shares[ledger.row] !== 0) planLevel(ledger);
}

/** Shares of what is not yet asked; principal paid ahead stays part of what its row asks. */
function planShares(ledger: Planned): void {
  const { row, rows } = ledger;
  let left = ledger.outstanding - ledger.pastPrincipal;
  for (let at = row; at < rows.count; at += 1) left += rows.settledPrincipal[at] ?? 0;
  shareOut(ledger, { row, left });
  ledger.plans.push({ row, left });
}

/** Shares principal out to the rows from one on. */
export function shareOut({ rows, terms, basis }: ShareTaker, { row, left: principal }: SharePlan): void {
  const { shares } = basis.plan;
  let count = 0;
  for (let at = row; at < rows.count; at += 1) count += shares[at] ?? 0;
  let left = principal;
  const isCustom = terms.amortisation === 'custom';
  const share = isCustom ? 1 : equalShare(left, count, terms);
  for (let at = row; at < rows.count; at += 1) {
    const planned = at === rows.count - 1 ? left : Math.min((shares[at] ?? 0) * share, left);
    rows.planned[at] = planned;
    left -= planned;
  }
}

/** The level amount from the current row on, on the balance at its start plus the tranches in it so far. */
function planLevel(ledger: Planned): void {
  const { terms, row, basis, day } = ledger;
  const { plan, history } = basis;
  const from = plan.due[row - 1] ?? plan.start;
  const tranches = history.tranches.filter(({ on }) => from <= on && on <= day);
  const balance = tranches.reduce((sum, { amount }) => sum + amount, ledger.balanceAtStart);
  const { own, factors } = rowFactors(basis, row, day);
  const { instalmentMultiple, rounding } = terms;
  const level = levelAmount(balance, factors, instalmentMultiple, rounding);
  if (terms.lastInstalment === 'takes-rest') {
    ledger.level = level;
    return;
  }
  const first = firstInterest(ledger, own, tranches);
  const outlook: Outlook = {
    left: balance - ledger.accrual.earlyPrincipal,
    unaffected: rounded(first, own.divisor, rounding),
    earned: earnedWithEarly(ledger, own, first),
    factors,
  };
  ledger.level = smoothed(level, openRows(ledger, level), terms, (tried) =>
    lastInstalment(ledger, outlook, tried),
  );
}

/** Interest of the current row when nothing is paid early: its balance, and each tranche from its day on. */
function firstInterest(
  { basis, row, balanceAtStart, terms }: Planned,
  own: Timeline,
  tranches: readonly { readonly on: DayNumber; readonly amount: number }[],
): Exact {
  const { due, start } = basis.plan;
  const sum = { whole: 0, part: 0 };
  if (row < terms.grace.interestFree) return sum;
  const end = own.at(due[row] ?? start);
  addProduct(sum, balanceAtStart, end - own.at(due[row - 1] ?? start), own.divisor);
  for (const { on, amount } of tranches) addProduct(sum, amount, end - own.at(on), own.divisor);
  return sum;
}

/** The same less what early money has spared it and will spare it until it falls due. */
function earnedWithEarly(ledger: Planned, own: Timeline, first: Exact): number {
  const { basis, row, day, terms } = ledger;
  const { earlyPrincipal, spared } = ledger.accrual;
  if (earlyPrincipal === 0 || row < terms.grace.interestFree) {
    return rounded(first, own.divisor, terms.rounding);
  }
  const [divisor, sparedIn] = [BigInt(own.divisor), BigInt(basis.timeline.divisor)];
  const rest = own.at(basis.plan.due[row] ?? day) - own.at(day);
  const earned = BigInt(first.whole) * divisor + BigInt(first.part) - BigInt(earlyPrincipal) * BigInt(rest);
  return roundedRatio(earned * sparedIn - spared * divisor, divisor * sparedIn, terms.rounding);
}

/**
 * Interest of each row on one đồng: in the current row with the rates known on a day, later with the rate at
 * the end of the current row. Pauses and freezes are left out: they spare interest, they do not slow the
 * repayment of principal.
 */
function rowFactors(
  basis: Basis,
  row: number,
  day: DayNumber,
): { readonly own: Timeline; readonly factors: RowFactor[] } {
  const { plan, compiled } = basis;
  const { due } = plan;
  const rates = basis.ratesKnownOn(day);
  const own = unpaused(basis, rates);
  const ownDue = due[row] ?? plan.start;
  const hasStepFrom = (rates.days.at(-1) ?? ownDue) >= ownDue;
  const later = hasStepFrom ? unpaused(basis, onlyRateOn(rates, ownDue - 1)) : own;
  const factors: RowFactor[] = [];
  let before = due[row - 1] ?? plan.start;
  for (let at = row; at < due.length; at += 1) {
    const end = due[at] ?? before;
    const timeline = at === row ? own : later;
    const isFree = at < compiled.terms.grace.interestFree;
    const numerator = isFree ? 0 : timeline.at(end) - timeline.at(before);
    factors.push({ numerator, denominator: timeline.divisor });
    before = end;
  }
  return { own, factors };
}

/** Without pauses and freezes; whole rows that are free are left out by those who ask. */
function unpaused(basis: Basis, rates: RateSteps): Timeline {
  const { compiled, plan, history, timeline } = basis;
  if (rates === timeline.rates && history.free.length === 0) return timeline;
  return timelineOf(compiled, plan, rates, plan.due.at(-1) ?? plan.start, []);
}

function onlyRateOn({ days, rates, denominator }: RateSteps, day: DayNumber): RateSteps {
  const rate = rates[days.findLastIndex((from) => from <= day)] ?? 0;
  return { days: [-Infinity], rates: [rate], denominator, supported: [] };
}
