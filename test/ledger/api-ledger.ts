import { hash } from 'node:crypto';
import * as z from 'zod/mini';
import { isCreditAccount } from '#capital/ledger/domain/accounts.ts';
import { bookOf } from '#capital/ledger/domain/book.ts';
import type { LedgerReads } from '#capital/verification/application/ports.ts';
import type { ApiClient } from '#shared/client/api-client.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { ChainedEntrySchema } from '#shared/contracts/capital/ledger/views.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import { LAST_DAY } from '#shared/domain/business-day.ts';

const LIMIT = '50';

const {
  getLeafTrialBalance,
  getTrialBalance,
  listChain,
  listChainHeads,
  listHandOvers,
  listSeals,
  listSourceLoans,
  listSources,
} = CAPITAL_ROUTES;

/** The ledger as anyone sees it who may verify it: through the API alone. */
export function apiLedger(client: ApiClient): LedgerReads {
  return {
    digest: (text) => hash('sha256', text, 'base64url'),
    heads: async function* heads(sourceId) {
      const pages = everyPage((query) => client.call(listChainHeads, { params: { sourceId }, query }));
      for await (const { balances, ...head } of pages) {
        yield {
          ...head,
          book: bookOf(sourceId, head),
          balances: Object.fromEntries(balances.map(({ account, balance }) => [account, parseVnd(balance)])),
        };
      }
    },
    entries: async function* entries(sourceId) {
      const pages = everyPage((query) => client.call(listChain, { params: { sourceId }, query }));
      for await (const entry of pages) yield z.decode(ChainedEntrySchema, entry);
    },
    seals: (sourceId) => everyPage((query) => client.call(listSeals, { params: { sourceId }, query })),
    loans: async function* loans(sourceId) {
      const pages = everyPage((query) => client.call(listSourceLoans, { params: { sourceId }, query }));
      for await (const loan of pages) {
        yield { ...loan, reserved: BigInt(loan.reserved), lent: BigInt(loan.lent) };
      }
    },
    // The API shows the transfer records, which are the entries themselves.
    holdings: async (sourceId) => {
      const { items } = await client.call(listHandOvers, { params: { sourceId } });
      return items.map(({ holderSourceId, effectiveOn, recordedAt, reversed }) => ({
        sourceId,
        holderSourceId,
        from: effectiveOn,
        recordedAt,
        ended: reversed && { on: reversed.effectiveOn, recordedAt: reversed.recordedAt },
      }));
    },
    movedBefore: async ({ sourceId, leaf }, day) => {
      const lastInstant = new Date(Date.parse(`${day}T00:00:00+07:00`) - 1).toISOString();
      const query = { asOf: LAST_DAY, knownOn: lastInstant };
      const { rows } =
        leaf === null
          ? await client.call(getTrialBalance, { params: { sourceId }, query })
          : await client.call(getLeafTrialBalance, { params: { sourceId, ...leaf }, query });
      const turnover = Object.fromEntries(
        rows.map(({ account, debit, credit }) => {
          const net = BigInt(debit) - BigInt(credit);
          return [account, isCreditAccount(account) ? -net : net];
        }),
      );
      return [{ effectiveOn: LAST_DAY, turnover }];
    },
  };
}

/** The day it is for the platform, whose clock may be set. */
export async function todayOf(client: ApiClient, sourceId: string): Promise<string> {
  return (await client.call(getTrialBalance, { params: { sourceId }, query: {} })).asOf;
}

export async function* sourcesOf(client: ApiClient): AsyncIterable<string> {
  for await (const { sourceId } of everyPage((query) => client.call(listSources, { query }))) yield sourceId;
}

async function* everyPage<T>(
  read: (query: { cursor?: string; limit: string }) => Promise<{ items: T[]; next: string | null }>,
): AsyncIterable<T> {
  let cursor: string | null = null;
  do {
    const page: { items: T[]; next: string | null } = await read(
      cursor === null ? { limit: LIMIT } : { limit: LIMIT, cursor },
    );
    yield* page.items;
    cursor = page.next;
  } while (cursor !== null);
}
