import type { LeafId } from '#capital/ledger/domain/leaf.ts';
import { addMonths } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

export interface Instalment {
  readonly due: BusinessDay;
  readonly principal: Vnd;
}

/** What is known of the principal of a loan; each part may come before the others. */
export interface ExpectedLoan {
  readonly lent: {
    readonly leaf: LeafId;
    readonly on: BusinessDay;
    readonly amount: bigint;
    /** As planned at disbursement, in order; never empty. */
    readonly instalments: readonly Instalment[];
  } | null;
  /** What was outstanding after the newest act on the loan that is known here, đồng. */
  readonly position: { readonly version: number; readonly outstanding: bigint } | null;
  /** The newest freeze: until its end nothing is expected. */
  readonly frozen: { readonly version: number; readonly until: string } | null;
}

export const UNKNOWN_LOAN: ExpectedLoan = { lent: null, position: null, frozen: null };

/** Amounts in đồng by calendar month, YYYY-MM. */
export type ByMonth = ReadonlyMap<string, bigint>;

/** Months ahead of the disbursement that are told apart; what is due later counts in the last of them. */
const MONTHS_AHEAD = 240;

/** An act later in the life of the loan wins, in whatever order they come. */
export function withPosition(
  loan: ExpectedLoan,
  position: NonNullable<ExpectedLoan['position']>,
): ExpectedLoan {
  return loan.position !== null && loan.position.version >= position.version ? loan : { ...loan, position };
}

export function withFreeze(loan: ExpectedLoan, frozen: NonNullable<ExpectedLoan['frozen']>): ExpectedLoan {
  return loan.frozen !== null && loan.frozen.version >= frozen.version ? loan : { ...loan, frozen };
}

/**
 * The outstanding principal by the month it is expected back: repayments settle the earliest instalments, so what
 * is outstanding lies on the last ones. The sum is the outstanding principal, whatever the schedule.
 */
export function expectedByMonth({ lent, position, frozen }: ExpectedLoan): ByMonth {
  const months = new Map<string, bigint>();
  if (lent === null) return months;
  const last = addMonths(lent.on, MONTHS_AHEAD).slice(0, 7);
  let left = position?.outstanding ?? lent.amount;
  const lay = (due: string, amount: bigint): void => {
    const day = frozen !== null && due < frozen.until ? frozen.until : due;
    const month = day.slice(0, 7) > last ? last : day.slice(0, 7);
    if (amount > 0n) months.set(month, (months.get(month) ?? 0n) + amount);
  };
  for (const { due, principal } of lent.instalments.toReversed()) {
    const amount = left < principal ? left : principal;
    lay(due, amount);
    left -= amount;
  }
  lay(lent.instalments.at(-1)?.due ?? lent.on, left);
  return months;
}

/** What has to be added to the sums of the leaf when what is known of a loan changes. */
export interface LeafChange {
  readonly leaf: LeafId;
  readonly due: ByMonth;
  /** Lent in a month; told once, with the disbursement. */
  readonly lent: ByMonth;
}

/** Null while nobody knows where the money of the loan lies, and when nothing changes. */
export function changeOfLeaf(before: ExpectedLoan, after: ExpectedLoan): LeafChange | null {
  if (after.lent === null) return null;
  const { leaf, on, amount } = after.lent;
  const due = new Map(expectedByMonth(after));
  for (const [month, expected] of expectedByMonth(before)) {
    const change = (due.get(month) ?? 0n) - expected;
    if (change === 0n) due.delete(month);
    else due.set(month, change);
  }
  const lent = new Map(before.lent === null ? [[on.slice(0, 7), amount]] : []);
  return due.size === 0 && lent.size === 0 ? null : { leaf, due, lent };
}
