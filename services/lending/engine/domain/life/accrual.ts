import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Basis } from './basis.ts';
import { addProduct, bringDown, rounded, roundedSum } from '../interest/exact.ts';
import type { Exact } from '../interest/exact.ts';
import type { Timeline } from '../interest/timeline.ts';
import type { Rounding } from '../terms/terms.ts';

/** What the nights bear: of the current row in term, and of overdue principal since the disbursement. Exact. */
export class Accrual {
  readonly inTerm: Exact = { whole: 0, part: 0 };
  readonly overdue: Exact = { whole: 0, part: 0 };
  /** Interest of the current row if no principal had been paid ahead in it; kept once some was. */
  readonly withoutEarly: Exact = { whole: 0, part: 0 };
  /** Principal paid ahead since the current row began. */
  earlyPrincipal = 0;
  readonly timeline: Timeline;
  readonly #basis: Basis;
  readonly #divisor: number;
  readonly #overdueDivisor: number;
  readonly #overdueFactor: number;
  readonly #rounding: Rounding;
  readonly #scratch: Exact = { whole: 0, part: 0 };
  #total: number;
  /** The running total at the due date of the current row. */
  #totalAtDue: number;

  constructor(basis: Basis) {
    const { compiled, plan, timeline } = basis;
    this.#basis = basis;
    this.timeline = timeline;
    this.#divisor = timeline.divisor;
    this.#overdueDivisor = timeline.divisor * compiled.overdueDenominator;
    this.#overdueFactor = compiled.terms.overduePrincipalAccrues ? compiled.overdueNumerator : 0;
    this.#rounding = compiled.terms.rounding;
    this.#total = timeline.at(plan.start);
    this.#totalAtDue = timeline.at(plan.due[0] ?? plan.start);
  }

  get bearsOverdue(): boolean {
    return this.#overdueFactor > 0;
  }

  /** Nights up to a day pass on a balance in term and one overdue. */
  pass(to: DayNumber, bearing: number, overdue: number): void {
    const total = this.timeline.at(to);
    const grown = total - this.#total;
    this.#total = total;
    addProduct(this.inTerm, bearing, grown, this.#divisor);
    if (this.earlyPrincipal > 0) {
      addProduct(this.withoutEarly, bearing + this.earlyPrincipal, grown, this.#divisor);
    }
    if (overdue > 0 && this.#overdueFactor > 0) {
      addProduct(this.overdue, overdue, grown * this.#overdueFactor, this.#overdueDivisor);
    }
  }

  /** Principal is paid ahead, so that the row still knows its interest without it. */
  payAhead(amount: number): void {
    if (this.earlyPrincipal === 0) {
      this.withoutEarly.whole = this.inTerm.whole;
      this.withoutEarly.part = this.inTerm.part;
    }
    this.earlyPrincipal += amount;
  }

  beginRow(due: DayNumber): void {
    this.#totalAtDue = this.timeline.at(due);
    this.inTerm.whole = 0;
    this.inTerm.part = 0;
    this.earlyPrincipal = 0;
  }

  /** Goes on from sums that were kept, in a row that is due on a day. */
  resume(day: DayNumber, due: DayNumber): void {
    this.#total = this.timeline.at(day);
    this.#totalAtDue = this.timeline.at(due);
  }

  /** Interest of the current row so far. */
  get earned(): number {
    return rounded(this.inTerm, this.#divisor, this.#rounding);
  }

  /** The same if no principal had been paid ahead in the row. */
  get unaffected(): number {
    return this.earlyPrincipal > 0 ? rounded(this.withoutEarly, this.#divisor, this.#rounding) : this.earned;
  }

  get overdueEarned(): number {
    if (this.overdue.whole === 0 && this.overdue.part === 0) return 0;
    return rounded(this.overdue, this.#overdueDivisor, this.#rounding);
  }

  /** Interest that early money has spared the current row so far, in parts of the timeline's divisor. */
  get spared(): bigint {
    if (this.earlyPrincipal === 0) return 0n;
    const { whole, part } = this.withoutEarly;
    return BigInt(whole - this.inTerm.whole) * BigInt(this.#divisor) + BigInt(part - this.inTerm.part);
  }

  /** The sums of the row and of overdue interest, brought down to what a state keeps. */
  settleSums(): void {
    bringDown(this.inTerm, this.#divisor);
    bringDown(this.withoutEarly, this.#divisor);
    bringDown(this.overdue, this.#overdueDivisor);
  }

  /** What the current row bears until it is due when no early money is paid in it, as known on a day. */
  foreseen(day: DayNumber, due: DayNumber, bearing: number): number {
    const { lastDecision, timelineKnownOn } = this.#basis;
    const known = day >= lastDecision ? this.timeline : timelineKnownOn(day);
    const soFar = this.earlyPrincipal > 0 ? this.withoutEarly : this.inTerm;
    const whole = bearing + this.earlyPrincipal;
    const sum = this.#scratch;
    if (known === this.timeline) {
      sum.whole = soFar.whole;
      sum.part = soFar.part;
      addProduct(sum, whole, this.#totalAtDue - this.#total, this.#divisor);
      return rounded(sum, this.#divisor, this.#rounding);
    }
    sum.whole = 0;
    sum.part = 0;
    addProduct(sum, whole, known.at(due) - known.at(day), known.divisor);
    return roundedSum(soFar, this.#divisor, sum, known.divisor, this.#rounding);
  }
}
