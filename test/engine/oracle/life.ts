import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { add, fraction, isZero, multiply, roundTo, subtract } from './fraction.ts';
import {
  contractOf,
  countOf,
  equalShare,
  isLastOfPrincipal,
  levelOf,
  levelUnit,
  max,
  min,
  toDong,
} from './money.ts';
import type { Contract, Row } from './money.ts';
import { nightYears } from './night-years.ts';
import { interestSoFar, undisturbedInterest, undisturbedWith } from './row-interest.ts';
import type { Overdue } from './row-interest.ts';
import { monthsFor, rowsOf } from './rows.ts';
import { put, total } from './sum.ts';
import type { Sum } from './sum.ts';

/** A payment, waiver, recovery … as it was taken. */
export interface Taken {
  readonly type: 'disbursement' | 'payment' | 'waiver' | 'write-off' | 'recovery';
  readonly id: string | null;
  readonly on: number;
  readonly amount: bigint;
  principal: bigint;
  interest: bigint;
  overdueInterest: bigint;
  excess: bigint;
  balanceAfter: bigint;
}

export interface Life extends Contract, Overdue {
  readonly start: number;
  disbursed: bigint;
  outstanding: bigint;
  overduePaid: bigint;
  overdueWaived: bigint;
  readonly supported: Map<string, Sum>;
  /** Principal instalment of equal principal, or the level of level instalments; null until a row computes it. */
  share: bigint | null;
  /** By the schedule: interest settled ahead that rows did not ask in the end. */
  settledBeyond: bigint;
  /** Principal of the schedule that payoffs closed. */
  scheduleClosed: bigint;
  closedOn: number | null;
  writtenOff: { readonly on: number; readonly principal: bigint; readonly interest: bigint } | null;
  recoveredPrincipal: bigint;
  recoveredInterest: bigint;
  excess: bigint;
  readonly taken: Taken[];
}

export function newLife(terms: LoanTerms, facts: readonly Fact[], start: number): Life {
  const dates = rowsOf(terms, facts, start);
  const years = nightYears(terms.dayCount, monthsFor(terms, facts, start), dates);
  return {
    ...contractOf(terms, facts, years, dates),
    start,
    disbursed: 0n,
    outstanding: 0n,
    overdueInterest: new Map(),
    overdueNights: new Map(),
    overduePaid: 0n,
    overdueWaived: 0n,
    supported: new Map(),
    share: null,
    settledBeyond: 0n,
    scheduleClosed: 0n,
    closedOn: null,
    writtenOff: null,
    recoveredPrincipal: 0n,
    recoveredInterest: 0n,
    excess: 0n,
    taken: [],
  };
}

export const isOver = (life: Life): boolean => life.closedOn !== null || life.writtenOff !== null;

/** The row whose nights include the one that starts at the close of a day. */
export function rowOfNight(life: Life, close: number): Row | null {
  return life.rows.find((row) => row.from <= close && close < row.due) ?? null;
}

export const maturityOf = (life: Life): number => life.rows.at(-1)?.due ?? life.start;

const unpaidPrincipal = (row: Row): bigint =>
  row.asked === null ? 0n : row.asked.principal - row.paidPrincipal;

/** Principal asked and not paid, its due date come by the close of a day. */
export function duePrincipal(life: Life, close: number): bigint {
  return life.rows.reduce((sum, row) => (row.due <= close ? sum + unpaidPrincipal(row) : sum), 0n);
}

/** Principal that is overdue in the night that starts at the close of a day. */
export function overdueAt(life: Life, close: number): bigint {
  if (life.terms.overdueRegime === 'maturity-only' && close < maturityOf(life)) return 0n;
  return duePrincipal(life, close);
}

/** What bears interest in term in the night that starts at the close of a day. */
function baseAt(life: Life, close: number): bigint {
  if (isOver(life)) return 0n;
  if (life.terms.interestMethod === 'flat') return life.disbursed;
  if (life.terms.interestRunsOn === 'actual-balance') return life.outstanding - overdueAt(life, close);
  return notScheduled(life);
}

/** Principal no row has asked yet. */
export function notAsked(life: Life): bigint {
  return life.rows.reduce((left, row) => left - (row.asked?.principal ?? 0n), life.disbursed);
}

/** Principal the schedule has not asked yet, as if nothing had ever been paid: payments do not change its interest. */
export function notScheduled(life: Life): bigint {
  return life.rows.reduce((left, row) => left - row.scheduled, life.disbursed - life.scheduleClosed);
}

/** One night, from the close of `close` to the next day. `early` is principal taken in this row before its due date. */
export function passNight(life: Life, close: number, early: bigint): void {
  const row = rowOfNight(life, close);
  // A loan paid off bears nothing, which is what early money saved while its row lasts.
  if (life.writtenOff !== null || !life.bears(row, close)) return;
  const rates = life.ratesOn(close);
  const years = life.years(close);
  if (row !== null) {
    const base = baseAt(life, close);
    put(row.interest, base, rates.borrower, years);
    put(row.saved, early, rates.borrower, years);
    row.nights.push({ close, base, rate: rates.borrower, years });
    row.undisturbed.push({ close, base: base + early, rate: rates.borrower, years });
    for (const { payer, rate } of rates.supports) {
      const sum = life.supported.get(payer) ?? new Map<bigint, bigint>();
      put(sum, base, rate, years);
      life.supported.set(payer, sum);
    }
  }
  if (life.terms.overduePrincipalAccrues) {
    const base = overdueAt(life, close);
    put(life.overdueInterest, base, rates.overdue, years);
    const nights = life.overdueNights.get(row?.n ?? null) ?? [];
    life.overdueNights.set(row?.n ?? null, [...nights, { close, base, rate: rates.overdue, years }]);
  }
}

/** Rows that still ask principal of their own, from a row on. */
function instalmentsFrom(life: Life, row: Row): number {
  return life.rows.reduce((sum, other) => (other.n >= row.n ? sum + countOf(life.terms, other) : sum), 0);
}

const askedBefore = (life: Life, row: Row): bigint =>
  life.rows.reduce((sum, other) => (other.n < row.n ? sum + (other.asked?.principal ?? 0n) : sum), 0n);

/** Principal no row before asks, less what rows after it were paid ahead. */
export function leftFor(life: Life, row: Row): bigint {
  const ahead = life.rows.reduce((sum, other) => (other.n > row.n ? sum + other.paidPrincipal : sum), 0n);
  return life.disbursed - askedBefore(life, row) - ahead;
}

/**
 * Computes again, from a row on, the equal share or the level, and with it what each row is meant to ask.
 * `early` is what was taken in the row before its due date.
 */
export function computeShare(life: Life, row: Row, early: bigint): void {
  const { terms } = life;
  if (terms.amortisation === 'equal-instalment') {
    const isScheduled = terms.interestRunsOn === 'schedule';
    const carried = isScheduled ? row.carriedWhole : row.carried;
    if (countOf(terms, row) > 0)
      life.share = levelFrom(life, row, balanceAtStart(life) + early, carried, early);
    return;
  }
  let left =
    terms.interestRunsOn === 'schedule' ? notScheduled(life) : life.disbursed - askedBefore(life, row);
  life.share = 0n;
  if (terms.amortisation === 'equal-principal')
    life.share = equalShare(terms, left, instalmentsFrom(life, row));
  for (const other of life.rows.filter(({ n }) => n >= row.n)) {
    other.planned = min(wantedPrincipal(life, other, left), left);
    left -= other.planned;
  }
}

/** What level instalments have to repay: the principal not asked, less what was taken of it early. */
function balanceAtStart(life: Life): bigint {
  if (life.terms.interestRunsOn === 'schedule') return notScheduled(life);
  return life.outstanding - life.rows.reduce((sum, row) => sum + unpaidPrincipal(row), 0n);
}

/**
 * The level of a balance from a row on, by the rates in force up to the row's end. `carried` is the interest that
 * earlier rows left to the row, `early` what was taken in it before its due date.
 */
export function levelFrom(life: Life, row: Row, balance: bigint, carried: bigint, early = 0n): bigint {
  const rows = life.rows.filter((other) => other.n >= row.n);
  const level = levelOf(life, rows, balance, row.due - 1);
  if (life.terms.lastInstalment !== 'smoothed') return level;
  return smooth(life, rows, level, (amount) => lastRow(life, rows, balance, amount, carried, early));
}

/** Is the balance at the close of a day the first to bear another rate? */
export function isStep(life: Life, day: number): boolean {
  return !isZero(subtract(life.ratesOn(day).borrower, life.ratesOn(day - 1).borrower));
}

/** Does such a step lie within a row, from a day on? */
export function stepsWithin(life: Life, row: Row, from: number): boolean {
  const days = Array.from({ length: Math.max(row.due - from, 0) }, (_, night) => from + night);
  return days.some((day) => isStep(life, day));
}

/** While the last row differs too much from the level, a level nearer to it. */
function smooth(
  life: Life,
  rows: readonly Row[],
  level: bigint,
  lastRowAt: (amount: bigint) => bigint,
): bigint {
  const { instalmentMultiple, rounding } = life.terms;
  const differenceAt = (amount: bigint): bigint => lastRowAt(amount) - amount;
  // Rows paid ahead up to the level ask the same whatever becomes of it.
  const open = rows.filter((row) => row === rows.at(-1) || settledOf(life, row) < level).length;
  let kept = level;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const difference = differenceAt(kept);
    if (2n * magnitude(difference) <= BigInt(open)) break;
    const next = kept + roundTo(fraction(difference, open), BigInt(instalmentMultiple), rounding);
    if (magnitude(differenceAt(next)) >= magnitude(difference)) break;
    kept = next;
  }
  return kept;
}

const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** What counts as settled of a row before it is due: by the schedule nothing does. */
function settledOf({ terms }: Life, row: Row): bigint {
  return terms.interestRunsOn === 'schedule' ? 0n : row.paidPrincipal + row.paidInterest + row.waived;
}

/** The total of the last row when the others ask the level and are paid in time. */
function lastRow(
  life: Life,
  rows: readonly Row[],
  balance: bigint,
  level: bigint,
  carried: bigint,
  early: bigint,
): bigint {
  const isScheduled = life.terms.interestRunsOn === 'schedule';
  const known = (rows[0]?.due ?? 0) - 1;
  let left = balance - early;
  let carry = carried;
  let whole = 0n;
  for (const [index, row] of rows.entries()) {
    const unit = levelUnit(life, row, known);
    let undisturbed = multiply(unit, fraction(index === 0 ? balance : left));
    for (const { on, amount } of index === 0 ? trancheInside(life, row) : []) {
      const missed = subtract(unit, levelUnit(life, row, known, on));
      undisturbed = subtract(undisturbed, multiply(missed, fraction(amount)));
    }
    let earned = undisturbed;
    if (index === 0 && early > 0n) {
      const rest = levelUnit(life, row, known, life.clock.today);
      earned = subtract(earned, add(total(row.saved), multiply(rest, fraction(early))));
    }
    const paidPrincipal = isScheduled ? 0n : row.paidPrincipal;
    const paidInterest = isScheduled ? 0n : row.paidInterest + row.waived;
    const own = toDong(life.terms, earned) + carry;
    const instalment = max(level, toDong(life.terms, undisturbed) + carry);
    const isWithin = life.terms.earlyPayment === 'within-instalment-amount';
    const isLast = index === rows.length - 1;
    const interest = isLast || !isWithin ? own : min(own, max(instalment - paidPrincipal, paidInterest));
    const wanted =
      isWithin || life.terms.levelTotal === 'kept'
        ? instalment - interest
        : instalment - toDong(life.terms, undisturbed) - carry;
    const principal = isLast ? left + paidPrincipal : min(max(wanted, paidPrincipal), left + paidPrincipal);
    left -= principal - paidPrincipal;
    carry = own - interest;
    whole = principal + interest;
  }
  return whole;
}

/** What was paid out inside a row, after its first day. */
const trancheInside = (life: Life, row: Row): readonly Taken[] =>
  life.taken.filter(({ type, on }) => type === 'disbursement' && row.from < on && on < row.due);

/** Interest of a row's nights as if nothing were taken early: what passed and what is to come until it is due. */
export function expectedInterest(life: Life, row: Row, today: number, early: bigint): bigint {
  const from = Math.max(row.from, today);
  return undisturbedWith(life, row, from, baseAt(life, from) + early);
}

/** Principal a row plans to ask when its own interest is known. */
export function plannedPrincipal(life: Life, row: Row, interest: bigint): bigint {
  const { terms } = life;
  const left = leftFor(life, row);
  const isLevel = terms.amortisation === 'equal-instalment' && countOf(terms, row) > 0;
  if (isLevel && !isLastOfPrincipal(life, row)) return min(max((life.share ?? 0n) - interest, 0n), left);
  return isLastOfPrincipal(life, row) && countOf(terms, row) > 0 ? left : min(row.planned, left);
}

/** What the schedule asks of principal when so much is left of it. */
export function scheduledPrincipal(
  life: Life,
  row: Row,
  left: bigint,
  share: bigint,
  interest: bigint,
): bigint {
  const { terms } = life;
  const isLevel = terms.amortisation === 'equal-instalment' && countOf(terms, row) > 0;
  const wanted =
    isLevel && !isLastOfPrincipal(life, row) ? max(share - interest, 0n) : wantedPrincipal(life, row, left);
  return min(wanted, left);
}

/** Principal a row that is not level is meant to ask; the last one all that is left. */
export function wantedPrincipal(life: Life, row: Row, left: bigint): bigint {
  const { terms } = life;
  const count = countOf(terms, row);
  if (count === 0) return 0n;
  if (isLastOfPrincipal(life, row)) return left;
  switch (terms.amortisation) {
    case 'equal-principal':
      return (life.share ?? 0n) * BigInt(count);
    case 'custom':
      return row.instalments.reduce(
        (sum, number) => sum + BigInt(terms.custom[number - 1]?.principal ?? 0),
        0n,
      );
    case 'bullet':
    case 'equal-instalment':
      return 0n;
  }
}

/** Is the row's interest left to a later row? The last one asks whatever is left. */
export function isInGrace({ terms, rows }: Life, row: Row): boolean {
  return row.n <= terms.grace.interestPayment && row !== rows.at(-1);
}

/** Does a level row ask its level whatever early money saved of its interest? */
function keepsTotal({ terms }: Life, row: Row): boolean {
  return terms.levelTotal === 'kept' && terms.amortisation === 'equal-instalment' && countOf(terms, row) > 0;
}

/** The row falls due: its interest is rounded once, its principal asked, what does not fit goes to the next row. */
export function fallDue(life: Life, row: Row): void {
  if (life.writtenOff !== null) return;
  const { terms } = life;
  const next = life.rows.find((other) => other.n === row.n + 1);
  row.figure = interestSoFar(life, row);
  if (life.closedOn !== null) {
    row.asked = { principal: row.paidPrincipal, interest: row.paidInterest + row.waived };
    return;
  }
  const own = row.figure + row.carried;
  if (isInGrace(life, row) && next !== undefined) {
    row.asked = {
      principal: max(plannedPrincipal(life, row, 0n), row.paidPrincipal),
      interest: row.paidInterest + row.waived,
    };
    next.carried += own - row.paidInterest - row.waived;
    next.carriedWhole += row.figure + row.carriedWhole;
    row.scheduled = scheduledPrincipal(life, row, notScheduled(life), life.share ?? 0n, 0n);
    return;
  }
  const isScheduled = terms.interestRunsOn === 'schedule';
  const undisturbed = undisturbedInterest(life, row) + (isScheduled ? row.carriedWhole : row.carried);
  const planned = plannedPrincipal(life, row, undisturbed);
  if (terms.earlyPayment === 'principal-only-interest-at-due-date' || isScheduled) {
    const settled = row.paidInterest + row.waived;
    // What was settled ahead beyond what a row asks in the end is asked less by the rows after it.
    const interest = max(own - life.settledBeyond, settled);
    if (isScheduled) life.settledBeyond += interest - own;
    // The total that is kept asks as principal what early money saved.
    const saved = !isScheduled && keepsTotal(life, row) && next !== undefined ? undisturbed - own : 0n;
    const wanted = min(planned + saved, leftFor(life, row));
    row.asked = { principal: max(wanted, row.paidPrincipal), interest };
    row.scheduled = scheduledPrincipal(life, row, notScheduled(life), life.share ?? 0n, undisturbed);
    return;
  }
  const instalment = planned + undisturbed;
  const isLevel = terms.amortisation === 'equal-instalment' && countOf(terms, row) > 0;
  const wanted = isLevel && next !== undefined ? min(instalment - own, leftFor(life, row)) : planned;
  const principal = max(wanted, row.paidPrincipal);
  const spill = next === undefined ? 0n : max(principal + own - instalment, 0n);
  const interest = max(own - spill, row.paidInterest + row.waived);
  row.asked = { principal, interest };
  if (next !== undefined) next.carried += own - interest;
}
