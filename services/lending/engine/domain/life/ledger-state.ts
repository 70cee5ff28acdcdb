import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Exact } from '../interest/exact.ts';
import type { Ledger } from './ledger.ts';

/** A row that has fallen due and is not settled, or for which money was paid ahead. */
export interface OpenRow {
  readonly row: number;
  readonly principal: number;
  readonly interest: number;
  readonly settledPrincipal: number;
  readonly settledInterest: number;
}

/**
 * Where the replay of a loan of one tranche stands, for loans whose interest runs on the actual balance and
 * whose instalments are not level. It is a cache: the facts give it again.
 */
export interface LedgerState {
  readonly day: DayNumber;
  readonly row: number;
  readonly outstanding: number;
  readonly carry: number;
  readonly inTerm: Readonly<Exact>;
  readonly overdue: Readonly<Exact>;
  readonly overdueSettled: number;
  readonly earlyPrincipal: number;
  readonly withoutEarly: Readonly<Exact>;
  readonly overdueSince: DayNumber | null;
  readonly inTermSince: DayNumber;
  readonly isClosed: boolean;
  readonly open: readonly OpenRow[];
}

/** What a replay needs to go on from the present day; the rest follows from terms and tranches. */
export function stateOf(ledger: Ledger): LedgerState {
  const { day, row, outstanding, carry, overdueSettled, isClosed, accrual } = ledger;
  const { inTerm, overdue, withoutEarly, earlyPrincipal } = accrual;
  return {
    ...{ day, row, outstanding, carry, overdueSettled, earlyPrincipal, isClosed, open: openRows(ledger) },
    overdueSince: ledger.overdueSince,
    inTermSince: ledger.inTermSince,
    inTerm: { ...inTerm },
    overdue: { ...overdue },
    withoutEarly: { ...withoutEarly },
  };
}

function openRows({ rows }: Ledger): OpenRow[] {
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
  return open;
}

/** Goes on from a state; rows settled before it keep no figures of their own. */
export function restore(ledger: Ledger, state: LedgerState): void {
  const { rows, accrual } = ledger;
  ledger.day = state.day;
  ledger.row = state.row;
  ledger.outstanding = state.outstanding;
  ledger.carry = state.carry;
  ledger.overdueSettled = state.overdueSettled;
  ledger.isClosed = state.isClosed;
  ledger.overdueSince = state.overdueSince;
  ledger.inTermSince = state.inTermSince;
  accrual.earlyPrincipal = state.earlyPrincipal;
  Object.assign(accrual.inTerm, state.inTerm);
  Object.assign(accrual.overdue, state.overdue);
  Object.assign(accrual.withoutEarly, state.withoutEarly);
  ledger.oldest = state.open.find(({ row }) => row < state.row)?.row ?? state.row;
  for (const { row, principal, interest, settledPrincipal, settledInterest } of state.open) {
    rows.principal[row] = principal;
    rows.interest[row] = interest;
    rows.settledPrincipal[row] = settledPrincipal;
    rows.settledInterest[row] = settledInterest;
    if (row >= state.row) continue;
    ledger.pastPrincipal += principal - settledPrincipal;
    ledger.pastInterest += interest - settledInterest;
  }
  ledger.resumed();
}
