import type { CapitalKind } from '#shared/domain/words/capital-kind.ts';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { SourceAccount } from '#shared/domain/words/account.ts';
import { post } from './accounts.ts';
import type { Balances, Posting } from './accounts.ts';
import type { ChainHead } from './chain.ts';

const refuse = errorsOf(LEDGER_ERRORS);

export interface CapitalSource {
  readonly sourceId: string;
  readonly version: number;
  readonly investorId: string;
  readonly kind: CapitalKind;
  readonly contractNumber: string;
  readonly openedOn: string;
  /**
   * The latest day any entry counts for. From it on, what is unallocated is what the balance says; money goes out
   * on no earlier day, so no day was ever short. Money that comes in makes no day short: it may come on any day.
   */
  readonly lastEntryOn: string;
  readonly balances: Balances<SourceAccount>;
  /** What of the unallocated cash quota decisions keep back whose rows are still being recorded, đồng. */
  readonly committed: Vnd;
  /** The last hand-over of its fund: to which contract, from which day on, and until when if it was reversed. */
  readonly handedOver: {
    readonly to: string;
    readonly on: string;
    readonly version: number;
    readonly until: string | null;
  } | null;
  /** The opening balances that are being recorded or taken back; meanwhile nothing else is posted to the source. */
  readonly takingIn?: string | null | undefined;
  /** Chain of what the source holds itself: receipts and their reversals; allocations are entries of their leaf. */
  readonly chain: ChainHead;
}

/** Money moved by a decision, đồng. */
export interface DecidedAmount {
  readonly amount: Vnd;
  readonly issuedOn: string;
  readonly effectiveOn: string;
}

/** What may be given out: unallocated, and kept back for no decision. */
export function unallocatedOf({ balances, committed }: CapitalSource): Vnd {
  return (balances['cash-unallocated'] - committed) as Vnd;
}

/** Throws `capital-unallocated-exceeded` (422). */
export function assertUnallocated(source: CapitalSource, amount: Vnd): void {
  const unallocated = unallocatedOf(source);
  if (amount > unallocated) {
    throw refuse('capital-unallocated-exceeded', {
      unallocated,
      requested: amount,
      missing: amount - unallocated,
    });
  }
}

/** Keeps so much more back, or gives it free again. Throws RangeError beyond what is unallocated. */
export function setAside(source: CapitalSource, change: bigint): CapitalSource {
  const committed = source.committed + change;
  if (committed < 0n || committed > source.balances['cash-unallocated']) {
    throw new RangeError(`${committed} đồng of ${source.sourceId} set aside`);
  }
  return { ...source, committed: committed as Vnd };
}

export function postToSource(
  source: CapitalSource,
  postings: readonly Posting[],
  effectiveOn: string,
): CapitalSource {
  return {
    ...source,
    version: source.version + 1,
    lastEntryOn: effectiveOn > source.lastEntryOn ? effectiveOn : source.lastEntryOn,
    balances: post(source.balances, postings),
  };
}

/** Throws `decision-not-yet-issued`, `effective-day-before-last-entry` (422). */
export function assertGoesOut(source: CapitalSource, decided: Omit<DecidedAmount, 'amount'>): void {
  assertIssued(decided.effectiveOn, decided.issuedOn);
  if (decided.effectiveOn < source.lastEntryOn) {
    throw refuse('effective-day-before-last-entry', {
      effectiveOn: decided.effectiveOn,
      lastEntryOn: source.lastEntryOn,
    });
  }
}

/** Throws `decision-not-yet-issued` (422). */
export function assertIssued(effectiveOn: string, issuedOn: string): void {
  if (effectiveOn < issuedOn) throw refuse('decision-not-yet-issued', { effectiveOn, issuedOn });
}
