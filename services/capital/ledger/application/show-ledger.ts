import type { Page } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { LEDGER_ROUTES } from '#shared/contracts/capital/ledger/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { ACCOUNTS } from '#shared/domain/words/account.ts';
import type { BookHead } from './ledger-ports.ts';
import type { BookReads } from './ports.ts';

/**
 * A page of what proves the ledger of a source, for those who verify it outside.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function showLedger<P>(
  reads: BookReads,
  caller: Caller,
  sourceId: string,
  page: () => Promise<P>,
): Promise<P> {
  assertReachProvince(caller);
  existing(await reads.source(sourceId), sourceId);
  return page();
}

/** Each head with the balances of the accounts it has. */
export function headsView(page: Page<BookHead>): AnswerOf<typeof LEDGER_ROUTES.listChainHeads> {
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
        return balance === undefined ? [] : [{ account, balance }];
      }),
    })),
  };
}
