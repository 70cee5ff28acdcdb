import type { Revised } from '#shared/contracts/common.ts';
import { assertRecordable } from '../domain/investor.ts';
import type { Investor, SourceBook } from './ports.ts';

/**
 * Records an investor:
 * 1. its validity does not end before it begins, and its codes fit what it is;
 * 2. content equal to the newest revision changes nothing;
 * 3. any other content is a new revision, and the old one stays.
 *
 * Throws `validity-reversed`, `capital-code-not-of-investor` (422).
 */
export async function recordInvestor(book: SourceBook, investor: Investor): Promise<Revised> {
  assertRecordable(investor);
  return book.keepInvestor(investor);
}
