import type { DayNumber } from '#shared/domain/civil-day.ts';
import { askedOf } from './asking.ts';
import type { Basis } from './basis.ts';
import { addProduct, rounded, roundedSum } from './exact.ts';
import type { Exact } from './exact.ts';
import type { LedgerState, OpenRow } from './ledger-state.ts';
import { planPrincipal } from './planning.ts';
import { emptyRows } from './rows.ts';
import type { Rows } from './rows.ts';
import type { Schedule } from './schedule.ts';
import type { SpanSink } from './span-sink.ts';
import type { LoanTerms } from './terms.ts';
import type { Timeline } from './timeline.ts';

/**
 * One loan while its life is replayed in order of days: rows fall due, nights bear interest, money comes in.
 * Each step costs the same whatever came before, so a life costs in proportion to its facts and rows.
 */
export class Ledger {
  readonly basis: Basis;
  readonly terms: LoanTerms;
  readonly rows: Rows;
  /** With interest by the schedule: what the rows ask. */
  readonly schedule: Schedule | null;
  sink: SpanSink | null;
  day: DayNumber;
  /** The current row, from 0; the number of rows after the last due date. */
  row = 0;
  disbursed = 0;
  outstanding = 0;
  askedPrincipal = 0;
  /** Asked by the schedule so far, whatever more of it was paid ahead. */
  #scheduledPrincipal = 0;
  /** Asked and not settled. */
  pastPrincipal = 0;
  pastInterest = 0;
  /** Interest of earlier rows that is asked with the current one. */
  carry = 0;
  readonly inTerm: Exact = { whole: 0, part: 0 };
  /** Principal paid ahead since the current row began. */
  earlyPrincipal = 0;
  /** Principal in term when the current row began; read for level instalments only. */
  balanceAtStart = 0;
  readonly overdue: Exact = { whole: 0, part: 0 };
  overdueSettled = 0;
  /** Interest by the schedule that was settled beyond what rows so far asked. */
  settledBeyond = 0;
  /** Interest by the schedule that was settled ahead for rows after the current one. */
  aheadInterest = 0;
  /** The level amount; -1 before the first row that bears principal. */
  level = -1;
  /** Nothing is owed any more until money is disbursed again. */
  isClosed = false;
  /** Every row is paid when it falls due: the schedule, or the future after the day of the answer. */
  isPunctual = false;
  /** No row before it has anything left to settle. */
  oldest = 0;
  /** No row between the current one and this can take more principal. */
  ahead = 0;
  overdueSince: DayNumber | null = null;
  inTermSince: DayNumber;
  readonly #divisor: number;
  readonly #overdueDivisor: number;
  readonly #overdueFactor: number;
  readonly #isPerInstalment: boolean;
  /** Level instalments follow the rate. */
  readonly #replansAtRates: boolean;
  /** Interest of the current row if no principal had been paid ahead in it; kept once some was. */
  readonly #withoutEarly: Exact = { whole: 0, part: 0 };
  readonly #scratch: Exact = { whole: 0, part: 0 };
  /** Next of the days on which another rate begins. */
  #rateDay = 0;
  /** The next day on which a row falls due or level instalments follow the rate. */
  #nextStop: DayNumber;
  readonly #timeline: Timeline;
  #total: number;
  /** The running total at the due date of the current row. */
  #totalAtDue: number;

  constructor(basis: Basis, schedule: Schedule | null = null, sink: SpanSink | null = null) {
    const { compiled, plan, timeline } = basis;
    this.basis = basis;
    this.terms = compiled.terms;
    this.schedule = schedule;
    this.sink = sink;
    this.rows = emptyRows(plan.due.length);
    this.day = plan.start;
    this.inTermSince = plan.start;
    this.#divisor = timeline.divisor;
    this.#overdueDivisor = timeline.divisor * compiled.overdueDenominator;
    this.#overdueFactor = compiled.terms.overduePrincipalAccrues ? compiled.overdueNumerator : 0;
    this.#isPerInstalment = compiled.terms.overdueRegime === 'per-instalment';
    this.#replansAtRates = compiled.terms.amortisation === 'equal-instalment';
    this.#timeline = timeline;
    this.#total = timeline.at(plan.start);
    this.#totalAtDue = timeline.at(plan.due[0] ?? plan.start);
    const rateDay = this.#replansAtRates ? (basis.rateDays[0] ?? Infinity) : Infinity;
    this.#nextStop = Math.min(plan.due[0] ?? Infinity, rateDay);
  }

  /** Principal that is overdue in the night after the present day. */
  get overduePrincipal(): number {
    return this.#isPerInstalment || this.row === this.rows.count ? this.pastPrincipal : 0;
  }

  /** What bears interest in term in the night after the present day. */
  get bearing(): number {
    if (this.isClosed || this.row === this.rows.count) return 0;
    if (this.terms.interestMethod === 'flat') return this.disbursed;
    if (this.schedule !== null) return this.disbursed - this.#scheduledPrincipal;
    return this.outstanding - this.overduePrincipal;
  }

  /** Principal paid ahead on the present day, so that the row still knows its instalment without it. */
  payAhead(amount: number): void {
    if (this.earlyPrincipal === 0) {
      this.#withoutEarly.whole = this.inTerm.whole;
      this.#withoutEarly.part = this.inTerm.part;
    }
    this.earlyPrincipal += amount;
  }

  /** Money is paid out. */
  lend(amount: number): void {
    this.disbursed += amount;
    this.outstanding += amount;
    this.isClosed = false;
    this.plan();
  }

  /** Interest of the current row accrued to the present day, with what earlier rows left to it. */
  get earned(): number {
    return rounded(this.inTerm, this.#divisor, this.terms.rounding) + this.carry;
  }

  /** Interest that early money has spared the current row so far, in parts of the timeline's divisor. */
  get spared(): bigint {
    if (this.earlyPrincipal === 0) return 0n;
    const { whole, part } = this.#withoutEarly;
    return BigInt(whole - this.inTerm.whole) * BigInt(this.#divisor) + BigInt(part - this.inTerm.part);
  }

  get overdueEarned(): number {
    if (this.overdue.whole === 0 && this.overdue.part === 0) return 0;
    return rounded(this.overdue, this.#overdueDivisor, this.terms.rounding);
  }

  /** Moves to the close of a day; rows that are due on or before it fall due. */
  advance(to: DayNumber): void {
    const { plan, rateDays } = this.basis;
    while (this.#nextStop <= to) {
      const stop = this.#nextStop;
      this.#accrue(stop);
      if (plan.due[this.row] === stop) this.#fallDue();
      else {
        this.#rateDay += 1;
        this.plan();
      }
      const rateDay = this.#replansAtRates ? (rateDays[this.#rateDay] ?? Infinity) : Infinity;
      this.#nextStop = Math.min(plan.due[this.row] ?? Infinity, rateDay);
    }
    this.#accrue(to);
  }

  /** Plans principal anew from the current row on. */
  plan(): void {
    this.ahead = 0;
    if (this.schedule === null && this.row < this.rows.count) planPrincipal(this);
  }

  /** What a replay needs to go on from the present day; the rest follows from terms and tranches. */
  state(): LedgerState {
    const { rows } = this;
    const open: OpenRow[] = [];
    for (let row = 0; row < rows.count; row += 1) {
      const principal = rows.principal[row] ?? 0;
      const interest = rows.interest[row] ?? 0;
      const settledPrincipal = rows.settledPrincipal[row] ?? 0;
      const settledInterest = rows.settledInterest[row] ?? 0;
      // A row to come has asked nothing yet: it is open when money was paid ahead for it.
      if (principal !== settledPrincipal || interest !== settledInterest) {
        open.push({ row, principal, interest, settledPrincipal, settledInterest });
      }
    }
    const { day, row, outstanding, carry, overdueSettled, earlyPrincipal, isClosed } = this;
    return {
      ...{ day, row, outstanding, carry, overdueSettled, earlyPrincipal, isClosed, open },
      overdueSince: this.overdueSince,
      inTermSince: this.inTermSince,
      inTerm: { ...this.inTerm },
      overdue: { ...this.overdue },
      withoutEarly: { ...this.#withoutEarly },
    };
  }

  /** Goes on from a state; rows settled before it keep no figures of their own. */
  restore(state: LedgerState): void {
    const { rows } = this;
    this.day = state.day;
    this.row = state.row;
    this.outstanding = state.outstanding;
    this.carry = state.carry;
    this.overdueSettled = state.overdueSettled;
    this.earlyPrincipal = state.earlyPrincipal;
    this.isClosed = state.isClosed;
    this.overdueSince = state.overdueSince;
    this.inTermSince = state.inTermSince;
    Object.assign(this.inTerm, state.inTerm);
    Object.assign(this.overdue, state.overdue);
    Object.assign(this.#withoutEarly, state.withoutEarly);
    this.oldest = state.open.find(({ row }) => row < state.row)?.row ?? state.row;
    for (const { row, principal, interest, settledPrincipal, settledInterest } of state.open) {
      rows.principal[row] = principal;
      rows.interest[row] = interest;
      rows.settledPrincipal[row] = settledPrincipal;
      rows.settledInterest[row] = settledInterest;
      if (row >= state.row) continue;
      this.pastPrincipal += principal - settledPrincipal;
      this.pastInterest += interest - settledInterest;
    }
    this.#total = this.#timeline.at(this.day);
    this.#totalAtDue = this.#timeline.at(this.basis.plan.due[this.row] ?? this.day);
    this.#nextStop = this.basis.plan.due[this.row] ?? Infinity;
  }

  /** Carries on to the last due date, each later row paid in time; what is past stays as it is. */
  foresee(): void {
    this.isPunctual = true;
    this.sink = null;
    this.advance(this.basis.plan.due.at(-1) ?? this.day);
  }

  /** The interest the current row bears when no early money is paid in it, as known on the present day. */
  interestWithoutEarly(): number {
    const timeline = this.basis.timelineKnownOn(this.day);
    const soFar = this.earlyPrincipal > 0 ? this.#withoutEarly : this.inTerm;
    const bearing = this.bearing + this.earlyPrincipal;
    const { rounding } = this.terms;
    const sum = this.#scratch;
    if (timeline === this.#timeline) {
      sum.whole = soFar.whole;
      sum.part = soFar.part;
      addProduct(sum, bearing, this.#totalAtDue - this.#total, this.#divisor);
      return rounded(sum, this.#divisor, rounding) + this.carry;
    }
    const due = this.basis.plan.due[this.row] ?? this.day;
    sum.whole = 0;
    sum.part = 0;
    addProduct(sum, bearing, timeline.at(due) - timeline.at(this.day), timeline.divisor);
    return roundedSum(soFar, this.#divisor, sum, timeline.divisor, rounding) + this.carry;
  }

  #accrue(to: DayNumber): void {
    const from = this.day;
    if (to <= from) return;
    const overdue = this.overduePrincipal;
    this.#noteClass(overdue, from);
    const total = this.#timeline.at(to);
    const grown = total - this.#total;
    this.#total = total;
    this.day = to;
    const bearing = this.bearing;
    addProduct(this.inTerm, bearing, grown, this.#divisor);
    if (this.earlyPrincipal > 0) {
      addProduct(this.#withoutEarly, bearing + this.earlyPrincipal, grown, this.#divisor);
    }
    const accruing = this.#overdueFactor === 0 ? 0 : overdue;
    if (accruing > 0) addProduct(this.overdue, accruing, grown * this.#overdueFactor, this.#overdueDivisor);
    if (this.sink === null) return;
    if (bearing > 0) this.sink(this.row, 'in-term', from, to, bearing);
    if (accruing > 0) {
      this.sink(this.row === this.rows.count ? null : this.row, 'overdue', from, to, accruing);
    }
  }

  /** Principal that was due before the present day, by the regime of the terms. */
  get overdueToday(): number {
    const { due } = this.basis.plan;
    if (!this.#isPerInstalment) {
      return (due.at(-1) ?? this.day) < this.day ? this.pastPrincipal : 0;
    }
    let overdue = this.pastPrincipal;
    for (let row = this.row - 1; due[row] === this.day; row -= 1) {
      overdue -= (this.rows.principal[row] ?? 0) - (this.rows.settledPrincipal[row] ?? 0);
    }
    return overdue;
  }

  /**
   * Debt turns overdue on the day after the due date, and is back in term on the day it is paid. Paid on the very
   * day it would have turned, it was never overdue at the close of a day.
   */
  #noteClass(overdue: number, from: DayNumber): void {
    if (this.overdueSince !== null && this.overdueToday === 0) {
      if (this.overdueSince < from) this.inTermSince = from;
      this.overdueSince = null;
    }
    if (overdue > 0) this.overdueSince ??= from + 1;
  }

  #fallDue(): void {
    const { row, rows } = this;
    const settled = rows.settledPrincipal[row] ?? 0;
    const left = this.outstanding - this.pastPrincipal + settled;
    const earned = this.earned;
    const unaffected =
      this.earlyPrincipal > 0
        ? rounded(this.#withoutEarly, this.#divisor, this.terms.rounding) + this.carry
        : earned;
    const { principal, interest } = this.#asked(earned, unaffected, left);
    this.carry = this.isClosed ? 0 : earned - interest;
    rows.principal[row] = principal;
    rows.interest[row] = interest;
    this.askedPrincipal += principal;
    this.#scheduledPrincipal += this.schedule?.asked.principal[row] ?? 0;
    if (this.isPunctual) {
      this.outstanding -= principal - settled;
    } else {
      this.pastPrincipal += principal - settled;
      this.pastInterest += interest - (rows.settledInterest[row] ?? 0);
    }
    rows.balanceAfter[row] =
      this.schedule === null ? this.outstanding - this.pastPrincipal : this.disbursed - this.askedPrincipal;
    this.#beginRow(row + 1);
  }

  #beginRow(row: number): void {
    this.row = row;
    this.#totalAtDue = this.#timeline.at(this.basis.plan.due[row] ?? this.day);
    if (this.aheadInterest > 0) this.aheadInterest -= this.rows.settledInterest[row] ?? 0;
    this.inTerm.whole = 0;
    this.inTerm.part = 0;
    this.earlyPrincipal = 0;
    this.balanceAtStart = this.outstanding - this.pastPrincipal;
    if (this.#replansAtRates && this.level < 0) this.plan();
  }

  #asked(
    earned: number,
    unaffected: number,
    left: number,
  ): { readonly principal: number; readonly interest: number } {
    const { row, rows, terms } = this;
    const settledPrincipal = rows.settledPrincipal[row] ?? 0;
    const settledInterest = rows.settledInterest[row] ?? 0;
    if (this.isClosed) return { principal: settledPrincipal, interest: settledInterest };
    const isLast = row === rows.count - 1;
    if (this.schedule !== null) {
      const scheduled = Math.max(this.schedule.asked.principal[row] ?? 0, settledPrincipal);
      const principal = isLast ? left : Math.min(scheduled, left);
      return { principal, interest: this.#scheduledInterest(this.schedule, settledInterest) };
    }
    return askedOf(terms, {
      isLast,
      isDeferred: row < terms.grace.interestPayment,
      isLevel: this.#replansAtRates && this.basis.plan.shares[row] !== 0,
      planned: this.plannedPrincipal(unaffected),
      earned,
      unaffected,
      settledPrincipal,
      settledInterest,
      left,
    });
  }

  /** What was settled ahead beyond what the row asks in the end is asked less by the rows after it. */
  #scheduledInterest({ asked }: Schedule, settled: number): number {
    const scheduled = (asked.interest[this.row] ?? 0) - this.settledBeyond;
    const interest = Math.max(scheduled, settled);
    this.settledBeyond = interest - scheduled;
    return interest;
  }

  /** Principal the current row asks beside an interest, before what was paid ahead and what is left. */
  plannedPrincipal(interest: number): number {
    if (!this.#replansAtRates) return this.rows.planned[this.row] ?? 0;
    return Math.max(this.level - interest, 0);
  }
}
