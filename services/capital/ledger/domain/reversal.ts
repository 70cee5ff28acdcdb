import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { CapitalSource } from './source.ts';

const refuse = errorsOf(LEDGER_ERRORS);

export interface ReversedEntry {
  readonly amount: Vnd;
  readonly recordedBy: string;
  readonly effectiveOn: string;
  /** Number of the transfer document, null when none was named. */
  readonly document: string | null;
  /** The quota decision it carries out, null when it is of none. */
  readonly decisionId: string | null;
  readonly isReversed: boolean;
}

export interface Reversing {
  readonly by: string;
  readonly effectiveOn: string;
}

/** Throws `maker-may-not-reverse` (403), `entry-already-reversed` (409), `effective-day-before-last-entry` (422). */
export function assertReversible(
  source: CapitalSource,
  entry: ReversedEntry,
  { by, effectiveOn }: Reversing,
): void {
  if (by === entry.recordedBy) throw refuse('maker-may-not-reverse', { recordedBy: entry.recordedBy });
  if (entry.isReversed) throw refuse('entry-already-reversed', { effectiveOn: entry.effectiveOn });
  if (effectiveOn < source.lastEntryOn) {
    throw refuse('effective-day-before-last-entry', { effectiveOn, lastEntryOn: source.lastEntryOn });
  }
}
