import * as z from 'zod/mini';
import { readVersions } from '#capital/contracts/adapters/contract-book.ts';
import {
  LoanItemSchema,
  loanKey,
  loansPartition,
  LoanSummarySchema,
} from '#capital/reservations/adapters/loan-item.ts';
import type { CapitalReads } from '#capital/reservations/application/capital-book-port.ts';
import type { LoanFact } from '#capital/reservations/application/ports.ts';
import type { MoneyDecision } from '#capital/sources/application/ports.ts';
import type { LoanEntry } from '#capital/trace/domain/loan-trace.ts';
import type { Page } from '#shared/application/pages.ts';
import { CapitalWithdrawalReversed, CapitalWithdrawn } from '#shared/contracts/capital/funds/events.ts';
import { PostingSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { EntrySchema } from '#shared/contracts/capital/ledger/views.ts';
import { QuotaAllocated, QuotaAllocationReversed } from '#shared/contracts/capital/quota/events.ts';
import { CapitalDeclined } from '#shared/contracts/capital/reservations/events.ts';
import { CapitalReceiptReversed, CapitalReceived } from '#shared/contracts/capital/sources/events.ts';
import { InvestorSchema, SourceSummarySchema } from '#shared/contracts/capital/sources/views.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { getItem, queryAll, queryPage } from '#shared/data/read.ts';
import { getReference, listReferences } from '#shared/data/reference.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { Entry } from '../application/ports.ts';
import { changesOf } from '../domain/accounts.ts';
import { chainName } from '../domain/book.ts';
import type { BookId } from '../domain/book.ts';
import type { DatedTurnover } from '../domain/totals.ts';
import { readCells } from './balance-cells.ts';
import { INVESTOR } from './capital-book.ts';
import { entriesPartition } from './capital-table.ts';
import { leafKey, quotasPartition, QuotaSummarySchema } from './leaf-item.ts';
import { readRecorded, startOf } from './recorded-entries.ts';
import { SourceItemSchema, sourceKey, SOURCES_PARTITION } from './source-item.ts';

/** Receipts of a source or allocations to a leaf: a few a year. */
const DECISIONS_BOUND = 1000;

/** A loan of ten years repaid weekly is about 520 facts. */
const LOAN_FACTS_BOUND = 2000;

const FactSchema = z.object({ event: EnvelopeSchema, document: z.optional(z.string()) });

type FactItem = z.infer<typeof FactSchema>;

const { type, programmeId, communeId, loanId, postings } = EntrySchema.shape;

/** Day and instant of a line are in its sort key. */
const EntryRowSchema = z.object({
  sk: z.string(),
  version: EntrySchema.shape.version,
  type,
  programmeId,
  communeId,
  loanId,
  postings,
});

const LoanFactDataSchema = z.object({ postings: z.optional(z.array(PostingSchema)) });

export function openCapitalReads(table: Table): CapitalReads {
  return {
    investors: (page) => listReferences(table, INVESTOR, InvestorSchema, page),
    investor: async (id) => (await getReference(table, INVESTOR, id, InvestorSchema))?.content ?? null,
    sources: async (page) =>
      summaries(
        await queryPage(table, z.object({ summary: SourceSummarySchema }), {
          index: 'gsi1',
          partition: SOURCES_PARTITION,
          ...page,
        }),
      ),
    source: (sourceId) => getItem(table, sourceKey(sourceId), SourceItemSchema),
    contractVersions: (sourceId) => readVersions(table, sourceId, 'eventual'),
    receipts: async (sourceId, upTo) =>
      decisionsOf(
        await factsUpTo(table, sourceKey(sourceId), upTo, DECISIONS_BOUND),
        CapitalReceived,
        CapitalReceiptReversed,
      ),
    withdrawals: async (sourceId, upTo) =>
      decisionsOf(
        await factsUpTo(table, sourceKey(sourceId), upTo, DECISIONS_BOUND),
        CapitalWithdrawn,
        CapitalWithdrawalReversed,
      ),
    allocations: async (leaf, upTo) =>
      decisionsOf(
        await factsUpTo(table, leafKey(leaf), upTo, DECISIONS_BOUND),
        QuotaAllocated,
        QuotaAllocationReversed,
      ),
    moved: (book, range) => movedIn(table, book, range),
    quotas: async (sourceId, communeId, page) =>
      summaries(
        await queryPage(table, z.object({ summary: QuotaSummarySchema }), {
          index: 'gsi1',
          partition: quotasPartition(sourceId),
          ...(communeId === null ? {} : { prefix: `${communeId}#` }),
          ...page,
        }),
      ),
    loans: async (sourceId, communeId, page) =>
      summaries(
        await queryPage(table, z.object({ summary: LoanSummarySchema }), {
          index: 'gsi1',
          partition: loansPartition(sourceId),
          ...(communeId === null ? {} : { prefix: `${communeId}#` }),
          ...page,
        }),
      ),
    entries: async (sourceId, from, page) => {
      const found = await queryPage(table, EntryRowSchema, {
        partition: entriesPartition(sourceId),
        ...(from === null ? {} : { between: [from, '9999'] as const }),
        ...page,
      });
      return { items: found.items.map(entryOfRow), next: found.next };
    },
    loan: (loanId) => getItem(table, loanKey(loanId), LoanItemSchema),
    loanFacts: async (loanId, upTo) => {
      const facts = await factsUpTo(table, loanKey(loanId), upTo, LOAN_FACTS_BOUND);
      return facts.map(({ event }) => loanFactOf(event));
    },
  };
}

function summaries<T>(page: Page<{ summary: T }>): Page<T> {
  return { items: page.items.map(({ summary }) => summary), next: page.next };
}

function factsUpTo(table: Table, head: Key, upTo: string, bound: number): Promise<FactItem[]> {
  // "~" sorts behind every version, so that the whole last day is included.
  return queryAll(table, FactSchema, { partition: head.pk, between: ['FACT#', `FACT#${upTo}#~`], bound });
}

/** Decisions with what took them back, which is an entry of the same book. */
function decisionsOf(
  facts: readonly FactItem[],
  decided: typeof CapitalReceived | typeof CapitalWithdrawn | typeof QuotaAllocated,
  reversal: typeof CapitalReceiptReversed | typeof CapitalWithdrawalReversed | typeof QuotaAllocationReversed,
): MoneyDecision[] {
  const reversals = new Map<string, MoneyDecision['reversed']>();
  for (const { event } of facts.filter((fact) => fact.event.type === reversal.type)) {
    const { entryOn, entryVersion, reason } = z.parse(reversal.data, event.data);
    reversals.set(`${entryOn} ${entryVersion}`, {
      effectiveOn: event.effectiveOn,
      reason,
      by: event.actor,
    });
  }
  return facts
    .filter((fact) => fact.event.type === decided.type)
    .map(({ event: { data, effectiveOn, actor, recordedAt, aggregateVersion }, document }) => {
      const { amount, decision } = z.parse(decided.data, data);
      return {
        effectiveOn,
        amount,
        decision,
        document: document ?? null,
        recordedBy: actor,
        recordedAt,
        version: aggregateVersion,
        reversed: reversals.get(`${effectiveOn} ${aggregateVersion}`) ?? null,
      };
    });
}

/** What was recorded on the day of the instant itself, up to the instant, is read entry by entry. */
async function movedIn(
  table: Table,
  book: BookId,
  { from, to, knownOn }: { readonly from: string; readonly to: string; readonly knownOn: string | null },
): Promise<DatedTurnover[]> {
  const lastDay = knownOn === null ? null : businessDayOf(Date.parse(knownOn));
  const cells = readCells(table, book, { from, to, recordedBefore: lastDay });
  if (knownOn === null || lastDay === null) return cells;
  const ofTheDay: DatedTurnover[] = [];
  let cursor: string | undefined;
  do {
    const page = await readRecorded(table, book.sourceId, { from: startOf(lastDay), to: knownOn, cursor });
    for (const { book: of, effectiveOn, postings } of page.items) {
      if (effectiveOn > to || (book.leaf !== null && chainName(of) !== chainName(book))) continue;
      ofTheDay.push({ effectiveOn, turnover: Object.fromEntries(changesOf(postings)) });
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return [...(await cells), ...ofTheDay];
}

function entryOfRow({ sk, ...line }: z.infer<typeof EntryRowSchema>): Entry {
  const [effectiveOn = '', recordedAt = ''] = sk.split('#');
  return { ...line, effectiveOn, recordedAt };
}

const OUTCOMES: Readonly<Record<string, LoanEntry['outcome']>> = {
  CapitalDeclined: 'declined',
  CapitalReserved: 'reserved',
  ReservationReleased: 'released',
  ReservationExpiring: 'reserved',
  ReservationExpired: 'released',
  CapitalLent: 'lent',
  CapitalReturned: 'returned',
  CapitalWrittenOff: 'written-off',
};

/** A decline that gave the loan a place in the queue lets it wait. */
function outcomeOf(type: string, { place }: Envelope['data']): LoanEntry['outcome'] | undefined {
  return type === CapitalDeclined.type && typeof place === 'number' ? 'waiting' : OUTCOMES[type];
}

function loanFactOf({ type, subject, communeId, effectiveOn, recordedAt, data }: Envelope): LoanFact {
  const outcome = outcomeOf(type, data);
  if (!outcome) throw new TypeError(`a loan's capital has no fact ${type}`);
  const { postings = [] } = z.parse(LoanFactDataSchema, data);
  return {
    effectiveOn,
    outcome,
    postings: postings.map((posting) => ({ ...posting, amount: parseVnd(posting.amount) })),
    line: {
      type,
      effectiveOn,
      recordedAt,
      version: null,
      programmeId: typeof data['programmeId'] === 'string' ? data['programmeId'] : null,
      communeId,
      loanId: subject,
      postings,
    },
  };
}
