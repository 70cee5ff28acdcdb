import * as z from 'zod/mini';
import { openContractVersions } from '#capital/contracts/adapters/contract-book.ts';
import { openBookReads } from '#capital/ledger/adapters/book-reads.ts';
import { sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { INVESTOR } from '#capital/sources/adapters/investor-item.ts';
import { CapitalFigureRevised } from '#shared/contracts/capital/indicators/events.ts';
import type { FigureKind } from '#shared/contracts/capital/indicators/events.ts';
import {
  IndicatorTargetSchema,
  NationalTableSchema,
  OpportunityRateSchema,
} from '#shared/contracts/capital/indicators/views.ts';
import { PostingSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { InvestorSchema } from '#shared/contracts/capital/sources/views.ts';
import { DecisionSchema } from '#shared/contracts/common.ts';
import { draftEvent, EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { decodePageToken, encodePageToken } from '#shared/data/page-token.ts';
import { queryAll } from '#shared/data/read.ts';
import {
  getReference,
  getReferenceKnownOn,
  listReferences,
  listRevisions,
  putReference,
} from '#shared/data/reference.ts';
import type { Table } from '#shared/data/table.ts';
import type { FigureBook, FigureReads, IndicatorFigure, SourceEntry } from '../application/ports.ts';

/** Receipts, withdrawals and the like: a few a year. */
const ENTRIES_BOUND = 5000;

/** Revisions read at a time. */
const PAGE = 200;

/** Tables come a few a year; one is only passed over when it was not known yet. */
const TABLES_AT_ONCE = 4;

/** Rows are put together from many items, so their token names the list and the last row. */
const LIST = 'rowsOf';

const KIND_OF = {
  table: 'national-table',
  target: 'indicator-target',
  rate: 'opportunity-rate',
} satisfies Record<string, FigureKind>;

/** What each kind of figure holds, for both directions. */
export const INDICATOR_FIGURES: Readonly<Record<IndicatorFigure, z.ZodMiniType>> = {
  'national-table': NationalTableSchema,
  'indicator-target': IndicatorTargetSchema,
  'opportunity-rate': OpportunityRateSchema,
};

/**
 * Dated figures are reference records that keep their history (shared/data/reference.ts): all revisions of a kind
 * lie in one partition of gsi2 in the order of their ids, so those known on an instant come with one query.
 */
export function openFigureBook<K extends FigureKind>(
  table: Table,
  act: Act,
  contentOf: Readonly<Record<K, z.ZodMiniType>>,
): FigureBook<K> {
  return {
    keep: (kind, id, figure) => {
      const content = z.encode(contentOf[kind], figure) as object;
      return putReference(table, act, {
        kind,
        id,
        content,
        summary: kind === KIND_OF.table ? { id } : content,
        history: true,
        draft: (revision) =>
          draftEvent({
            event: CapitalFigureRevised,
            subject: id,
            aggregateVersion: revision,
            communeId: null,
            effectiveOn: act.today,
            data: { kind, id, revision },
          }),
      });
    },
  };
}

export function openFigureReads(table: Table): FigureReads {
  const { source, sources, leaves, moved } = openBookReads(table);
  return {
    ...{ source, sources, leaves, moved },
    ...openContractVersions(table),
    investorKnownOn: (id, knownOn) =>
      getReferenceKnownOn(table, { kind: INVESTOR, id, knownOn }, InvestorSchema),
    entriesOfSource: (sourceId, upTo) => entriesOfSource(table, sourceId, upTo),
    targets: (knownOn) => knownFigures(table, KIND_OF.target, IndicatorTargetSchema, knownOn),
    opportunityRates: (knownOn) => knownFigures(table, KIND_OF.rate, OpportunityRateSchema, knownOn),
    nationalTableBefore: async (day, knownOn) => {
      let cursor: string | undefined;
      do {
        const page = await listRevisions(table, KIND_OF.table, NationalTableSchema, {
          between: ['0', `${day}#~`],
          newestFirst: true,
          limit: TABLES_AT_ONCE,
          cursor,
        });
        const known = page.items.find(({ recordedAt }) => knownOn === null || recordedAt <= knownOn);
        if (known) return known.content;
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return null;
    },
    nationalTable: async (asOf) =>
      (await getReference(table, KIND_OF.table, asOf, NationalTableSchema))?.content ?? null,
    rowsAfter: (list, token) => decodePageToken(token, { attribute: LIST, value: list })?.['after'] ?? '',
    rowToken: (list, after) => encodePageToken({ [LIST]: list, after }),
    targetPage: (page) => listReferences(table, KIND_OF.target, IndicatorTargetSchema, page),
    opportunityRatePage: (page) => listReferences(table, KIND_OF.rate, OpportunityRateSchema, page),
  };
}

/** Each record of a kind at its newest revision that was known, in the order of their ids. */
export async function knownFigures<S extends z.core.$ZodType>(
  table: Table,
  kind: FigureKind,
  schema: S,
  knownOn: string | null,
): Promise<z.output<S>[]> {
  const known = new Map<string, z.output<S>>();
  let cursor: string | undefined;
  do {
    const page = await listRevisions(table, kind, schema, { limit: PAGE, cursor });
    for (const { id, recordedAt, content } of page.items) {
      if (knownOn === null || recordedAt <= knownOn) known.set(id, content);
    }
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return [...known.values()];
}

const EntryItemSchema = z.object({ event: EnvelopeSchema, document: z.optional(z.string()) });

const EntryDataSchema = z.object({
  postings: z.optional(z.array(PostingSchema)),
  decision: z.optional(z.unknown()),
});

async function entriesOfSource(table: Table, sourceId: string, upTo: string): Promise<SourceEntry[]> {
  const items = await queryAll(table, EntryItemSchema, {
    partition: sourceKey(sourceId).pk,
    // "~" sorts behind every version, so that the whole last day is included.
    between: ['FACT#', `FACT#${upTo}#~`],
    bound: ENTRIES_BOUND,
  });
  return items.map(({ event, document }) => {
    const { postings = [], decision } = z.parse(EntryDataSchema, event.data);
    return {
      type: event.type,
      effectiveOn: event.effectiveOn,
      recordedAt: event.recordedAt,
      version: event.aggregateVersion,
      // Not every act rests on a decision of the usual form.
      decision: z.safeParse(DecisionSchema, decision).data ?? null,
      document: document ?? null,
      postings,
    };
  });
}
