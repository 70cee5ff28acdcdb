import type { Account } from '#shared/domain/words/account.ts';
import { isCreditAccount } from '#capital/ledger/domain/accounts.ts';
import type { LoanCapital } from '#capital/reservations/domain/loan-capital.ts';
import type { LoanCapitalStatus } from '#shared/domain/words/loan-capital-status.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { LoanEntry } from '#capital/reservations/domain/loan-entry.ts';

export interface LoanBalance {
  readonly reserved: Vnd;
  readonly lent: Vnd;
  readonly principalReturned: Vnd;
  readonly writtenOff: Vnd;
  readonly interestCollected: Vnd;
}

/** What the loan held of its source after the entries, đồng. */
export function balanceOf(entries: readonly LoanEntry[]): LoanBalance {
  const debits = turnoverOf(entries, 'debit');
  const credits = turnoverOf(entries, 'credit');
  const balance = (account: Account): Vnd => {
    const net = (debits.get(account) ?? 0n) - (credits.get(account) ?? 0n);
    return vnd(isCreditAccount(account) ? -net : net);
  };
  return {
    reserved: balance('cash-reserved'),
    lent: balance('loans'),
    principalReturned: vnd((credits.get('loans') ?? 0n) - balance('capital-written-off')),
    writtenOff: balance('capital-written-off'),
    interestCollected: balance('interest-collected'),
  };
}

function turnoverOf(entries: readonly LoanEntry[], side: 'debit' | 'credit'): Map<Account, bigint> {
  const turnover = new Map<Account, bigint>();
  for (const posting of entries.flatMap((entry) => entry.postings)) {
    turnover.set(posting[side], (turnover.get(posting[side]) ?? 0n) + posting.amount);
  }
  return turnover;
}

/** The status at the end of a day; null before the first entry. `entries` are those up to the day. */
export function statusOn(
  loan: LoanCapital,
  entries: readonly LoanEntry[],
  asOf: string,
): LoanCapitalStatus | null {
  if ('ending' in loan && loan.status !== 'lent' && loan.ending.on <= asOf) return loan.status;
  if (loan.status === 'cancelled' && loan.endedOn <= asOf) return 'cancelled';
  const last = entries.at(-1);
  switch (last?.outcome) {
    case undefined:
      return null;
    case 'returned':
    case 'written-off':
      return 'lent';
    case 'declined':
    case 'waiting':
    case 'reserved':
    case 'released':
    case 'lent':
      return last.outcome;
  }
}
