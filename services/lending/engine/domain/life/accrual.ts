import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Basis } from './basis.ts';
import { addProduct, bringDown, rounded, roundedSum } from '../interest/exact.ts';
import type { Exact } from '../interest/exact.ts';
import { carriedOn, endStretch } from '../interest/stretches.ts';
import type { Stretches } from '../interest/stretches.ts';
import type { Timeline } from '../interest/timeline.ts';
import type { Rounding } from '../terms/terms.ts';

/**
 * What the nights bear: of the current row in term, and of overdue principal since the disbursement. Exact; where
 * interest is rounded by stretches, exact for those that run.
 */
export class Accrual {
  readonly inTerm: Exact = { whole: 0, part: 0 };
  readonly overdue: Exact = { whole: 0, part: 0 };
  /** Interest of the current row if no principal had been paid ahead in it; kept once some was. */
  readonly withoutEarly: Exact = { whole: 0, part: 0 };
  /** The stretches of each of the three; nothing ever ends in them where a row is rounded as a whole. */
  readonly stretches: Stretches = {
    inTerm: { ended: 0, balance: 0 },
    overdue: { ended: 0, balance: 0 },
    withoutEarly: { ended: 0, balance: 0 },
  };
  readonly isByStretch: boolean;
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
    this.isByStretch = compiled.terms.interestRounding === 'per-stretch';
    this.#total = timeline.at(plan.start);
    this.#totalAtDue = timeline.at(plan.due[0] ?? plan.start);
  }

  get bearsOverdue(): boolean {
    return this.#overdueFactor > 0;
  }

  /** Nights up to a day pass on a balance in term and one overdue. */
  pass(to: DayNumber, bearing: number, overdue: number): void {
    if (this.isByStretch) this.#follow(bearing, overdue);
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

  /** A stretch ends where its balance changes in a night. */
  #follow(bearing: number, overdue: number): void {
    const { stretches, earlyPrincipal } = this;
    if (stretches.inTerm.balance !== bearing) this.#endInTerm();
    stretches.inTerm.balance = bearing;
    if (stretches.withoutEarly.balance !== bearing + earlyPrincipal) this.#endWithoutEarly();
    stretches.withoutEarly.balance = bearing + earlyPrincipal;
    if (stretches.overdue.balance !== overdue) this.#endOverdue();
    stretches.overdue.balance = overdue;
  }

  /** The nights begin to bear otherwise. */
  endStretches(): void {
    this.#endInTerm();
    this.#endWithoutEarly();
    this.#endOverdue();
  }

  #endInTerm(): void {
    endStretch(this.stretches.inTerm, this.inTerm, this.#divisor, this.#rounding);
  }

  #endWithoutEarly(): void {
    if (this.earlyPrincipal === 0) return;
    endStretch(this.stretches.withoutEarly, this.withoutEarly, this.#divisor, this.#rounding);
  }

  #endOverdue(): void {
    endStretch(this.stretches.overdue, this.overdue, this.#overdueDivisor, this.#rounding);
  }

  /** Principal is paid ahead, so that the row still knows its interest without it. */
  payAhead(amount: number): void {
    if (this.earlyPrincipal === 0) {
      this.withoutEarly.whole = this.inTerm.whole;
      this.withoutEarly.part = this.inTerm.part;
      Object.assign(this.stretches.withoutEarly, this.stretches.inTerm);
    }
    this.earlyPrincipal += amount;
  }

  beginRow(due: DayNumber): void {
    this.#totalAtDue = this.timeline.at(due);
    this.inTerm.whole = 0;
    this.inTerm.part = 0;
    this.earlyPrincipal = 0;
    if (!this.isByStretch) return;
    this.stretches.inTerm.ended = 0;
    this.#endOverdue();
  }

  /** Goes on from sums that were kept, in a row that is due on a day. */
  resume(day: DayNumber, due: DayNumber): void {
    this.#total = this.timeline.at(day);
    this.#totalAtDue = this.timeline.at(due);
  }

  /** Interest of the current row so far. */
  get earned(): number {
    return rounded(this.inTerm, this.#divisor, this.#rounding) + this.stretches.inTerm.ended;
  }

  /** The same if no principal had been paid ahead in the row. */
  get unaffected(): number {
    if (this.earlyPrincipal === 0) return this.earned;
    return rounded(this.withoutEarly, this.#divisor, this.#rounding) + this.stretches.withoutEarly.ended;
  }

  get overdueEarned(): number {
    const { ended } = this.stretches.overdue;
    if (this.overdue.whole === 0 && this.overdue.part === 0) return ended;
    return rounded(this.overdue, this.#overdueDivisor, this.#rounding) + ended;
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
    if (this.isByStretch) return this.#foreseenByStretch(day, due, whole, known);
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
  #foreseenByStretch(day: DayNumber, due: DayNumber, balance: number, known: Timeline): number {
    const isEarly = this.earlyPrincipal > 0;
    const stretch = isEarly ? this.stretches.withoutEarly : this.stretches.inTerm;
    const running = isEarly ? this.withoutEarly : this.inTerm;
    const soFar = { ...stretch, day, running, timeline: this.timeline };
    return carriedOn(soFar, balance, due, known, this.#rounding);
  }
}
