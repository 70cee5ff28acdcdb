import { NotYet } from '#capital/ledger/domain/not-yet.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { LoanFrozen } from '#shared/contracts/lending/loans/events.ts';
import type { FreezeBook } from './ports.ts';

/**
 * Notes with its source that a loan is frozen: frozen principal is not performing when interest is split.
 * Throws NotYet while capital does not know the loan.
 */
export async function noteFreeze(book: FreezeBook, event: EventOf<typeof LoanFrozen>): Promise<void> {
  const { loanId, until } = event.data;
  const sourceId = (await book.loan(loanId))?.sourceId ?? null;
  if (sourceId === null) throw new NotYet(`loan ${loanId} is frozen before capital knows it`);
  await book.note(sourceId, { loanId, from: event.effectiveOn, until });
}
