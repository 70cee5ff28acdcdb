import type { CapitalBook, Investor, Revised } from './ports.ts';

/**
 * Records an investor:
 * 1. content equal to the newest revision changes nothing;
 * 2. any other content is a new revision, and the old one stays.
 */
export function recordInvestor(book: CapitalBook, investor: Investor): Promise<Revised> {
  return book.keepInvestor(investor);
}
