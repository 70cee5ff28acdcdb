import * as z from 'zod/mini';
import { leafKey } from '#capital/ledger/adapters/capital-table.ts';
import type { Leaf, LeafId } from '#capital/ledger/domain/leaf.ts';
import { queryPage } from '#shared/data/read.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { putItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import type { WaitingRow } from '../application/ports.ts';
import { placeOf } from '../domain/waiting.ts';
import type { Move } from '../domain/waiting.ts';
import { waitingPartition } from './loan-item.ts';

/**
 * Places in the queue of a leaf: pk LEAF#…, sk WAIT#instant#loan, in the list of the source (gsi1) while the loan
 * waits. A place that ended stays as a record; the head of the leaf says from where on to look, so that those who
 * were served are not read again.
 */
const WAIT = 'WAIT#';

const END_OF_QUEUE = `${WAIT}~`;

/** Places read at once: those that ended behind the first are few. */
const PLACES = 10;

const PlaceSchema = z.object({ loanId: z.string(), ended: z.nullable(z.string()) });

export const WaitingSummarySchema = z.object({
  loanId: z.string(),
  householdId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  amount: StoredVndSchema,
  since: z.string(),
});

const WaitingPlaceSchema = z.object({ ended: z.nullable(z.string()), summary: WaitingSummarySchema });

/** The loan head is at the version that was read, so the place needs no condition of its own. */
export function placeWrite({ loan, to }: Move): Write {
  const { loanId, householdId, sourceId, programmeId, communeId, amount, since } = loan;
  const place = placeOf(loan);
  const listed = { gsi1pk: waitingPartition(sourceId), gsi1sk: place };
  return putItem({
    pk: leafKey(loan).pk,
    sk: `${WAIT}${place}`,
    ...(to === 'waiting' ? listed : {}),
    summary: { loanId, householdId, programmeId, communeId, amount, since },
    loanId,
    ended: to === 'waiting' ? null : to,
  });
}

/** The first that waits on a leaf, as of now; null when nobody does. */
export async function firstWaiting(table: Table, leaf: Leaf): Promise<string | null> {
  if (leaf.queue === null) return null;
  let cursor: string | undefined;
  do {
    const page = await queryPage(table, PlaceSchema, {
      partition: leafKey(leaf).pk,
      between: [`${WAIT}${leaf.queue.from}`, END_OF_QUEUE],
      limit: PLACES,
      cursor,
      consistency: 'strong',
    });
    const first = page.items.find(({ ended }) => ended === null);
    if (first) return first.loanId;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return null;
}

/** All that wait on a leaf, in order, up to a bound. */
export async function waitingOn(
  table: Table,
  leaf: LeafId,
  from: string,
  bound: number,
): Promise<WaitingRow[]> {
  const rows: WaitingRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await queryPage(table, WaitingPlaceSchema, {
      partition: leafKey(leaf).pk,
      between: [`${WAIT}${from}`, END_OF_QUEUE],
      limit: bound,
      cursor,
    });
    rows.push(...page.items.filter(({ ended }) => ended === null).map(({ summary }) => summary));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && rows.length < bound);
  return rows.slice(0, bound);
}
