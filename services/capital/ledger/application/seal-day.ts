import { sealDay } from '../domain/chain.ts';
import type { Seal, SealBook } from './ledger-ports.ts';

/**
 * Seals every day of a source that is over and not sealed yet, oldest first:
 * 1. go over the day's entries, page by page, for the last link of each chain;
 * 2. fold the day into the balances of the books that moved;
 * 3. keep the root over those links, chained to the root before.
 *
 * A day without entries has no root. Begun again, or twice at once, it seals each day once.
 */
export async function sealDays(book: SealBook, sourceId: string, today: string): Promise<Seal[]> {
  const sealed: Seal[] = [];
  for (;;) {
    const last = await book.lastSeal(sourceId);
    const day = await book.nextDay(sourceId, last?.day ?? null, today);
    if (day === null) return sealed;
    const { books, entries } = await book.movedOn(sourceId, day);
    await book.fold({ sourceId, leaf: null }, day);
    for (const { book: moved } of books) if (moved.leaf !== null) await book.fold(moved, day);
    const previousRoot = last?.root ?? '';
    const links = books.map(({ link }) => link);
    const root = sealDay(book.digest, { sourceId, day, previousRoot }, links);
    const seal = { day, previousRoot, root, chains: books.length, entries };
    await book.keepSeal(sourceId, seal, last);
    sealed.push(seal);
  }
}
