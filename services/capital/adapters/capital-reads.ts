import * as z from 'zod/mini';
import { CapitalReceived, PostingSchema, QuotaAllocated } from '#shared/contracts/capital/events.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import { EntrySchema, InvestorSchema, SourceSummarySchema } from '#shared/contracts/capital/views.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { getItem, queryAll, queryPage } from '#shared/data/read.ts';
import { getReference, listReferences } from '#shared/data/reference.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { addMonths, businessDay } from '#shared/domain/business-day.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { CapitalReads, Entry, LoanFact, MoneyDecision, Page } from '../application/ports.ts';
import type { LoanEntry } from '../domain/loan-trace.ts';
import type { Turnover } from '../domain/totals.ts';
import { INVESTOR } from './capital-book.ts';
import {
  LoanItemSchema,
  LoanSummarySchema,
  QuotaSummarySchema,
  SOURCES_PARTITION,
  SourceItemSchema,
  TurnoverItemSchema,
  contractKey,
  dayTotalKey,
  entriesPartition,
  leafKey,
  loanKey,
  loansPartition,
  monthTotalKey,
  quotasPartition,
  sourceKey,
  totalsPartition,
} from './capital-table.ts';

/** Receipts of a source or allocations to a leaf: a few a year. */
const DECISIONS_BOUND = 1000;
/** A loan of ten years repaid weekly is about 520 facts. */
const LOAN_FACTS_BOUND = 2000;
const DAYS_BOUND = 31;
/** A hundred years of months. */
const MONTHS_BOUND = 1200;
const FIRST_MONTH = '0000-01';

const ContractItemSchema = z.object({ contract: CAPITAL_ROUTES.openSource.body.shape.contract });
const FactSchema = z.object({ event: EnvelopeSchema, document: z.optional(z.string()) });
type FactItem = z.infer<typeof FactSchema>;
const { type, programmeId, communeId, loanId, postings } = EntrySchema.shape;
/** Day and instant of a line are in its sort key. */
const EntryRowSchema = z.object({
  gsi2sk: z.string(),
  label: z.object({ type, programmeId, communeId, loanId, postings }),
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
    contract: async (sourceId) =>
      (await getItem(table, contractKey(sourceId), ContractItemSchema))?.contract ?? null,
    receipts: async (sourceId, upTo) =>
      decisionsOf(await factsUpTo(table, sourceKey(sourceId), upTo, DECISIONS_BOUND), CapitalReceived),
    allocations: async (leaf, upTo) =>
      decisionsOf(await factsUpTo(table, leafKey(leaf), upTo, DECISIONS_BOUND), QuotaAllocated),
    turnovers: (sourceId, upTo) => turnoversUpTo(table, sourceId, upTo),
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
        index: 'gsi2',
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

function decisionsOf(
  facts: readonly FactItem[],
  event: typeof CapitalReceived | typeof QuotaAllocated,
): MoneyDecision[] {
  return facts
    .filter((fact) => fact.event.type === event.type)
    .map(({ event: { data, effectiveOn, actor, recordedAt }, document }) => {
      const { amount, decision } = z.parse(event.data, data);
      return { effectiveOn, amount, decision, document: document ?? null, recordedBy: actor, recordedAt };
    });
}

async function turnoversUpTo(table: Table, sourceId: string, upTo: string): Promise<Turnover[]> {
  const firstOfMonth = businessDay(`${upTo.slice(0, 7)}-01`);
  const monthBefore = addMonths(firstOfMonth, -1).slice(0, 7);
  const range = (from: Key, to: Key, bound: number) =>
    queryAll(table, TurnoverItemSchema, {
      partition: totalsPartition(sourceId),
      between: [from.sk, to.sk],
      bound,
    });
  const [days, months] = await Promise.all([
    range(dayTotalKey(sourceId, firstOfMonth), dayTotalKey(sourceId, upTo), DAYS_BOUND),
    range(monthTotalKey(sourceId, FIRST_MONTH), monthTotalKey(sourceId, monthBefore), MONTHS_BOUND),
  ]);
  return [...months, ...days];
}

function entryOfRow({ gsi2sk, label }: z.infer<typeof EntryRowSchema>): Entry {
  const [effectiveOn = '', recordedAt = ''] = gsi2sk.split('#');
  return { ...label, effectiveOn, recordedAt };
}

const OUTCOMES: Readonly<Record<string, LoanEntry['outcome']>> = {
  CapitalDeclined: 'declined',
  CapitalReserved: 'reserved',
  ReservationReleased: 'released',
  CapitalLent: 'lent',
  CapitalReturned: 'returned',
};

function loanFactOf({ type, subject, communeId, effectiveOn, recordedAt, data }: Envelope): LoanFact {
  const outcome = OUTCOMES[type];
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
      programmeId: typeof data['programmeId'] === 'string' ? data['programmeId'] : null,
      communeId,
      loanId: subject,
      postings,
    },
  };
}
