import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Rate } from '#shared/domain/rate.ts';

/**
 * The terms of one loan. Inside the engine amounts are whole đồng in safe integers, days are numbers
 * (civil-day.ts) and rates millionths of a per cent a year; a factor such as 1.3 is in the same millionths.
 *
 * **Nights.** Interest belongs to nights. Money paid out on D bears interest from the night D→D+1; money
 * paid in on D still bore it in the night that ends in D. A row covers the nights between its `from` (the due
 * date before it, or the first disbursement) and its `due`.
 *
 * **Interest of a row** = Σ balance × rate × nights over the day count, exact, rounded once to the đồng when
 * the row falls due (but see `interestRounding`). Before that day the interest accrued to a day is the same sum up to it, rounded for the
 * collection or the display; what was collected is deducted from the row's single figure, so nothing is
 * gained or lost by collecting in parts.
 */
export interface LoanTerms {
  readonly dayCount: DayCount;
  readonly amortisation: Amortisation;
  /** `flat`: the nights bear interest on everything disbursed, whatever was repaid. */
  readonly interestMethod: 'declining-balance' | 'flat';
  /**
   * By date; exactly one step has `from: null`. A step from F changes the balance at the close of F first
   * (night F→F+1). With level instalments it recomputes the level like a rate-change fact.
   */
  readonly rates: readonly RateStep[];
  /** The reference rate that steps with a `factor` multiply; its own changes cascade by date. */
  readonly baseRates: readonly { readonly from: DayNumber | null; readonly rate: Rate }[];
  /** Temporary cuts by law: the rate × factor for balances at the close of `from` to `to`, both included. */
  readonly cuts: readonly { readonly from: DayNumber; readonly to: DayNumber; readonly factor: Rate }[];
  /**
   * Points of the rate that somebody else pays, for balances at the close of `from` to `to`. The borrower
   * owes the rest (never below zero); what the payer owes is told apart in the position.
   */
  readonly supports: readonly Support[];
  /** The rate of overdue principal is the rate of the night times this. */
  readonly overdueRateFactor: Rate;
  readonly principalEvery: Every;
  /** Rows fall due at this rhythm; `principalEvery` is a whole multiple of it. */
  readonly interestEvery: Every;
  /**
   * Principal instalments. The term is `instalments` × `principalEvery`; `bullet` asks all on the last;
   * with `custom` it is the number of `custom` entries.
   */
  readonly instalments: number;
  /**
   * Due date of the first row; null = first disbursement + `interestEvery`. Later due dates are counted in
   * whole steps from the first one; month steps keep the day of the month of the first due date (of the
   * disbursement when derived), shortened where a month is shorter: 31 Jan, 28 Feb, 31 Mar.
   */
  readonly firstDue: DayNumber | null;
  /** `rolls`: where a month is shorter the due date is the 1st of the next one: 31 Jan, 1 Mar, 31 Mar. */
  readonly monthEnd?: 'shortens' | 'rolls' | undefined;
  /**
   * The transaction point's fixed day of the month from a date on. When not empty a due date becomes the
   * first such day on or after it, by the calendar in force on that day, that no earlier row has taken: a
   * session asks one row. Where the day moves from the 5th to the 25th in April, the rows of 10 March and
   * 10 April would both meet on 25 April; the second is asked on 25 May and those after it a session later too.
   */
  readonly transactionDays: readonly { readonly from: DayNumber | null; readonly day: number }[];
  /**
   * Due dates and principal of a `custom` loan, in order. Rows fall due on these days and on the interest
   * dates before the last of them. The last entry takes the rest of what was disbursed.
   */
  readonly custom: readonly { readonly due: DayNumber; readonly principal: number }[];
  readonly grace: Grace;
  /** Principal instalments are rounded to a multiple of this, the rest falls on the last. */
  readonly principalMultiple: number;
  /** The level amount is rounded to a multiple of this. */
  readonly instalmentMultiple: number;
  /**
   * `smoothed` (level instalments): while the last differs from the level by more than half as many đồng as
   * there are instalments, try level + difference ÷ count, keep it while the difference shrinks, at most
   * three times.
   */
  readonly lastInstalment: 'takes-rest' | 'smoothed';
  readonly rounding: Rounding;
  /**
   * The interest of a row is rounded once (default), or each of its stretches is and the row asks their sum. A
   * stretch is nights on end of one row with the same balance, rate and part of the year; overdue interest is
   * rounded by its own stretches, those after the last row by the same rule. What runs is rounded for each question
   * and goes on exact.
   */
  readonly interestRounding?: 'per-row' | 'per-stretch' | undefined;
  /**
   * `per-instalment`: principal unpaid at the close of its due date is overdue from the night that follows.
   * `maturity-only`: only at the close of the last due date; until then unpaid principal stays in term.
   */
  readonly overdueRegime: 'per-instalment' | 'maturity-only';
  /** Does overdue principal bear interest (at rate × `overdueRateFactor`)? Interest never bears interest. */
  readonly overduePrincipalAccrues: boolean;
  /**
   * `actual-balance`: the nights bear interest on the principal really outstanding and not overdue.
   * `schedule`: on the principal not yet asked by the schedule, whatever was paid.
   */
  readonly interestRunsOn: 'actual-balance' | 'schedule';
  /**
   * What a payoff before the last due date asks when interest runs by the schedule: the interest accrued to the
   * day, or all that the rows to come still ask, as the schedule is known on the day.
   */
  readonly payoffInterest?: 'accrued' | 'all-scheduled' | undefined;
  /**
   * The row that shows the principal a payoff takes: the current one, in which it happens, or the last one, so that
   * rows in between keep what was paid of them. Interest is always shown in the row it belongs to.
   */
  readonly payoffRow?: 'current' | 'last' | undefined;
  readonly earlyPayment: EarlyPayment;
  /**
   * With level instalments whose interest is asked at the due date: `falls` by what early money saved, or is
   * `kept`, so that it is asked as principal. By default it falls; within the instalment amount it is always kept.
   */
  readonly levelTotal?: 'falls' | 'kept' | undefined;
  readonly allocation: Allocation;
}

/**
 * `actual/actual`: a night is 1/365 or 1/366 of a year by the calendar year it ends in.
 *
 * `actual/365-leap`: a night is 1/366 of a year in a row that holds 29 February (after its first day, up to its
 * due date), 1/365 in others.
 *
 * `actual/actual-start`: a night is 1/365 or 1/366 by the calendar year in which its row starts. In both, nights
 * after the last due date count as by `actual/actual`.
 *
 * `30/360`: a month is 1/12 of a year, a night in it 1/12 over the nights of that month, so a whole month is a
 * twelfth and a part counts by its actual days. Months turn on the day of the month of the due dates before
 * any of them was moved (of the disbursement when the first due date is derived). When the first due date
 * lies whole months after the disbursement (31 Jan, 28 Feb), months turn on the disbursement's day until it.
 * With a rhythm of days or weeks they turn on the first due date's day of the month, or on the
 * disbursement's when the first due date lies whole months after it.
 *
 * `30/360-moved`: the same, but each row counts its months from the day it begins, the due date before it as it was
 * moved; after the last due date from there.
 */
export type DayCount =
  | 'actual/365'
  | 'actual/360'
  | 'actual/actual'
  | 'actual/365-leap'
  | 'actual/actual-start'
  | '30/360'
  | '30/360-moved';

/**
 * `equal-principal`: principal not yet asked ÷ instalments left, rounded to `principalMultiple`, never more
 * than is left, the rest on the last; computed at the first row and again at a row that contains a tranche.
 * `equal-instalment`: level = balance ÷ Σ of discount factors of the actual periods, each factor being
 * Π 1/(1 + Σ rate × day fraction of the row); row principal = level − row interest, never negative; the last
 * row takes the rest. Computed at the first row that bears principal and again at each tranche and each change
 * of the borrower's rate,
 * for the row that contains it, on the balance at that row's start plus the tranches in it so far, with the
 * rates known by then and in force up to the row's end. A row contains day D when from ≤ D < due.
 */
export type Amortisation = 'equal-principal' | 'equal-instalment' | 'bullet' | 'custom';

export type Rounding = 'half-up' | 'half-even';

export interface Every {
  readonly n: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

export type RateStep =
  | { readonly from: DayNumber | null; readonly rate: Rate }
  | { readonly from: DayNumber | null; readonly factor: Rate };

export interface Support {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly points: Rate;
  readonly payer: string;
}

export interface Grace {
  /** First principal instalments that bear no principal; the count stays, the others share it. */
  readonly principal: number;
  /** First rows whose interest is not asked; it is added to the first row after them. */
  readonly interestPayment: number;
  /** First rows whose nights bear no interest. */
  readonly interestFree: number;
}

/**
 * How money is taken in the current row (from < day < due) with `actual-balance`.
 *
 * `within-instalment-amount`: the instalment is its principal plus the interest its nights would bear without
 * early money, and tranches and rate changes in the row as they come. Only the interest accrued to the day is
 * payable; the rest up to the instalment is principal. At the due date interest is asked up to the instalment
 * less the principal already settled; what no longer fits is added to the next row, the last row asks all.
 * With level instalments the total stays the level: what early money saves in interest is asked as principal,
 * and a row paid ahead up to its level asks nothing more.
 *
 * `principal-only-interest-at-due-date`: the money is principal, up to the principal of the row, then beyond;
 * the row's interest is asked in full at its due date, lower by what was saved.
 *
 * With `schedule` the whole interest and principal of a row are payable at any time.
 */
export type EarlyPayment = 'within-instalment-amount' | 'principal-only-interest-at-due-date';

export type Order = 'IP' | 'PI';

/**
 * A payment settles rows past due (oldest first, in each row in the given order), the row due on the day,
 * the current row, then what lies beyond. Overdue interest belongs to `pastDue`: with IP it is taken before
 * all past-due rows, with PI after them. A payment of at least the payoff closes the loan first of all.
 *
 * `beyond`: principal of the `next` rows in order, the last one taking whatever is left; or of the `last` rows
 * from the end backwards, each up to what it would still ask after what earlier rows took beyond their plan,
 * the current row taking whatever is left; `last-before-current` gives principal to them before the current row
 * takes any, after the interest payable when that comes first. With `actual-balance` only principal is taken ahead, up to the
 * planned principal of each row (level instalments: up to the level); interest accrued to the day is taken at
 * the end when all principal is paid. With `schedule` interest and principal of each row are taken as the
 * schedule stands on the day, in the order `inAdvance`; what was taken ahead beyond what a row asks in the
 * end is asked less by the rows after it, and after the last row it is in excess. A payoff asks the interest
 * accrued to its day (`payoffInterest`): what was paid ahead for later nights is money again and pays the rest of the loan. A
 * write-off leaves it to the borrower, in excess. At every instant what was received is principal, interest or
 * excess.
 */
export interface Allocation {
  readonly pastDue: Order;
  readonly due: Order;
  readonly inAdvance: Order;
  readonly beyond: 'next' | 'last' | 'last-before-current';
}
