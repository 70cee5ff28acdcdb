import type { Account } from '#shared/domain/words/account.ts';
import type { Balances, Posting } from '#capital/ledger/domain/accounts.ts';
import { fundOf } from '#capital/ledger/domain/fund.ts';
import { assertReversible } from '#capital/ledger/domain/reversal.ts';
import type { ReversedEntry, Reversing } from '#capital/ledger/domain/reversal.ts';
import { assertIssued, postToSource } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { InvestorInForce, InvestorKind } from '#capital/sources/domain/opening-source.ts';
import { FUND_ERRORS } from '#shared/contracts/capital/funds/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

const refuse = errorsOf(FUND_ERRORS);

/** The figures of a fund that the ledger knows, đồng. */
export interface FundPosition {
  readonly fund: Vnd;
  readonly principal: Vnd;
  readonly unlentCash: Vnd;
  readonly provision: Vnd;
}

export function positionOf(balances: Balances<Account>): FundPosition {
  return {
    fund: fundOf(balances),
    principal: vnd(balances.loans + balances['opening-loans']),
    unlentCash: vnd(balances['cash-unallocated'] + balances['cash-available'] + balances['cash-reserved']),
    provision: balances['risk-provision'],
  };
}

/** What a transfer record says was handed over, đồng; interest and overdue principal are known to lending alone. */
export interface HandedFigures {
  readonly principal: Vnd;
  readonly unlentCash: Vnd;
  readonly provision: Vnd;
  readonly accruedInterest: Vnd;
  readonly overduePrincipal: Vnd;
}

export interface HandOver {
  readonly figures: HandedFigures;
  readonly issuedOn: string;
  readonly effectiveOn: string;
}

export interface HolderToBe {
  readonly source: Pick<CapitalSource, 'sourceId' | 'kind' | 'openedOn'>;
  readonly investorKind: InvestorKind;
}

interface Posted {
  readonly source: CapitalSource;
  readonly postings: readonly Posting[];
}

/**
 * Another contract holds the fund of a former district from a day on, on which its investor is no longer there
 * (Law on Organisation of Local Government 72/2025/QH15: districts ended with 2025-06-30; the validity of the
 * investor says so). Books, loans and origin stay; the posting shows in the trial balance that the fund is held elsewhere.
 *
 * Throws `fund-already-handed-over` (409), `decision-not-yet-issued`,
 * `source-not-of-former-district`, `investor-still-in-force`, `holder-not-provincial`,
 * `overdue-exceeds-principal`, `hand-over-figures-differ`, `nothing-to-hand-over` (422).
 */
export function handOverFund(
  source: CapitalSource,
  investor: InvestorInForce,
  holder: HolderToBe | null,
  ledger: FundPosition,
  { figures, issuedOn, effectiveOn }: HandOver,
): Posted {
  assertIssued(effectiveOn, issuedOn);
  assertLeaves(source, investor, effectiveOn);
  if (!holder || !mayHold(holder, effectiveOn)) {
    throw refuse('holder-not-provincial', { holderSourceId: holder?.source.sourceId ?? '' });
  }
  assertFigures(figures, ledger);
  if (ledger.fund <= 0n) throw refuse('nothing-to-hand-over', { fund: ledger.fund });
  const postings: Posting[] = [
    { debit: 'capital-handed-over', credit: 'capital-taken-over', amount: ledger.fund },
  ];
  const posted = postToSource(source, postings, effectiveOn);
  return {
    source: {
      ...posted,
      handedOver: { to: holder.source.sourceId, on: effectiveOn, version: posted.version, until: null },
    },
    postings,
  };
}

/**
 * The source holds its own fund again from the day of the reversal on. Throws `maker-may-not-reverse` (403),
 * `entry-already-reversed` (409), `effective-day-before-last-entry` (422).
 */
export function reverseHandOver(source: CapitalSource, entry: ReversedEntry, reversing: Reversing): Posted {
  assertReversible(source, entry, reversing);
  const postings: Posting[] = [
    { debit: 'capital-taken-over', credit: 'capital-handed-over', amount: entry.amount },
  ];
  const posted = postToSource(source, postings, reversing.effectiveOn);
  const { handedOver } = source;
  return {
    source: { ...posted, handedOver: handedOver && { ...handedOver, until: reversing.effectiveOn } },
    postings,
  };
}

function assertLeaves(source: CapitalSource, investor: InvestorInForce, effectiveOn: string): void {
  if (investor.kind !== 'former-district') {
    throw refuse('source-not-of-former-district', { investorId: investor.investorId, kind: investor.kind });
  }
  if (investor.validTo === null || effectiveOn <= investor.validTo) {
    throw refuse('investor-still-in-force', { effectiveOn, validTo: investor.validTo ?? '' });
  }
  const { handedOver } = source;
  if (handedOver && (handedOver.until === null || effectiveOn < handedOver.until)) {
    throw refuse('fund-already-handed-over', { holderSourceId: handedOver.to, since: handedOver.on });
  }
}

function mayHold({ source, investorKind }: HolderToBe, effectiveOn: string): boolean {
  return source.kind === 'entrusted' && investorKind === 'province' && source.openedOn <= effectiveOn;
}

const COMPARED = ['principal', 'unlentCash', 'provision'] as const;

function assertFigures(figures: HandedFigures, ledger: FundPosition): void {
  if (figures.overduePrincipal > figures.principal) {
    throw refuse('overdue-exceeds-principal', {
      overduePrincipal: figures.overduePrincipal,
      principal: figures.principal,
    });
  }
  const differing = COMPARED.filter((name) => figures[name] !== ledger[name]);
  if (differing.length === 0) return;
  throw refuse(
    'hand-over-figures-differ',
    Object.fromEntries(
      differing.flatMap((name) => [
        [name, figures[name]],
        [`${name}InLedger`, ledger[name]],
        [`${name}Difference`, figures[name] - ledger[name]],
      ]),
    ),
  );
}
