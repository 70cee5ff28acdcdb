import type { Page } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { LEDGER_ROUTES } from '#shared/contracts/capital/ledger/routes.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { ACCOUNTS } from '#shared/domain/words/account.ts';
import type { BookHead } from './ledger-ports.ts';
import type { BookReads } from './ports.ts';

/**
 * A page of what proves the ledger of a source, for those who verify it outside.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function showLedger<T>(
  reads: BookReads,
  caller: Caller,
  sourceId: string,
  page: () => Promise<Page<T>>,
): Promise<Page<T>> {
  assertReachProvince(caller);
  existing(await reads.source(sourceId), sourceId);
  return page();
}

export function headsToWire(page: Page<BookHead>): ResponseOf<typeof LEDGER_ROUTES.listChainHeads> {
  return {
    next: page.next,
    items: page.items.map(({ book, version, seq, hash, balances }) => ({
      programmeId: book.leaf?.programmeId ?? null,
      communeId: book.leaf?.communeId ?? null,
      version,
      seq,
      hash,
      balances: ACCOUNTS.flatMap((account) => {
        const balance = balances[account];
        return balance === undefined ? [] : [{ account, balance: balance.toString() }];
      }),
    })),
  };
}
