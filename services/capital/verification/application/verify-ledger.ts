import type { BookHead, ChainedEntry } from '#capital/ledger/application/ledger-ports.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { bookOf, chainName } from '#capital/ledger/domain/book.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import { addPostings, findingsOf, heldBy } from '../domain/ledger-check.ts';
import type { Finding } from '../domain/ledger-check.ts';
import type { LedgerReads } from './ports.ts';
import type { Ground, Proof, ReckonedBook, Step } from './proof.ts';
import { proveBalancesOverTime } from './prove-balances-over-time.ts';
import { proveHeads } from './prove-heads.ts';
import { proveHolders } from './prove-holders.ts';
import { proveLeavesAboveZero } from './prove-leaves-above-zero.ts';
import { proveLinks } from './prove-links.ts';
import { proveLoans } from './prove-loans.ts';
import { proveRoots } from './prove-roots.ts';
import { proveSource } from './prove-source.ts';

export interface Verified {
  readonly sourceId: string;
  readonly entries: number;
  readonly chains: number;
  readonly days: number;
  readonly findings: readonly Finding[];
}

/**
 * Reckons a source anew from its entries and compares everything that is kept about it:
 * 1. heads and holders, before the entries, so that what is recorded meanwhile is not missed;
 * 2. every entry, reckoned into its book and heard by every proof;
 * 3. what each proof compares when all entries are read.
 *
 * Proofs are in the order in which they tell: the first fault of a chain hides those behind it. Memory grows with
 * the number of leaves, never with the number of entries.
 */
export async function verifySource(ledger: LedgerReads, sourceId: string, today: string): Promise<Verified> {
  const { findings, find } = findingsOf(sourceId);
  const heads = new Map<string, BookHead>();
  for await (const head of ledger.heads(sourceId)) heads.set(chainName(head.book), head);
  const books = new Map<string, ReckonedBook>();
  const ground: Ground = { ledger, sourceId, today, heads, books, find };
  const roots = proveRoots(ground);
  const proofs: Proof[] = [
    roots,
    proveLinks(ground),
    proveLeavesAboveZero(ground),
    proveHeads(ground),
    proveSource(ground),
    proveBalancesOverTime(ground),
    proveLoans(ground),
    await proveHolders(ground),
  ];
  let entries = 0;
  for await (const entry of ledger.entries(sourceId)) {
    entries += 1;
    const step = reckon(books, sourceId, entry);
    for (const { take } of proofs) await take?.(step);
  }
  for (const { end } of proofs) await end?.();
  return { sourceId, entries, chains: books.size, days: roots.days(), findings: findings() };
}

function reckon(books: Map<string, ReckonedBook>, sourceId: string, entry: ChainedEntry): Step {
  const book = bookOf(sourceId, entry);
  const chain = chainName(book);
  const before = books.get(chain) ?? { book, ...EMPTY_CHAIN, sums: new Map<string, bigint>() };
  const postings = postingsOf(entry);
  addPostings(before.sums, postings, heldBy(book));
  const { recordedAt } = entry.event;
  const reckoned: ReckonedBook = { ...before, seq: entry.seq, hash: entry.hash, at: recordedAt };
  books.set(chain, reckoned);
  return { entry, chain, recordedOn: businessDayOf(Date.parse(recordedAt)), postings, before, reckoned };
}

function postingsOf({ event }: ChainedEntry): Posting[] {
  const postings = event.data['postings'] as {
    debit: Posting['debit'];
    credit: Posting['credit'];
    amount: string;
  }[];
  return postings.map((posting) => ({ ...posting, amount: parseVnd(posting.amount) }));
}
