import type { Table } from '#shared/data/table.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import { LoanFrozen } from '#shared/contracts/lending/loans/events.ts';
import { noteFreeze } from './application/note-freeze.ts';
import { openFreezeBook } from './adapters/freeze-table.ts';

/** What the split has to know of frozen loans. */
export function freezeReactions(table: Table): Reaction[] {
  return [onEvent(LoanFrozen, (event, act) => noteFreeze(openFreezeBook(table, act), event))];
}
