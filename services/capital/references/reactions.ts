import { AreaChanged } from '#shared/contracts/beneficiary/areas/events.ts';
import { ReferenceRevised } from '#shared/contracts/lending/programmes/events.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openReferenceBook } from './adapters/reference-table.ts';
import { noteArea, noteProgramme } from './application/note-reference.ts';

/** What capital notes of the programmes and areas that others record. */
export function referenceReactions(table: Table): Reaction[] {
  const book = (act: Act) => openReferenceBook(table, act);
  return [
    onEvent(AreaChanged, (event, act) => noteArea(book(act), event)),
    onEvent(ReferenceRevised, (event, act) => noteProgramme(book(act), event)),
  ];
}
