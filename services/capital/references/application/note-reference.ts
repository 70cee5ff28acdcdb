import type { AreaChanged } from '#shared/contracts/beneficiary/areas/events.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { ReferenceRevised } from '#shared/contracts/lending/programmes/events.ts';
import { newerOf } from '../domain/reference.ts';
import type { Reference } from '../domain/reference.ts';
import type { ReferenceBook } from './ports.ts';

/** Notes from when to when an area is in force. */
export async function noteArea(book: ReferenceBook, { data }: EventOf<typeof AreaChanged>): Promise<null> {
  const { areaId, revision, validity } = data;
  if (validity === null) return null;
  return note(book, { kind: 'area', id: areaId, revision, periods: [validity], isClosed: false });
}

/** Notes from when to when a programme lends; capital is not asked about organisations. */
export async function noteProgramme(
  book: ReferenceBook,
  { data }: EventOf<typeof ReferenceRevised>,
): Promise<null> {
  const { kind, id, revision, lends } = data;
  if (kind !== 'programme' || lends === null) return null;
  return note(book, { kind, id, revision, periods: lends.periods, isClosed: lends.status === 'closed' });
}

async function note(book: ReferenceBook, told: Reference): Promise<null> {
  const known = await book.reference(told);
  return book.keep(known, newerOf(known, told));
}
