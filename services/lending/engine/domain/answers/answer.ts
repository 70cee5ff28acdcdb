import type { DayNumber } from '#shared/domain/civil-day.ts';

/** What the engine says of a loan as of a day: amounts in whole đồng. */
export interface Answer {
  readonly asOf: DayNumber;
  readonly instalments: readonly Instalment[];
  readonly transactions: readonly Transaction[];
  readonly position: Position;
  /** What closes the loan on the day. */
  readonly payoff: Payoff;
  /** The spans of nights of which the interest is the sum; empty unless asked for. */
  readonly derivation: readonly Span[];
}

export interface Split {
  readonly principal: number;
  readonly interest: number;
}

/**
 * One row. Rows due by the day ask what they asked; the current and later rows say what they will ask when
 * nothing but their own punctual payment happens after the day. Arrears stay as they are. When a payoff or a
 * write-off closes the loan, the current row asks (and has settled) all principal that no row had asked;
 * rows after it keep only what was paid ahead for them.
 */
export interface Instalment extends Split {
  readonly n: number;
  readonly from: DayNumber;
  readonly due: DayNumber;
  /** Nights of the row. */
  readonly days: number;
  readonly total: number;
  /** Principal not overdue and not due that is left when the row falls due. */
  readonly balanceAfter: number;
  readonly paid: Split;
  readonly waived: number;
  readonly outstanding: Split;
  /** Days since the due date while something of the row is unpaid, else 0. */
  readonly daysLate: number;
}

/**
 * One payment, waiver or recovery; principal + interest + overdueInterest + excess = amount. The interest of a
 * payment that closes a loan by the schedule is negative when more had been paid ahead than was owed by then.
 */
export interface Transaction extends Split {
  readonly type: 'disbursement' | 'payment' | 'waiver' | 'write-off' | 'recovery';
  readonly id: string | null;
  readonly on: DayNumber;
  readonly amount: number;
  readonly overdueInterest: number;
  /** Beyond all that was owed on the day. */
  readonly excess: number;
  /** Principal outstanding after it. */
  readonly balanceAfter: number;
}

export type DebtClass = 'none' | 'in-term' | 'overdue' | 'frozen' | 'settled' | 'written-off';

export interface Position {
  readonly principalDisbursed: number;
  readonly principalPaid: number;
  readonly principalOutstanding: number;
  /** Unpaid principal whose due date has come, overdue included. */
  readonly principalDue: number;
  readonly principalOverdue: number;
  /**
   * Interest in term accrued to the day and unpaid, due or not (lãi tồn trong hạn). Of the current row it is what
   * accrued less all interest settled for it and, by the schedule, ahead for later rows: a payoff never takes
   * interest twice.
   */
  readonly interestAccrued: number;
  /** The part of it whose due date has come. */
  readonly interestDue: number;
  /** The part of it from rows in grace, until the first row after them falls due (lãi ân hạn). */
  readonly interestInGrace: number;
  /** Interest on overdue principal, accrued and unpaid (lãi tồn quá hạn). */
  readonly overdueInterest: number;
  /** Without what was paid for nights that came to bear nothing, which is in excess. */
  readonly interestPaid: number;
  readonly overdueInterestPaid: number;
  readonly interestWaived: number;
  /** Interest that payers other than the borrower owe for the nights so far. */
  readonly interestSupported: readonly { readonly payer: string; readonly amount: number }[];
  /** Payments and recoveries beyond all that was owed; what a waiver did not find owed is no money. */
  readonly excess: number;
  readonly writtenOff: Split;
  readonly recovered: Split;
  readonly class: DebtClass;
  /** First day of the present class. */
  readonly classSince: DayNumber | null;
  /** Days since the oldest due date of overdue principal. */
  readonly daysOverdue: number;
  readonly maturity: DayNumber | null;
  /** The oldest row not fully paid, as of the day. */
  readonly nextDue: (Split & { readonly due: DayNumber }) | null;
}

/** The interest is negative when more was paid ahead by the schedule than is owed by the day. */
export interface Payoff extends Split {
  readonly on: DayNumber;
  readonly total: number;
}

/**
 * Interest of a balance over nights with one rate: balance × rate × nights over the day count. The interest
 * of a row is the exact sum of its spans, rounded once.
 */
export interface Span {
  /** Row the nights belong to; null after the last due date. */
  readonly n: number | null;
  readonly kind: 'in-term' | 'overdue';
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly days: number;
  readonly balance: number;
  /** Per cent a year of the borrower as an exact fraction. */
  readonly rate: Fraction;
  /** Years of the nights by the day count. */
  readonly years: Fraction;
  /** Balance × rate / 100 × years, to the đồng by the rounding of the terms. */
  readonly interest: number;
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}
