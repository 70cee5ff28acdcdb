import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/events.ts';
import { LoanCapitalStatusSchema } from '#shared/contracts/capital/views.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { ZERO_VND, vnd } from '#shared/domain/vnd.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Item, Key } from '#shared/data/stored.ts';
import { ACCOUNTS, LEAF_ACCOUNTS, SOURCE_ACCOUNTS } from '../domain/accounts.ts';
import type { Account, Balances } from '../domain/accounts.ts';
import { nextStep } from '../domain/expiry.ts';
import { lentOf, reservedOf } from '../domain/loan-capital.ts';
import type { LoanCapital } from '../domain/loan-capital.ts';
import type { BookId } from '../domain/book.ts';
import type { Leaf, LeafId } from '../domain/leaf.ts';
import type { CapitalSource } from '../domain/source.ts';

/**
 * The capital table. Reference, idempotency, seen, parked and refusal items as in shared/data, and:
 *
 * | item           | pk                                | sk                   | gsi1 (summary)                          | gsi2 (label)                   |
 * | source         | SOURCE#source                     | HEAD                 | SOURCES · source                        |                                |
 * | its freezes    | FREEZES#source                    | see freeze-table.ts  |                                         |                                |
 * | its splits     | SPLITS#source                     | see split-book.ts    |                                         |                                |
 * | its contract   | CONTRACT#source                   | see contract-table.ts |                                        |                                |
 * | quota decision | QUOTADECISION#source#decision     | see decision-table.ts |                                        |                                |
 * | receipt        | SOURCE#source                     | FACT#day#version     |                                         | RECORDED#source · instant#seq |
 * | its papers     | SOURCE#source                     | PAPER#digest         |                                         |                                |
 * | its hand-overs | SOURCE#source                     | HANDED#version(#END) | HELD#holder · source#version(#END)      |                                |
 * | funding plan   | PLANS#source                      | HEAD#plan, FACT#plan#day#version |                             |                                |
 * | its tranches   | PLANS#source                      | TRANCHE#tranche      |                                         |                                |
 * | commune asks   | QUOTA-REQUEST#request             | see quota-request-book.ts |                                    |                                |
 * | opening        | OPENING#source#opening            | see opening-book.ts  |                                         |                                |
 * | closed year    | CLOSINGS#source                   | CLOSED#year, FACT#year |                                       |                                |
 * | leaf           | LEAF#source#programme#commune     | HEAD                 | QUOTAS#source · commune#programme       |                                |
 * | allocation     | LEAF#source#programme#commune     | FACT#day#version     |                                         | RECORDED#source · instant#seq |
 * | place in queue | LEAF#source#programme#commune     | WAIT#instant#loan    | WAITING#source · instant#loan, waiting  |                                |
 * | queue may move | LEAF#source#programme#commune     | FREED#version#…      |                                         |                                |
 * | loan           | LOAN#loan                         | HEAD                 | LOANS#source · commune#loan             | EXPIRY#source · day#loan, reserved |
 * | loan's fact    | LOAN#loan                         | FACT#day#version     |                                         | RECORDED#source · instant#seq |
 * | journal line   | ENTRIES#source                    | day#instant#subject#…|                                         |                                |
 * | cells          | CELLS#source(#programme#commune)  | D#, E#, M, M#        |                                         |                                |
 * | seal           | SEALS#source                      | day, HEAD            |                                         |                                |
 * | expected loan  | EXPECTED#loan                     | HEAD                 |                                         |                                |
 * | expected leaf  | FORECAST#source                   | commune#programme    |                                         |                                |
 * | dated figure   | REF#kind#figure                   | HEAD, REV#, FACT#    | REF#kind · figure                       | REVISIONS#kind · figure#revision |
 *
 * Access patterns and their cost (reads of people are eventually consistent):
 * - receive: 2 BatchGets (source, then its investor) + 1 transaction (source, fact, key); allocate: 1 BatchGet of
 *   source and leaf + the same with the leaf;
 * - withdraw: like receive; hand over: source and holder with their investors, the day’s balances, + 1 transaction;
 * - record a plan: 1 BatchGet of source, plan and its tranches + 1 transaction (plan, version, new tranches, key);
 * - plans as of a day: 1 query of versions, 1 of the source’s facts; late tranches: the same for each source of a page;
 * - close a year: 1 BatchGet of source and year, the year’s balances, + 1 transaction (mark, statement, key); a statement
 *   beside today’s: 1 GetItem and the year’s balances; late entries: 1 query of the recorded index a page;
 * - what a contract holds: 2 queries of hand-overs, then each fund’s balances;
 * - answer a request: 1 BatchGet of loan, source and leaf + 1 transaction;
 * - serve the first who waits: leaf, 1 query of its queue from the first place on, loan, + 1 transaction of loan,
 *   leaf, place, fact; while nobody waits no act costs more for it;
 * - the night: 1 query a source over the reservations whose day has come, + 1 transaction each;
 * - reservations of a leaf: 1 page of the loans of its commune; who waits there: 1 query from the first place on;
 * - lend, return, release: loan, then its leaf, + 1 transaction of loan, leaf, fact, seen event;
 * - lists of sources, quotas, loans, entries: 1 query of one page; a commune is a prefix of the sort key;
 * - balances as of a day, as known on an instant: see balance-cells.ts; 4 requests at any age;
 * - seal of a day: 1 query over the index per 500 entries of the day; its chain heads are the day's last links;
 * - indicators: list of sources, 1 item or query per investor, 3 queries per source and day asked about, targets
 *   and rates with 1 query over their revisions; the newest national table with 1 query from its end;
 * - forecast: source, its quotas (200 a query), 1 query of expected leaves, plans as above; an event of a loan writes
 *   the loan and its leaf (forecast-table.ts);
 * - trace of a source: head, contract, investor, receipts, totals; of a loan: its facts, its leaf's
 *   allocations, and the source as before.
 *
 * Acts on loans write the loan and its leaf, never the source, so a transaction day never meets on one item;
 * the journal by business day and the balances over time are kept beside, by their own consumer.
 */

export const HEAD = 'HEAD';

export const sourceKey = (sourceId: string): Key => ({ pk: `SOURCE#${sourceId}`, sk: HEAD });
export const leafKey = ({ sourceId, programmeId, communeId }: LeafId): Key => ({
  pk: `LEAF#${sourceId}#${programmeId}#${communeId}`,
  sk: HEAD,
});
export const loanKey = (loanId: string): Key => ({ pk: `LOAN#${loanId}`, sk: HEAD });

/** Funding plans of a source lie together: what is planned is read with one query. */
export const planKeys = (sourceId: string) => {
  const pk = `PLANS#${sourceId}`;
  return {
    head: (planId: string): Key => ({ pk, sk: `HEAD#${planId}` }),
    tranche: (trancheId: string): Key => ({ pk, sk: `TRANCHE#${trancheId}` }),
    version: (planId: string, effectiveOn: string, version: number): Key => ({
      pk,
      sk: `FACT#${planId}#${effectiveOn}#${version.toString().padStart(6, '0')}`,
    }),
    partition: pk,
    versions: 'FACT#',
  };
};

/** Closed years of a source: what was stated, and beside it the mark that closes a year once. */
export const closingKeys = (sourceId: string) => {
  const pk = `CLOSINGS#${sourceId}`;
  return {
    mark: (year: number): Key => ({ pk, sk: `CLOSED#${year}` }),
    statement: (year: number): Key => ({ pk, sk: `FACT#${year}` }),
    partition: pk,
    statements: 'FACT#',
  };
};

/** The funds a contract took over, and those it gave back. */
export const heldPartition = (holderSourceId: string): string => `HELD#${holderSourceId}`;

export const SOURCES_PARTITION = 'SOURCES';
export const quotasPartition = (sourceId: string): string => `QUOTAS#${sourceId}`;
export const loansPartition = (sourceId: string): string => `LOANS#${sourceId}`;
export const entriesPartition = (sourceId: string): string => `ENTRIES#${sourceId}`;
export const waitingPartition = (sourceId: string): string => `WAITING#${sourceId}`;
/** Reservations of a source by the day on which something happens to them by itself. */
export const expiryPartition = (sourceId: string): string => `EXPIRY#${sourceId}`;
/** The order in which a source's entries were recorded, its leaves' among them. */
export const recordedPartition = (sourceId: string): string => `RECORDED#${sourceId}`;
export const sealsPartition = (sourceId: string): string => `SEALS#${sourceId}`;

export const cellsPartition = ({ sourceId, leaf }: BookId): string =>
  leaf === null ? `CELLS#${sourceId}` : `CELLS#${sourceId}#${leaf.programmeId}#${leaf.communeId}`;

/** The same schema for every account of a list. */
function schemaOf<A extends Account, S extends z.core.$ZodType>(
  accounts: readonly A[],
  schema: S,
): Record<A, S> {
  return Object.fromEntries(accounts.map((account) => [account, schema])) as Record<A, S>;
}

/** An account that never moved is not in the item: most leaves use half of the chart. */
function balancesOf<A extends Account>(accounts: readonly A[]) {
  return z.object(schemaOf(accounts, z._default(StoredVndSchema, ZERO_VND)));
}

function movedOnly<A extends Account>(balances: Balances<A>): Partial<Balances<A>> {
  return Object.fromEntries(Object.entries(balances).filter(([, balance]) => balance !== 0n)) as Partial<
    Balances<A>
  >;
}

const ChainHeadSchema = z.object({ seq: z.int(), hash: z.string(), at: z.string() });

const HandedOverSchema = z.nullable(
  z.object({ to: z.string(), on: z.string(), version: z.int(), until: z.nullable(z.string()) }),
);

export const SourceItemSchema = z.object({
  sourceId: z.string(),
  version: z.int(),
  investorId: z.string(),
  kind: CapitalKindSchema,
  contractNumber: z.string(),
  openedOn: z.string(),
  lastEntryOn: z.string(),
  balances: balancesOf(SOURCE_ACCOUNTS),
  committed: z._default(StoredVndSchema, ZERO_VND),
  handedOver: z._default(HandedOverSchema, null),
  takingIn: z.optional(z.string()),
  chain: ChainHeadSchema,
});

/** While its opening balances are being recorded nothing else is posted to a source. Throws `busy-try-again` (503). */
export function sourceItem(source: CapitalSource): Item & { readonly version: number } {
  if (source.takingIn) throw new DomainError(COMMON_ERRORS, 'busy-try-again', { takingIn: source.takingIn });
  return sourceTakingIn(source);
}

/** The summary holds nothing that receipts or allocations change, so they leave the index alone. */
export function sourceTakingIn(source: CapitalSource): Item & { readonly version: number } {
  const { handedOver, committed, takingIn, ...rest } = source;
  const { sourceId, investorId, kind, contractNumber, openedOn } = rest;
  return {
    ...sourceKey(sourceId),
    gsi1pk: SOURCES_PARTITION,
    gsi1sk: sourceId,
    summary: { sourceId, investorId, kind, contractNumber, openedOn },
    ...rest,
    ...(handedOver === null ? {} : { handedOver }),
    ...(takingIn ? { takingIn } : {}),
    ...(committed === 0n ? {} : { committed }),
    balances: movedOnly(source.balances),
  };
}

export const LeafItemSchema = z.object({
  sourceId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  version: z.int(),
  balances: balancesOf(LEAF_ACCOUNTS),
  chain: ChainHeadSchema,
  queue: z._default(
    z.nullable(z.object({ waiting: z.int(), amount: StoredVndSchema, from: z.string() })),
    null,
  ),
});

export const QuotaSummarySchema = z.object({
  programmeId: z.string(),
  communeId: z.string(),
  available: StoredVndSchema,
  reserved: StoredVndSchema,
  lent: StoredVndSchema,
  interestCollected: StoredVndSchema,
  waiting: z._default(z.int(), 0),
  waitingAmount: z._default(StoredVndSchema, ZERO_VND),
});

export function leafItem(leaf: Leaf): Item & { readonly version: number } {
  const { queue, ...own } = leaf;
  const { sourceId, programmeId, communeId, balances } = own;
  const summary: z.input<typeof QuotaSummarySchema> = {
    programmeId,
    communeId,
    available: balances['cash-available'],
    reserved: balances['cash-reserved'],
    // Those of the cut-over day among them, as in all totals.
    lent: vnd(balances.loans + balances['opening-loans']),
    interestCollected: balances['interest-collected'],
    ...(queue === null ? {} : { waiting: queue.waiting, waitingAmount: queue.amount }),
  };
  return {
    ...leafKey(leaf),
    gsi1pk: quotasPartition(sourceId),
    gsi1sk: `${communeId}#${programmeId}`,
    summary,
    ...own,
    balances: movedOnly(balances),
    ...(queue === null ? {} : { queue }),
  };
}

const StoredDaySchema = z.pipe(z.string(), z.transform(businessDay));

const loanIdentity = {
  loanId: z.string(),
  householdId: z.string(),
  sourceId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  version: z.int(),
  requestNumber: z.int(),
};
const EndingSchema = z.object({
  kind: z.enum(['settled', 'written-off']),
  loanVersion: z.int(),
  on: z.string(),
});

export const LoanItemSchema = z.discriminatedUnion('status', [
  z.object({ ...loanIdentity, status: z.literal('declined') }),
  z.object({ ...loanIdentity, status: z.literal('waiting'), amount: StoredVndSchema, since: z.string() }),
  z.object({
    ...loanIdentity,
    status: z.literal('reserved'),
    reserved: StoredVndSchema,
    reservedOn: z._default(z.string(), ''),
    expiry: z._default(
      z.nullable(z.object({ lastDay: StoredDaySchema, warnOn: z.nullable(StoredDaySchema) })),
      null,
    ),
  }),
  z.object({ ...loanIdentity, status: z.literal('released'), amount: StoredVndSchema, on: z.string() }),
  z.object({
    ...loanIdentity,
    status: z.literal('lent'),
    lent: StoredVndSchema,
    ending: z.nullable(EndingSchema),
  }),
  z.object({ ...loanIdentity, status: z.enum(['closed', 'written-off']), ending: EndingSchema }),
  z.object({
    ...loanIdentity,
    status: z.literal('cancelled'),
    sourceId: z.nullable(z.string()),
    endedOn: z.string(),
  }),
]);

export const LoanSummarySchema = z.object({
  loanId: z.string(),
  householdId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  status: LoanCapitalStatusSchema,
  reserved: StoredVndSchema,
  lent: StoredVndSchema,
  reservedOn: z._default(z.nullable(z.string()), null),
  /** The last day on which the reservation holds. */
  expiresOn: z._default(z.nullable(z.string()), null),
});

/** A loan that never got to a source is in no list. */
export function loanItem(loan: LoanCapital): Item & { readonly version: number } {
  const { loanId, householdId, sourceId, programmeId, communeId, status } = loan;
  const summary: z.input<typeof LoanSummarySchema> = {
    loanId,
    householdId,
    programmeId,
    communeId,
    status,
    reserved: reservedOf(loan),
    lent: lentOf(loan),
    ...(loan.status === 'reserved'
      ? { reservedOn: loan.reservedOn, expiresOn: loan.expiry?.lastDay ?? null }
      : {}),
  };
  const step = loan.status === 'reserved' ? nextStep(loan) : null;
  return {
    ...loanKey(loanId),
    ...(step === null || sourceId === null
      ? {}
      : { gsi2pk: expiryPartition(sourceId), gsi2sk: `${step.on}#${loanId}`, label: { loanId } }),
    ...(sourceId === null
      ? {}
      : { gsi1pk: loansPartition(sourceId), gsi1sk: `${communeId}#${loanId}`, summary }),
    ...loan,
  };
}

/** A turnover item: only accounts that moved are there. */
export const TurnoverItemSchema = z.object(schemaOf(ACCOUNTS, z.optional(StoredVndSchema)));
