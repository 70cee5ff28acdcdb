import * as z from 'zod/mini';
import { readItems, readRecorded } from '#capital/ledger/adapters/recorded-entries.ts';
import { FundYearClosed } from '#shared/contracts/capital/funds/events.ts';
import { PostingSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { getItem, queryAll } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { FundReads, LateEntry, RecordedClosing } from '../application/ports.ts';
import { closingKeys } from './fund-keys.ts';

/** A statement a year. */
const CLOSINGS_BOUND = 100;

const LAST_INSTANT = '9999';

const StatementSchema = z.object({ event: EnvelopeSchema });

const EntrySchema = z.object({
  pk: z.string(),
  sk: z.string(),
  event: EnvelopeSchema,
  label: z.object({ postings: z.array(PostingSchema) }),
});

/** Closed years, and what was recorded for them afterwards. */
export function openClosingReads(table: Table): Pick<FundReads, 'closings' | 'closing' | 'recordedAfter'> {
  return {
    closings: async (sourceId) => {
      const { partition, statements } = closingKeys(sourceId);
      const found = await queryAll(table, StatementSchema, {
        partition,
        prefix: statements,
        bound: CLOSINGS_BOUND,
      });
      return found.map(({ event }) => closingOf(event));
    },
    closing: async (sourceId, year) => {
      const found = await getItem(table, closingKeys(sourceId).statement(year), StatementSchema);
      return found && closingOf(found.event);
    },
    recordedAfter: async (sourceId, { after, upTo }, page) => {
      const recorded = await readRecorded(table, sourceId, { from: after, to: LAST_INSTANT, ...page });
      const late = recorded.items.filter((row) => row.recordedAt > after && row.effectiveOn <= upTo);
      const items = await readItems(table, late, EntrySchema);
      const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
      return {
        items: late.flatMap(({ pk, sk }) => {
          const item = byKey.get(`${pk} ${sk}`);
          return item === undefined ? [] : [lateEntryOf(item)];
        }),
        next: recorded.next,
      };
    },
  };
}

function closingOf({ data, actor, recordedAt }: Envelope): RecordedClosing {
  const { year, figures } = z.parse(FundYearClosed.data, data);
  return { year, figures, closedBy: actor, closedAt: recordedAt };
}

function lateEntryOf({ event, label }: z.infer<typeof EntrySchema>): LateEntry {
  const text = (name: string): string | null => {
    const value = event.data[name];
    return typeof value === 'string' ? value : null;
  };
  const loanId = text('loanId');
  return {
    type: event.type,
    version: loanId === null ? event.aggregateVersion : null,
    effectiveOn: event.effectiveOn,
    recordedAt: event.recordedAt,
    recordedBy: event.actor,
    programmeId: text('programmeId'),
    communeId: text('communeId'),
    loanId,
    postings: label.postings,
  };
}
