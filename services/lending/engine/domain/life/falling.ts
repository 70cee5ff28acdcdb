import { askedOf } from '../rows/asking.ts';
import type { Rows } from '../rows/rows.ts';
import type { Schedule } from '../rows/schedule.ts';
import type { LoanTerms } from '../terms/terms.ts';
import type { Accrual } from './accrual.ts';
import type { Basis } from './basis.ts';

/** What a row that asks reads of a loan that is being replayed. */
interface Asking {
  readonly basis: Basis;
  readonly terms: LoanTerms;
  readonly rows: Rows;
  readonly row: number;
  readonly schedule: Schedule | null;
  /** Level instalments follow the rate. */
  readonly followsRates: boolean;
  readonly isClosed: boolean;
  readonly level: number;
  outstanding: number;
  pastPrincipal: number;
  settledBeyond: number;
}

/** What falling due changes besides. */
interface Falling extends Asking {
  readonly accrual: Accrual;
  readonly earned: number;
  readonly disbursed: number;
  readonly isPunctual: boolean;
  carry: number;
  askedPrincipal: number;
  scheduledPrincipal: number;
  pastInterest: number;
  beginRow: (row: number) => void;
}

/** The current row falls due: what it asks joins what is past, and the next one begins. */
export function fallDue(ledger: Falling): void {
  const { row, rows, accrual, schedule } = ledger;
  const settled = rows.settledPrincipal[row] ?? 0;
  const { earned } = ledger;
  const { principal, interest } = asked(ledger, earned, accrual.unaffected + ledger.carry);
  ledger.carry = ledger.isClosed ? 0 : earned - interest;
  rows.principal[row] = principal;
  rows.interest[row] = interest;
  ledger.askedPrincipal += principal;
  ledger.scheduledPrincipal += schedule?.asked.principal[row] ?? 0;
  if (ledger.isPunctual) {
    ledger.outstanding -= principal - settled;
  } else {
    ledger.pastPrincipal += principal - settled;
    ledger.pastInterest += interest - (rows.settledInterest[row] ?? 0);
  }
  rows.balanceAfter[row] =
    schedule === null ? ledger.outstanding - ledger.pastPrincipal : ledger.disbursed - ledger.askedPrincipal;
  ledger.beginRow(row + 1);
}

interface AskedByRow {
  readonly principal: number;
  readonly interest: number;
}

function asked(ledger: Asking, earned: number, unaffected: number): AskedByRow {
  const { row, rows, terms, schedule } = ledger;
  const settledPrincipal = rows.settledPrincipal[row] ?? 0;
  const settledInterest = rows.settledInterest[row] ?? 0;
  if (ledger.isClosed) return { principal: settledPrincipal, interest: settledInterest };
  const left = ledger.outstanding - ledger.pastPrincipal + settledPrincipal;
  const isLast = row === rows.count - 1;
  if (schedule !== null) {
    const scheduled = Math.max(schedule.asked.principal[row] ?? 0, settledPrincipal);
    const principal = isLast ? left : Math.min(scheduled, left);
    return { principal, interest: scheduledInterest(ledger, schedule, settledInterest) };
  }
  return askedOf(terms, {
    isLast,
    isDeferred: row < terms.grace.interestPayment,
    isLevel: ledger.followsRates && ledger.basis.plan.shares[row] !== 0,
    planned: plannedPrincipal(ledger, unaffected),
    earned,
    unaffected,
    settledPrincipal,
    settledInterest,
    left,
  });
}

/** What was settled ahead beyond what the row asks in the end is asked less by the rows after it. */
function scheduledInterest(ledger: Asking, { asked: byRow }: Schedule, settled: number): number {
  const scheduled = (byRow.interest[ledger.row] ?? 0) - ledger.settledBeyond;
  const interest = Math.max(scheduled, settled);
  ledger.settledBeyond = interest - scheduled;
  return interest;
}

/** Principal the current row asks beside an interest, before what was paid ahead and what is left. */
export function plannedPrincipal(
  { followsRates, level, rows, row }: Pick<Asking, 'followsRates' | 'level' | 'rows' | 'row'>,
  interest: number,
): number {
  return followsRates ? Math.max(level - interest, 0) : (rows.planned[row] ?? 0);
}
