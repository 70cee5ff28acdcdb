import * as z from 'zod/mini';
import { HEAD, leafKey, sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { LeafItemSchema } from '#capital/ledger/adapters/leaf-item.ts';
import { post } from '#capital/ledger/adapters/posting.ts';
import { SourceItemSchema } from '#capital/ledger/adapters/source-item.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { referenceReads } from '#capital/references/adapters/reference-table.ts';
import { DecisionSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { Act } from '#shared/data/act.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import { DecidedSchema } from '#shared/data/proposals.ts';
import { getItem, queryPage, readForAct, readManyForAct } from '#shared/data/read.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, moveItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { KeptOpening, NamedOpening, OpeningBook, OpeningReads } from '../application/ports.ts';
import { lineName, LINES_AT_ONCE, openingStatus } from '../domain/opening-balances.ts';
import type { OpeningBalances, OpeningLine } from '../domain/opening-balances.ts';
import { OPENING_TRANSITIONS } from '../domain/opening-transitions.ts';

/**
 * Items of opening balances, in one partition per proposal:
 *
 * | item  | pk                     | sk           | written                                              |
 * | head  | OPENING#source#opening | HEAD         | with every proposal, decision and step               |
 * | lines | OPENING#source#opening | LINES#number | once, those of one step together                     |
 * | fact  | OPENING#source#opening | FACT#day#…   | once                                                 |
 *
 * A proposal of 2,000 lines is one transaction of 70 items; a step is a BatchGet of source and head, one of its
 * lines, one of its leaves, and one transaction of at most 95 items.
 */
const partition = ({ sourceId, openingId }: NamedOpening): string => `OPENING#${sourceId}#${openingId}`;

const headKey = (named: NamedOpening): Key => ({ pk: partition(named), sk: HEAD });

const LINES = 'LINES#';

const linesKey = (named: NamedOpening, step: number): Key => ({
  pk: partition(named),
  sk: `${LINES}${step.toString().padStart(4, '0')}`,
});

const TotalsSchema = z.object({
  outstanding: StoredVndSchema,
  available: StoredVndSchema,
  unallocated: StoredVndSchema,
  provision: StoredVndSchema,
  fund: StoredVndSchema,
});

const HeadItemSchema = z.object({
  sourceId: z.string(),
  openingId: z.string(),
  version: z.int(),
  cutOverOn: z.string(),
  decision: DecisionSchema,
  document: z.nullable(z.string()),
  controlTotals: TotalsSchema,
  lines: z.int(),
  recorded: z.int(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decided: z.nullable(DecidedSchema),
  reversal: z._default(
    z.nullable(
      z.object({
        reason: z.string(),
        proposedBy: z.string(),
        proposedAt: z.string(),
        decided: z.nullable(DecidedSchema),
        effectiveOn: z.nullable(z.string()),
        failedLines: z.array(z.int()),
      }),
    ),
    null,
  ),
});

const LinesItemSchema = z.object({
  lines: z.array(
    z.object({
      programmeId: z.string(),
      communeId: z.string(),
      outstanding: StoredVndSchema,
      available: StoredVndSchema,
    }),
  ),
});

/** OpeningBook on DynamoDB for one act: each `keep` is one transaction. */
export function openOpeningBook(table: Table, act: Act): OpeningBook {
  return {
    today: act.today,
    now: act.now,
    ...referenceReads(table, act),
    open: async (named) => {
      const keys = { source: sourceKey(named.sourceId), head: headKey(named) };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        source: found.take(keys.source, SourceItemSchema),
        opening: found.take(keys.head, HeadItemSchema),
      };
    },
    lines: async (opening) => {
      const steps = Math.ceil(opening.lines / LINES_AT_ONCE);
      const keys = Array.from({ length: steps }, (_, step) => linesKey(opening, step));
      const take = await readManyForAct(table, act, keys);
      return keys.flatMap((key) => take(key, LinesItemSchema)?.lines ?? []);
    },
    step: async (opening, number) => {
      const key = linesKey(opening, number);
      const item = await getItem(table, key, LinesItemSchema, 'strong');
      if (item === null) throw new Error(`${key.pk} lacks ${key.sk}`);
      const leaves = await leavesOf(table, act, opening, item.lines);
      return { first: number * LINES_AT_ONCE, lines: item.lines, leaves };
    },
    keep: (kept) => keepOpening(table, kept.by === undefined ? act : { ...act, actor: kept.by }, kept),
  };
}

/** Leaves that are there: loans may wait at one before it has any quota. */
async function leavesOf(
  table: Table,
  act: Act,
  { sourceId }: OpeningBalances,
  lines: readonly OpeningLine[],
): Promise<ReadonlyMap<string, Leaf>> {
  const keys = lines.map((line) => leafKey({ sourceId, ...line }));
  const found = await readForAct(table, { ...act, once: null }, keys);
  const leaves = new Map<string, Leaf>();
  for (const key of keys) {
    const leaf = found.take(key, LeafItemSchema);
    if (leaf !== null) leaves.set(lineName(leaf), leaf);
  }
  return leaves;
}

function keepOpening<A>(table: Table, act: Act, kept: KeptOpening<A>): Promise<A> {
  const { opening, lines = [], posted, draft } = kept;
  const { pk } = headKey(opening);
  const leaves = posted?.leaves ?? [];
  return post(table, act, {
    source: posted && { book: posted.source, read: posted.read },
    isTakingIn: true,
    leaves: leaves.map(({ leaf, read }) => ({ book: leaf, read })),
    facts: [...(posted?.own ? [posted.own] : []), ...leaves.map(({ fact }) => fact)],
    aggregates: [
      openingWrite(opening),
      ...stepsOf(lines).map((some, index) => createItem({ ...linesKey(opening, index), lines: some })),
    ],
    events:
      draft === null
        ? []
        : [{ key: { pk, sk: factSortKey(draft.effectiveOn, draft.aggregateVersion) }, draft }],
    answer: kept.answer,
  });
}

/** Opening balances that are new, or move on from the version that was read. Throws `already-exists` (409). */
function openingWrite(opening: OpeningBalances): Write {
  const status = openingStatus(opening);
  const item = { ...headKey(opening), ...opening, status };
  return opening.version === 1
    ? createItem(item, () => new DomainError(COMMON_ERRORS, 'already-exists', { id: opening.openingId }))
    : moveItem(item, opening.version - 1, { table: OPENING_TRANSITIONS, to: status });
}

function stepsOf(lines: readonly OpeningLine[]): OpeningLine[][] {
  const steps: OpeningLine[][] = [];
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    steps.push(lines.slice(from, from + LINES_AT_ONCE));
  }
  return steps;
}

export function openOpeningReads(table: Table): OpeningReads {
  return {
    opening: (named) => getItem(table, headKey(named), HeadItemSchema),
    linesOf: async (named, cursor) => {
      const { items, next } = await queryPage(table, LinesItemSchema, {
        partition: partition(named),
        prefix: LINES,
        limit: 1,
        cursor,
      });
      return { items: items.flatMap(({ lines }) => lines), next };
    },
  };
}
