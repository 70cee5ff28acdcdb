import { CAPITAL_ERRORS } from '#shared/contracts/capital/errors.ts';
import { FUND_ERRORS } from '#shared/contracts/capital/fund-errors.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { SOURCE_ACCOUNTS, emptyBalances, post } from './accounts.ts';
import type { Balances, Posting, SourceAccount } from './accounts.ts';
import { EMPTY_CHAIN } from './chain.ts';
import type { ChainHead } from './chain.ts';

const refuse = errorsOf(CAPITAL_ERRORS);
const refuseFund = errorsOf(FUND_ERRORS);

export type CapitalKind = 'central' | 'mobilised' | 'entrusted';
export type InvestorKind = 'central' | 'province' | 'former-district' | 'organisation' | 'depositors';

/** Which investors provide which kind of capital (Circular 11/2017/TT-BTC, amended by 84/2025, for entrusted). */
const INVESTORS_OF: Readonly<Record<CapitalKind, readonly InvestorKind[]>> = {
  central: ['central'],
  mobilised: ['depositors', 'organisation'],
  entrusted: ['province', 'former-district', 'organisation'],
};

export interface InvestorInForce {
  readonly investorId: string;
  readonly kind: InvestorKind;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

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
  /** The opening balances that are being recorded; until they are, nothing else is posted to the source. */
  readonly takingIn?: string | null | undefined;
  /** Chain of what the source holds itself: receipts and their reversals; allocations are entries of their leaf. */
  readonly chain: ChainHead;
}

export interface Opening {
  readonly sourceId: string;
  readonly investorId: string;
  readonly kind: CapitalKind;
  readonly contract: {
    readonly number: string;
    readonly signedOn: string;
    readonly decision: { readonly issuedOn: string };
  };
  readonly effectiveOn: string;
}

/**
 * Opens a source without money. Throws `investor-unknown`, `investor-not-in-force`,
 * `capital-kind-not-of-investor`, `decision-not-yet-issued` (422).
 */
export function openSource(opening: Opening, investor: InvestorInForce | null): CapitalSource {
  const { sourceId, investorId, kind, contract, effectiveOn } = opening;
  if (!investor) throw refuse('investor-unknown', { investorId });
  assertInForce(investor, effectiveOn);
  if (!INVESTORS_OF[kind].includes(investor.kind)) {
    throw refuse('capital-kind-not-of-investor', { kind, investorKind: investor.kind });
  }
  assertIssued(effectiveOn, contract.decision.issuedOn);
  assertIssued(effectiveOn, contract.signedOn);
  return {
    sourceId,
    version: 1,
    investorId,
    kind,
    contractNumber: contract.number,
    openedOn: effectiveOn,
    lastEntryOn: effectiveOn,
    balances: emptyBalances(SOURCE_ACCOUNTS),
    committed: ZERO_VND,
    handedOver: null,
    chain: EMPTY_CHAIN,
  };
}

/** An investor that is no longer there provides no money either. Throws `investor-not-in-force` (422). */
export function assertInForce(investor: InvestorInForce, effectiveOn: string): void {
  const { investorId, validFrom, validTo } = investor;
  if (isWithin(effectiveOn, validFrom, validTo)) return;
  throw refuse('investor-not-in-force', {
    investorId,
    effectiveOn,
    validFrom: validFrom ?? '',
    validTo: validTo ?? '',
  });
}

/** Money moved by a decision, đồng. */
export interface DecidedAmount {
  readonly amount: Vnd;
  readonly issuedOn: string;
  readonly effectiveOn: string;
}

/**
 * Money that was received counts for any day since the source was opened, also before entries that are there.
 * Throws `decision-not-yet-issued`, `effective-day-before-opening` (422).
 */
export function receiveCapital(
  source: CapitalSource,
  receipt: DecidedAmount,
): { readonly source: CapitalSource; readonly postings: readonly Posting[] } {
  assertIssued(receipt.effectiveOn, receipt.issuedOn);
  if (receipt.effectiveOn < source.openedOn) {
    throw refuseFund('effective-day-before-opening', {
      effectiveOn: receipt.effectiveOn,
      openedOn: source.openedOn,
    });
  }
  const postings: Posting[] = [
    { debit: 'cash-unallocated', credit: 'entrusted-capital', amount: receipt.amount },
  ];
  return { source: postToSource(source, postings, receipt.effectiveOn), postings };
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
      unallocated: unallocated.toString(),
      requested: amount.toString(),
      missing: (amount - unallocated).toString(),
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
