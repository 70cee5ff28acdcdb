import type { Leaf, LeafId } from '#capital/ledger/domain/leaf.ts';
import type { LoanBook } from './ports.ts';

/** The leaf a loan's money lies on. A loan that holds capital without its leaf is a defect. */
export async function leafOfLoan(book: LoanBook, place: LeafId): Promise<Leaf> {
  const leaf = await book.leaf(place);
  if (!leaf) throw new Error(`no leaf ${place.sourceId} × ${place.programmeId} × ${place.communeId}`);
  return leaf;
}
