import type { Basis } from './basis.ts';
import type { DayNumber } from './day-number.ts';
import { addProduct, rounded } from './exact.ts';
import type { Exact } from './exact.ts';
import { planPrincipal } from './planning.ts';
import { emptyRows } from './rows.ts';
import type { Rows } from './rows.ts';
import type { LoanTerms } from './terms.ts';

/** Hears of every stretch of nights on a constant balance; `row` is null after the last due date. */
export type SpanSink = (
  row: number | null,
  kind: 'in-term' | 'overdue',
  from: DayNumber,
  to: DayNumber,
  balance: number,
) => void;

/** What a schedule asks, row by row, fixed before any payment. */
export interface Asked {
  readonly principal: readonly number[];
  readonly interest: readonly number[];
}

/**
 * One loan while its life is replayed in order of days: rows fall due, nights bear interest, money comes in.
 * Each step costs the same whatever came before, so a life costs in proportion to its facts and rows.
 */
export class Ledger {
  readonly basis: Basis;
  readonly terms: LoanTerms;
  readonly rows: Rows;
  /** With interest by the schedule: what each row asks. */
  readonly asked: Asked | null;
  sink: SpanSink | null;
  day: DayNumber;
  /** The current row, from 0; the number of rows after the last due date. */
  row = 0;
  disbursed = 0;
  outstanding = 0;
  askedPrincipal = 0;
  /** Asked and not settled. */
  pastPrincipal = 0;
  pastInterest = 0;
  /** Interest of earlier rows that is asked with the current one. */
  carry = 0;
  readonly inTerm: Exact = { whole: 0, part: 0 };
  readonly overdue: Exact = { whole: 0, part: 0 };
  overdueSettled = 0;
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
  #total: number;

  constructor(basis: Basis, asked: Asked | null = null, sink: SpanSink | null = null) {
    const { compiled, plan, timeline } = basis;
    this.basis = basis;
    this.terms = compiled.terms;
    this.asked = asked;
    this.sink = sink;
    this.rows = emptyRows(plan.due.length);
    this.day = plan.start;
    this.inTermSince = plan.start;
    this.#divisor = timeline.divisor;
    this.#overdueDivisor = timeline.divisor * compiled.overdueDenominator;
    this.#overdueFactor = compiled.terms.overduePrincipalAccrues ? compiled.overdueNumerator : 0;
    this.#isPerInstalment = compiled.terms.overdueRegime === 'per-instalment';
    this.#total = timeline.at(plan.start);
    this.#plan();
  }

  /** Principal that is overdue in the night after the present day. */
  get overduePrincipal(): number {
    return this.#isPerInstalment || this.row === this.rows.count ? this.pastPrincipal : 0;
  }

  /** What bears interest in term in the night after the present day. */
  get bearing(): number {
    if (this.isClosed || this.row === this.rows.count) return 0;
    if (this.terms.interestMethod === 'flat') return this.disbursed;
    if (this.asked !== null) return this.disbursed - this.askedPrincipal;
    return this.outstanding - this.overduePrincipal;
  }

  /** Interest of the current row accrued to the present day, with what earlier rows left to it. */
  get earned(): number {
    return rounded(this.inTerm, this.#divisor, this.terms.rounding) + this.carry;
  }

  get overdueEarned(): number {
    return rounded(this.overdue, this.#overdueDivisor, this.terms.rounding);
  }

  /** Moves to the close of a day; rows that are due on or before it fall due. */
  advance(to: DayNumber): void {
    const { due } = this.basis.plan;
    let next = due[this.row];
    while (next !== undefined && next <= to) {
      this.#accrue(next);
      this.#fallDue();
      next = due[this.row];
    }
    this.#accrue(to);
  }

  /** Carries on to the last due date, each later row paid in time; what is past stays as it is. */
  foresee(): void {
    this.isPunctual = true;
    this.sink = null;
    this.advance(this.basis.plan.due.at(-1) ?? this.day);
  }

  /** The interest the current row will bear to its due date when nobody pays before. */
  expectedInterest(): number {
    const { plan, timeline, history } = this.basis;
    const due = plan.due[this.row] ?? this.day;
    const atDue = timeline.at(due);
    const sum = { ...this.inTerm };
    addProduct(sum, this.bearing, atDue - this.#total, this.#divisor);
    for (const { on, amount } of history.tranches) {
      if (on > this.day && on < due) addProduct(sum, amount, atDue - timeline.at(on), this.#divisor);
    }
    return rounded(sum, this.#divisor, this.terms.rounding) + this.carry;
  }

  #accrue(to: DayNumber): void {
    const from = this.day;
    if (to <= from) return;
    const overdue = this.overduePrincipal;
    this.#noteClass(overdue, from);
    const total = this.basis.timeline.at(to);
    const grown = total - this.#total;
    this.#total = total;
    this.day = to;
    if (grown === 0 && this.sink === null) return;
    const bearing = this.bearing;
    if (bearing > 0) addProduct(this.inTerm, bearing, grown, this.#divisor);
    const accruing = this.#overdueFactor === 0 ? 0 : overdue;
    if (accruing > 0) addProduct(this.overdue, accruing, grown * this.#overdueFactor, this.#overdueDivisor);
    if (this.sink === null) return;
    if (bearing > 0) this.sink(this.row, 'in-term', from, to, bearing);
    if (accruing > 0) {
      this.sink(this.row === this.rows.count ? null : this.row, 'overdue', from, to, accruing);
    }
  }

  /** Debt turns overdue with the first night after the due date, and back on the day it is paid. */
  #noteClass(overdue: number, from: DayNumber): void {
    if (overdue > 0) {
      this.overdueSince ??= from + 1;
    } else if (this.overdueSince !== null) {
      this.overdueSince = null;
      this.inTermSince = from;
    }
  }

  #fallDue(): void {
    const { row, rows } = this;
    const settled = rows.settledPrincipal[row] ?? 0;
    const left = this.outstanding - this.pastPrincipal + settled;
    const earned = this.earned;
    const interest = this.#interestAsked(earned);
    const principal = this.#principalAsked(interest, left);
    this.inTerm.whole = 0;
    this.inTerm.part = 0;
    this.carry = this.isClosed ? 0 : earned - interest;
    rows.principal[row] = principal;
    rows.interest[row] = interest;
    this.askedPrincipal += principal;
    if (this.isPunctual) {
      this.outstanding -= principal - settled;
    } else {
      this.pastPrincipal += principal - settled;
      this.pastInterest += interest - (rows.settledInterest[row] ?? 0);
    }
    rows.balanceAfter[row] =
      this.asked === null ? this.outstanding - this.pastPrincipal : this.disbursed - this.askedPrincipal;
    this.row = row + 1;
    this.#plan();
  }

  #plan(): void {
    if (this.asked === null && this.row < this.rows.count) planPrincipal(this);
  }

  #interestAsked(earned: number): number {
    const { row, rows, terms } = this;
    const settled = rows.settledInterest[row] ?? 0;
    if (this.isClosed) return settled;
    if (this.asked !== null) return this.asked.interest[row] ?? 0;
    if (row === rows.count - 1) return earned;
    if (row < terms.grace.interestPayment) return settled;
    const instalment = rows.instalment[row] ?? -1;
    if (instalment < 0 || terms.earlyPayment !== 'within-instalment-amount') return earned;
    const room = instalment - (rows.settledPrincipal[row] ?? 0);
    return Math.min(earned, Math.max(room, settled));
  }

  #principalAsked(interest: number, left: number): number {
    const { row, rows } = this;
    const settled = rows.settledPrincipal[row] ?? 0;
    if (this.isClosed) return settled;
    if (this.asked !== null) return this.asked.principal[row] ?? 0;
    if (row === rows.count - 1) return left;
    return Math.min(Math.max(this.plannedPrincipal(interest), settled), left);
  }

  /** Principal the current row asks beside its interest, before what was paid ahead and what is left. */
  plannedPrincipal(interest: number): number {
    const { row, rows } = this;
    if (this.terms.amortisation !== 'equal-instalment') return rows.planned[row] ?? 0;
    if (this.basis.plan.shares[row] === 0) return 0;
    const instalment = rows.instalment[row] ?? -1;
    if (instalment < 0) return Math.max(this.level - interest, 0);
    const isWithin = this.terms.earlyPayment === 'within-instalment-amount';
    return isWithin ? instalment - interest : (rows.planned[row] ?? 0);
  }
}
