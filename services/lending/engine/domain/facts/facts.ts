import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Rate } from '#shared/domain/rate.ts';

/**
 * Facts act in date order whatever the order of arrival. On one day a row falls due first, then act
 * disbursements, rate changes, payments and waivers (in the order of their ids), write-off, recoveries.
 *
 * Money is split by what is known on its day: tranches, rate changes, freezes and pauses (by their `on`) that
 * come later change what rows ask, never how earlier money was split between principal and interest. What was
 * decided about due dates counts from the beginning, whatever its day; decisions of one day act in the order
 * first due date, moves, adjustments, extension, rollover.
 *
 * **As of** day A: facts with `on` ≤ A count; those without `on` (a pause, a due-date move) always count.
 * **As known on** instant K: facts recorded after K do not count; one without `recordedAt` always counts.
 */
export type Fact =
  | Disbursement
  | Payment
  | Waiver
  | Reversal
  | RateChange
  | Calendar
  | Freezing
  | WriteOff
  | Recovery
  | Remark;

interface Recorded {
  /** Instant, ISO 8601 in UTC; compared as text. */
  readonly recordedAt?: string | undefined;
}

interface Dated extends Recorded {
  readonly on: DayNumber;
}

/** Before the last due date. After a payoff it opens the loan again. */
export interface Disbursement extends Dated {
  readonly type: 'disbursement';
  /** Needed only to be reversed. */
  readonly id?: string | undefined;
  readonly amount: number;
}

export interface Payment extends Dated {
  readonly type: 'payment';
  readonly id: string;
  readonly amount: number;
}

/** Interest the lender gives up: overdue interest first, then the oldest row, up to what accrued to the day. */
export interface Waiver extends Dated {
  readonly type: 'waiver';
  readonly id: string;
  readonly amount: number;
}

/**
 * From `on` the target has never happened: as of earlier days it still counts. A disbursement, payment,
 * waiver or recovery can be reversed, once.
 */
export interface Reversal extends Dated {
  readonly type: 'reversal';
  readonly target: string;
}

/** The balance at the close of `on` is the first to accrue at the new rate, overdue principal too. */
export interface RateChange extends Dated {
  readonly type: 'rate-change';
  readonly rate: Rate;
}

export type Calendar =
  | (Recorded & {
      readonly type: 'interest-pause';
      readonly on?: DayNumber | undefined;
      /** Both days included; a day's interest is that of the night before it. */
      readonly from: DayNumber;
      readonly to: DayNumber;
    })
  | (Recorded & {
      /** The row due on `from` becomes due on `to`, between the due dates beside it; other rows stay. */
      readonly type: 'due-date-move';
      readonly on?: DayNumber | undefined;
      readonly from: DayNumber;
      readonly to: DayNumber;
    })
  | (Dated & {
      /** 08/TD: the principal due on `from` is asked on `to`, a due date not after the next principal's. */
      readonly type: 'instalment-adjustment';
      readonly from: DayNumber;
      readonly to: DayNumber;
    })
  | (Dated & {
      /**
       * 09/TD, decided by the last due date: its principal is asked on `to`; interest rows go on at their
       * rhythm in between. In total at most 12 months when the term is up to 12, else half of the term.
       */
      readonly type: 'extension';
      readonly to: DayNumber;
    })
  | (Dated & {
      /** Lưu vụ: one more cycle of at most the original term, once all interest due is paid. */
      readonly type: 'rollover';
      readonly to: DayNumber;
    })
  | (Dated & {
      /** The first due date becomes `due` (a student leaves); the rows follow from it. */
      readonly type: 'first-due-set';
      readonly due: DayNumber;
    });

export type Freezing =
  | (Dated & {
      /** Khoanh: balances at the close of `on` to `until` (both included; null = open) bear no interest. */
      readonly type: 'freeze';
      readonly until: DayNumber | null;
    })
  | (Dated & {
      /** `on` is the first day that bears interest again. */
      readonly type: 'freeze-end';
    });

/** All that is owed leaves the books; nothing accrues any more. */
export interface WriteOff extends Dated {
  readonly type: 'write-off';
}

/** Money received on written-off debt: principal first, then interest. */
export interface Recovery extends Dated {
  readonly type: 'recovery';
  readonly id: string;
  readonly amount: number;
}

/** Facts of the loan's life that move no money. */
export interface Remark extends Dated {
  readonly type: 'representative-change' | 'transfer';
}
