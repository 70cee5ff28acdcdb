import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { SpanSink } from '../interest/span-sink.ts';
import { planPrincipal } from '../rows/planning.ts';
import type { SharePlan } from '../rows/planning.ts';
import { emptyRows } from '../rows/rows.ts';
import type { Rows } from '../rows/rows.ts';
import type { Schedule } from '../rows/schedule.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { Accrual } from './accrual.ts';
import type { Basis } from './basis.ts';
import { fallDue } from './falling.ts';
import { noteClass } from './turning.ts';

/**
 * One loan while its life is replayed in order of days: rows fall due, nights bear interest, money comes in.
 * Each step costs the same whatever came before, so a life costs in proportion to its facts and rows.
 */
export class Ledger {
  readonly basis: Basis;
  readonly terms: LoanTerms;
  readonly rows: Rows;
  readonly accrual: Accrual;
  /** With interest by the schedule: what the rows ask. */
  readonly schedule: Schedule | null;
  /** Is principal overdue instalment by instalment, or only after the last due date? */
  readonly isPerInstalment: boolean;
  /** Level instalments follow the rate. */
  readonly followsRates: boolean;
  readonly #isFlat: boolean;
  sink: SpanSink | null;
  day: DayNumber;
  /** The current row, from 0; the number of rows after the last due date. */
  row = 0;
  disbursed = 0;
  outstanding = 0;
  askedPrincipal = 0;
  /** Asked by the schedule so far, whatever more of it was paid ahead. */
  scheduledPrincipal = 0;
  /** Asked and not settled. */
  pastPrincipal = 0;
  pastInterest = 0;
  /** Interest of earlier rows that is asked with the current one. */
  carry = 0;
  /** Principal in term when the current row began; read for level instalments only. */
  balanceAtStart = 0;
  overdueSettled = 0;
  /** Interest by the schedule that was settled beyond what rows so far asked. */
  settledBeyond = 0;
  /** Interest by the schedule that was settled ahead for rows after the current one. */
  aheadInterest = 0;
  /** The level amount; -1 before the first row that bears principal. */
  level = -1;
  /** How principal was shared out, once for each tranche. */
  readonly plans: SharePlan[] = [];
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
  /** Next of the days on which another rate begins. */
  #rateDay = 0;
  /** Days on which the nights begin to bear otherwise, where interest is rounded by stretches. */
  readonly #turns: readonly DayNumber[];
  /** Next of them. */
  #turn = 0;
  /** The next day on which a row falls due, a stretch ends or level instalments follow the rate. */
  #nextStop = 0;

  constructor(basis: Basis, schedule: Schedule | null = null, sink: SpanSink | null = null) {
    const { terms } = basis.compiled;
    this.basis = basis;
    this.terms = terms;
    this.schedule = schedule;
    this.sink = sink;
    this.rows = emptyRows(basis.plan.due.length);
    this.accrual = new Accrual(basis);
    this.day = basis.plan.start;
    this.inTermSince = this.day;
    this.isPerInstalment = terms.overdueRegime === 'per-instalment';
    this.followsRates = terms.amortisation === 'equal-instalment';
    this.#isFlat = terms.interestMethod === 'flat';
    this.#turns = this.accrual.isByStretch ? basis.timeline.turns : [];
    this.#findStop();
  }

  /** Due date of the current row; the present day after the last. */
  get due(): DayNumber {
    return this.basis.plan.due[this.row] ?? this.day;
  }

  /** Principal that is overdue in the night after the present day. */
  get overduePrincipal(): number {
    return this.isPerInstalment || this.row === this.rows.count ? this.pastPrincipal : 0;
  }

  /** What bears interest in term in the night after the present day. */
  get bearing(): number {
    return this.#bearingBeside(this.overduePrincipal);
  }

  #bearingBeside(overdue: number): number {
    if (this.isClosed || this.row === this.rows.count) return 0;
    if (this.schedule === null) return this.#isFlat ? this.disbursed : this.outstanding - overdue;
    return this.#isFlat ? this.disbursed : this.disbursed - this.scheduledPrincipal;
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
    return this.accrual.earned + this.carry;
  }

  /** The interest the current row bears when no early money is paid in it, as known on the present day. */
  interestWithoutEarly(): number {
    return this.accrual.foreseen(this.day, this.due, this.bearing) + this.carry;
  }

  /** Moves to the close of a day; rows that are due on or before it fall due. */
  advance(to: DayNumber): void {
    while (this.#nextStop <= to) {
      const stop = this.#nextStop;
      this.#accrue(stop);
      if (this.basis.plan.due[this.row] === stop) fallDue(this);
      else if (this.#turns[this.#turn] === stop) {
        this.#turn += 1;
        this.accrual.endStretches();
      } else {
        this.#rateDay += 1;
        this.plan();
      }
      this.#findStop();
    }
    this.#accrue(to);
  }

  beginRow(row: number): void {
    this.row = row;
    this.accrual.beginRow(this.due);
    if (this.aheadInterest > 0) this.aheadInterest -= this.rows.settledInterest[row] ?? 0;
    this.balanceAtStart = this.outstanding - this.pastPrincipal;
    if (this.followsRates && this.level < 0) this.plan();
  }

  /** Plans principal anew from the current row on. */
  plan(): void {
    this.ahead = 0;
    if (this.schedule === null && this.row < this.rows.count) planPrincipal(this);
  }

  /** Carries on to the last due date, each later row paid in time; what is past stays as it is. */
  foresee(): void {
    this.isPunctual = true;
    this.sink = null;
    this.advance(this.basis.plan.due.at(-1) ?? this.day);
  }

  /** Goes on from figures that were kept, at its day and row. */
  resumed(): void {
    this.accrual.resume(this.day, this.due);
    this.#rateDay = this.basis.rateDays.filter((from) => from <= this.day).length;
    // What a fact of this very day turns is still to come.
    this.#turn = this.#turns.filter((turn) => turn < this.day).length;
    this.#findStop();
  }

  #findStop(): void {
    const { plan, rateDays } = this.basis;
    const rateDay = this.followsRates ? (rateDays[this.#rateDay] ?? Infinity) : Infinity;
    this.#nextStop = Math.min(plan.due[this.row] ?? Infinity, rateDay, this.#turns[this.#turn] ?? Infinity);
  }

  #accrue(to: DayNumber): void {
    const from = this.day;
    if (to <= from) return;
    const { accrual, overduePrincipal } = this;
    const bearing = this.#bearingBeside(overduePrincipal);
    if (overduePrincipal > 0 || this.overdueSince !== null) noteClass(this, overduePrincipal);
    accrual.pass(to, bearing, overduePrincipal);
    this.day = to;
    if (this.sink === null) return;
    if (bearing > 0) this.sink(this.row, 'in-term', from, to, bearing);
    if (overduePrincipal > 0 && accrual.bearsOverdue) {
      this.sink(this.row === this.rows.count ? null : this.row, 'overdue', from, to, overduePrincipal);
    }
  }
}
