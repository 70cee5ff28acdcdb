import type { Leaf, LeafId } from '#capital/ledger/domain/leaf.ts';
import { expiryOf } from '../domain/expiry.ts';
import { offerFirst } from '../domain/reservation.ts';
import type { LoanBook } from './ports.ts';
import { reservedFact } from './reserve-capital.ts';

/**
 * Reserves for the first loan that waits on a leaf, when money suffices for it:
 * 1. read the leaf, the first place of its queue and the record of that loan;
 * 2. decide: nobody is passed, so a smaller loan behind a larger one waits with it;
 * 3. post cash-reserved against cash-available, and publish the answer the loan waits for.
 *
 * The leaf after it when a loan was served: then the next may be. Begun again it goes on where it was.
 */
export async function offerCapital(book: LoanBook, place: LeafId): Promise<Leaf | null> {
  const leaf = await book.leaf(place);
  const loanId = leaf && (await book.firstWaiting(leaf));
  if (leaf === null || loanId === null) return null;
  // The leaf stays as it was read first: read anew, it might have another first.
  const { loan: first, rules } = await book.loanAndItsPlace(loanId, place);
  // The place is older than the loan: another act has just served it or taken it out, and tells of the queue itself.
  if (first?.status !== 'waiting') return null;
  const term = { reservedOn: book.today, expiry: expiryOf(rules, book.today) };
  const offered = offerFirst(leaf, first, term);
  if (offered === null) return null;
  await book.keep({
    loan: offered.loan,
    leaf: offered.leaf,
    waiting: { loan: first, to: 'reserved' },
    facts: [reservedFact(offered.loan, offered.postings, book.today)],
    answer: null,
  });
  return offered.leaf;
}
