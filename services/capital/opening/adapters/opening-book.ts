import * as z from 'zod/mini';
import { HEAD, leafKey, sourceKey } from '#capital/ledger/adapters/capital-table.ts';
import { LeafItemSchema } from '#capital/ledger/adapters/leaf-item.ts';
import { atVersion, post } from '#capital/ledger/adapters/posting.ts';
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
import { createItem } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { NamedOpening, OpeningBook, OpeningReads, OpeningStep } from '../application/ports.ts';
import { lineName, LINES_AT_ONCE } from '../domain/opening-balances.ts';
import type { OpeningBalances, OpeningLine } from '../domain/opening-balances.ts';

/**
 * Items of opening balances, in one partition per proposal:
 *
 * | item  | pk                     | sk           | written                                              |
 * | head  | OPENING#source#opening | HEAD         | proposed, decided, and with every step of taking in  |
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
    next: async (opening) => {
      const key = linesKey(opening, opening.recorded / LINES_AT_ONCE);
      const item = await getItem(table, key, LinesItemSchema, 'strong');
      if (item === null) throw new Error(`${key.pk} lacks ${key.sk}`);
      return { lines: item.lines, leaves: await leavesOf(table, act, opening, item.lines) };
    },
    keep: (step) => keepStep(table, step.by === undefined ? act : { ...act, actor: step.by }, step),
  };
}

/** Leaves that loans already wait at. */
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

function keepStep<A>(table: Table, act: Act, step: OpeningStep<A>): Promise<A> {
  const { opening, lines = [], posted, draft } = step;
  const head = { ...headKey(opening), ...opening };
  const leaves = posted?.leaves ?? [];
  return post(table, act, {
    source: posted && { book: posted.source, read: posted.read },
    isTakingIn: true,
    leaves: leaves.map(({ leaf, read }) => ({ book: leaf, read })),
    facts: [...(posted?.own ? [posted.own] : []), ...leaves.map(({ fact }) => fact)],
    aggregates: [
      atVersion(
        head,
        opening.version - 1,
        () => new DomainError(COMMON_ERRORS, 'already-exists', { id: opening.openingId }),
      ),
      ...stepsOf(lines).map((some, index) => createItem({ ...linesKey(opening, index), lines: some })),
    ],
    events:
      draft === null
        ? []
        : [{ key: { pk: head.pk, sk: factSortKey(draft.effectiveOn, draft.aggregateVersion) }, draft }],
    answer: step.answer,
  });
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
