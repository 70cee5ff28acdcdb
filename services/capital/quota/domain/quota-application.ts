import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { postToSource, setAside } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { mayMove } from '#shared/domain/transitions.ts';
import { sumVnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { QUOTA_DECISION_TRANSITIONS } from './quota-decision-transitions.ts';
import { statusOfDecision } from './quota-decision.ts';
import type { Application, QuotaDecision } from './quota-decision.ts';
import { placeName } from './quota-lines.ts';
import type { QuotaMovement, QuotaPlace } from './quota-lines.ts';

/**
 * Rows recorded in one transaction of a hundred items: each may write a leaf, its entry, and word to those who wait
 * there, beside source, decision, event and key.
 */
export const ROWS_AT_ONCE = 32;

export type Leaves = ReadonlyMap<string, Leaf>;

/** One entry of a leaf: all that a chunk gives to it, or takes from it. */
export interface QuotaEntry {
  readonly kind: QuotaMovement['kind'];
  readonly amount: Vnd;
  /** Version of the leaf with this entry. */
  readonly version: number;
  readonly postings: readonly Posting[];
}

/** A leaf as its entries leave it; `read` is its version before, 0 when there was none. */
export interface MovedLeaf {
  readonly leaf: Leaf;
  readonly read: number;
  readonly entries: readonly QuotaEntry[];
}

/** Takes and gives quota, recalls before allocations; what goes together into a leaf is one entry. */
export function moveQuota(
  source: CapitalSource,
  leaves: Leaves,
  movements: readonly QuotaMovement[],
  effectiveOn: string,
): { readonly source: CapitalSource; readonly moved: readonly MovedLeaf[] } {
  const moved = new Map<string, MovedLeaf>();
  const postings: Posting[] = [];
  for (const { kind, amount, ...place } of entriesOf(movements)) {
    const name = placeName(place);
    const found = leaves.get(name);
    const before = moved.get(name) ?? {
      leaf: found ?? newLeafAt(source.sourceId, place),
      read: found?.version ?? 0,
      entries: [],
    };
    const posting: Posting =
      kind === 'allocate'
        ? { debit: 'cash-available', credit: 'cash-unallocated', amount }
        : { debit: 'cash-unallocated', credit: 'cash-available', amount };
    const leaf = postToLeaf(before.leaf, [posting]);
    const entry = { kind, amount, version: leaf.version, postings: [posting] };
    moved.set(name, { ...before, leaf, entries: [...before.entries, entry] });
    postings.push(posting);
  }
  return { source: postToSource(source, postings, effectiveOn), moved: [...moved.values()] };
}

function newLeafAt(sourceId: string, { programmeId, areaId }: QuotaPlace): Leaf {
  return newLeaf({ sourceId, programmeId, communeId: areaId });
}

type Entry = QuotaPlace & Pick<QuotaMovement, 'kind' | 'amount'>;

function entriesOf(movements: readonly QuotaMovement[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { kind, programmeId, areaId, amount } of movements) {
    const name = `${kind === 'recall' ? 0 : 1}#${placeName({ programmeId, areaId })}`;
    const sum = ((entries.get(name)?.amount ?? 0n) + amount) as Vnd;
    entries.set(name, { kind, programmeId, areaId, amount: sum });
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** The rows to record next, from the first up to but without the last; null when there are none left. */
export function chunkOf({ application, recalls, rows }: QuotaDecision): readonly [number, number] | null {
  if (application === null) return null;
  const { phase, next } = application;
  switch (phase) {
    case 'recalling':
      return [next, Math.min(next + ROWS_AT_ONCE, recalls)];
    case 'allocating':
      return [next, Math.min(next + ROWS_AT_ONCE, rows)];
    case 'undoing':
      return [Math.max(next - ROWS_AT_ONCE, 0), next];
    case 'applied':
    case 'undone':
      return null;
  }
}

export interface AppliedChunk {
  /** null when only the decision changed. */
  readonly source: CapitalSource | null;
  readonly decision: QuotaDecision;
  readonly moved: readonly MovedLeaf[];
}

/**
 * Records the next rows. What was recalled stays set aside until all of it is there; only then is given free what
 * the decision does not allocate again. A recall that is no longer available turns the decision round: what it
 * recalled goes back to where it was.
 */
export function applyChunk(
  source: CapitalSource,
  decision: QuotaDecision,
  leaves: Leaves,
  chunk: readonly QuotaMovement[],
): AppliedChunk {
  const { application } = decision;
  if (application === null || !mayMove(QUOTA_DECISION_TRANSITIONS, 'applyNext', statusOfDecision(decision))) {
    throw new TypeError(`a decision that is ${statusOfDecision(decision)} is not being applied`);
  }
  switch (application.phase) {
    case 'recalling': {
      const failedLines = unavailable(leaves, chunk);
      return failedLines.length > 0
        ? turnRound(source, decision, { ...application, failedLines })
        : recall(source, decision, application, { leaves, chunk });
    }
    case 'allocating':
      return allocate(source, decision, application, { leaves, chunk });
    default:
      return putBack(source, decision, application, { leaves, chunk });
  }
}

interface Chunk {
  readonly leaves: Leaves;
  readonly chunk: readonly QuotaMovement[];
}

function recall(
  source: CapitalSource,
  decision: QuotaDecision,
  application: Application,
  { leaves, chunk }: Chunk,
): AppliedChunk {
  const next = application.next + chunk.length;
  const isLast = next === decision.recalls;
  const kept = isLast ? decision.sums.allocated : application.setAside + sumOf(chunk);
  const phase = !isLast ? 'recalling' : next === decision.rows ? 'applied' : 'allocating';
  return moving(source, decision, { ...application, phase, next, setAside: kept as Vnd }, { leaves, chunk });
}

function allocate(
  source: CapitalSource,
  decision: QuotaDecision,
  application: Application,
  { leaves, chunk }: Chunk,
): AppliedChunk {
  const next = application.next + chunk.length;
  const kept = (application.setAside - sumOf(chunk)) as Vnd;
  const phase = next === decision.rows ? 'applied' : 'allocating';
  return moving(source, decision, { ...application, phase, next, setAside: kept }, { leaves, chunk });
}

function putBack(
  source: CapitalSource,
  decision: QuotaDecision,
  application: Application,
  { leaves, chunk }: Chunk,
): AppliedChunk {
  const next = application.next - chunk.length;
  const isLast = next === 0;
  const kept = isLast ? ZERO_VND : ((application.setAside - sumOf(chunk)) as Vnd);
  const back = chunk.map((movement) => ({ ...movement, kind: 'allocate' as const }));
  const phase = isLast ? 'undone' : 'undoing';
  return moving(source, decision, { ...application, phase, next, setAside: kept }, { leaves, chunk: back });
}

function moving(
  source: CapitalSource,
  decision: QuotaDecision,
  after: Application,
  { leaves, chunk }: Chunk,
): AppliedChunk {
  const kept = decision.application?.setAside ?? ZERO_VND;
  const { source: posted, moved } = moveQuota(source, leaves, chunk, dayOf(decision));
  return {
    source: setAside(posted, after.setAside - kept),
    decision: withApplication(decision, after),
    moved,
  };
}

/** Nothing recalled yet: it is undone at once. */
function turnRound(source: CapitalSource, decision: QuotaDecision, application: Application): AppliedChunk {
  if (application.next > 0) {
    const decided = withApplication(decision, { ...application, phase: 'undoing' });
    return { source: null, decision: decided, moved: [] };
  }
  const freed = setAside(postToSource(source, [], dayOf(decision)), 0n - application.setAside);
  const after: Application = { ...application, phase: 'undone', setAside: ZERO_VND };
  return { source: freed, decision: withApplication(decision, after), moved: [] };
}

function withApplication(decision: QuotaDecision, application: Application): QuotaDecision {
  return { ...decision, version: decision.version + 1, application };
}

function dayOf({ effectiveOn }: QuotaDecision): string {
  if (effectiveOn === null) throw new TypeError('a decision without its day');
  return effectiveOn;
}

/** Lines of leaves that no longer have available what is recalled of them. */
function unavailable(leaves: Leaves, chunk: readonly QuotaMovement[]): number[] {
  const asked = new Map<string, bigint>();
  for (const row of chunk) asked.set(placeName(row), (asked.get(placeName(row)) ?? 0n) + row.amount);
  return chunk
    .filter((row) => {
      const name = placeName(row);
      return (asked.get(name) ?? 0n) > (leaves.get(name)?.balances['cash-available'] ?? 0n);
    })
    .map(({ line }) => line);
}

function sumOf(chunk: readonly QuotaMovement[]): bigint {
  return sumVnd(chunk.map(({ amount }) => amount));
}
