import type { LoanStatus } from '#shared/domain/words/loan-status.ts';
import { loanKey } from '#lending/table-map.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import type { ItemSet } from '#shared/data/read.ts';
import { readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, moveItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { LoanChange, LoanStore } from '../application/ports.ts';
import { LOAN_TRANSITIONS } from '../domain/loan-transitions.ts';
import type { LoanVerb } from '../domain/loan-transitions.ts';
import type { Loan } from '../domain/loan.ts';
import { factOfLoan } from './loan-facts.ts';
import { itemOf, LoanItemSchema } from './loan-item.ts';

/** The store of one act on loans: one batch read to decide on, one transaction to write. */
export function openLoanStore(table: Table, act: Act): LoanStore {
  return {
    async readLoan(loanId) {
      return takeLoan(await readForAct(table, act, [loanKey(loanId)]), loanId);
    },
    saveLoan: (change, answer) =>
      commit(table, act, { writes: [loanWrite(change)], facts: [factOfLoan(change)], answer }),
  };
}

export function takeLoan(items: ItemSet, loanId: string): Loan | null {
  return items.take(loanKey(loanId), LoanItemSchema);
}

export function loanWrite({ before, after }: LoanChange): Write {
  const item = itemOf(after);
  const taken = () => new DomainError(COMMON_ERRORS, 'already-exists', { id: after.loanId });
  if (before === null) return createItem(item, taken);
  return moveItem<LoanStatus, LoanVerb>(item, before.version, {
    table: LOAN_TRANSITIONS,
    to: after.status,
    at: ['summary', 'status'],
  });
}
