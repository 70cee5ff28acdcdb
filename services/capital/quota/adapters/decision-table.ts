import * as z from 'zod/mini';
import { DecisionSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { DecidedSchema } from '#shared/data/proposals.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Item, Key } from '#shared/data/stored.ts';
import { createItem, moveItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { QUOTA_DECISION_TRANSITIONS } from '../domain/quota-decision-transitions.ts';
import type { QuotaStatus } from '#shared/domain/words/quota-status.ts';
import { statusOfDecision } from '../domain/quota-decision.ts';
import type { QuotaDecision } from '../domain/quota-decision.ts';
import type { QuotaRow } from '../domain/quota-preview.ts';

/**
 * Items of quota decisions, in one partition per decision:
 *
 * | item     | pk                            | sk               | gsi1 (summary)                                            |
 * | decision | QUOTADECISION#source#decision | HEAD             | QUOTADECISIONS#source · rank#status#proposed at#decision |
 * | its rows | QUOTADECISION#source#decision | ROWS#number      | (a hundred of them each, written once)                    |
 * | its acts | QUOTADECISION#source#decision | FACT#day#version |                                                           |
 * | requests | QUOTADECISION#source#decision | MEETS#request    | (of communes it is named for: quota-request-book.ts)      |
 *
 * Propose: 1 BatchGet of source and decision, leaves in rounds of ninety, 1 transaction. Approve: the same with the
 * rows. Rows that follow: source, decision, at most two items of rows, thirty-two leaves, 1 transaction each.
 */
const partition = (sourceId: string, decisionId: string): string => `QUOTADECISION#${sourceId}#${decisionId}`;

export const decisionsPartition = (sourceId: string): string => `QUOTADECISIONS#${sourceId}`;

export const decisionKey = (sourceId: string, decisionId: string): Key => ({
  pk: partition(sourceId, decisionId),
  sk: 'HEAD',
});

export const ROWS = 'ROWS#';

export const rowsKey = (sourceId: string, decisionId: string, block: number): Key => ({
  pk: partition(sourceId, decisionId),
  sk: `${ROWS}${block.toString().padStart(4, '0')}`,
});

/** Rows an item holds: about 30 kB. */
export const ROWS_OF_ITEM = 100;

/** What awaits somebody comes first. */
const RANKS: Readonly<Record<QuotaStatus, number>> = {
  pending: 0,
  applying: 1,
  undone: 2,
  approved: 3,
  rejected: 4,
  withdrawn: 5,
};

export const statusPrefix = (status: QuotaStatus): string => `${RANKS[status]}#${status}#`;

const SumsSchema = z.object({
  lines: z.int(),
  allocated: StoredVndSchema,
  recalled: StoredVndSchema,
  unallocatedBefore: StoredVndSchema,
  unallocatedAfter: StoredVndSchema,
});

const ApplicationSchema = z.object({
  phase: z.enum(['recalling', 'allocating', 'undoing', 'applied', 'undone']),
  next: z.int(),
  setAside: StoredVndSchema,
  failedLines: z.array(z.int()),
});

export const DecisionItemSchema = z.object({
  sourceId: z.string(),
  decisionId: z.string(),
  version: z.int(),
  decision: DecisionSchema,
  effectiveOn: z.nullable(z.string()),
  sums: SumsSchema,
  rows: z.int(),
  recalls: z.int(),
  areaIds: z.array(z.string()),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decided: z.nullable(DecidedSchema),
  application: z.nullable(ApplicationSchema),
});

/** A decision that is new, or moves on from the version that was read. Throws `already-exists` (409) for a new one. */
export function decisionWrite(decision: QuotaDecision): Write {
  const { sourceId, decisionId, proposedAt, version } = decision;
  const status = statusOfDecision(decision);
  const item = {
    ...decisionKey(sourceId, decisionId),
    gsi1pk: decisionsPartition(sourceId),
    gsi1sk: `${statusPrefix(status)}${proposedAt}#${decisionId}`,
    summary: decision,
    ...decision,
    status,
  };
  return version === 1
    ? createItem(item, () => new DomainError(COMMON_ERRORS, 'already-exists', { id: decisionId }))
    : moveItem(item, version - 1, { table: QUOTA_DECISION_TRANSITIONS, to: status });
}

const HeldSchema = z.object({ quota: StoredVndSchema, available: StoredVndSchema });

export const RowsItemSchema = z.object({
  isLast: z.boolean(),
  rows: z.array(
    z.object({
      line: z.int(),
      kind: z.enum(['allocate', 'recall']),
      isMove: z.boolean(),
      programmeId: z.string(),
      areaId: z.string(),
      amount: StoredVndSchema,
      before: HeldSchema,
      after: HeldSchema,
    }),
  ),
});

export function rowsItems({ sourceId, decisionId }: QuotaDecision, rows: readonly QuotaRow[]): Item[] {
  const items: Item[] = [];
  for (let from = 0; from < rows.length; from += ROWS_OF_ITEM) {
    items.push({
      ...rowsKey(sourceId, decisionId, items.length),
      isLast: from + ROWS_OF_ITEM >= rows.length,
      rows: rows.slice(from, from + ROWS_OF_ITEM),
    });
  }
  return items;
}
