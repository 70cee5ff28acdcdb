import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import type { CapitalKind } from '#shared/domain/words/capital-kind.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import { SOURCE_ERRORS } from '#shared/contracts/capital/sources/errors.ts';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import { assertIssued } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';

const refuse = errorsOf(SOURCE_ERRORS);

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
  if (!investor) throw refuse('investor-unknown', { investorId }, [investorUnknown(investorId)]);
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
  const facts = { investorId, effectiveOn, validFrom: validFrom ?? '', validTo: validTo ?? '' };
  throw refuse('investor-not-in-force', facts);
}

function investorUnknown(investorId: string): FieldError {
  return {
    pointer: '/investorId',
    detail: {
      vi: `Chưa ghi nhận nhà đầu tư ${investorId}`,
      en: `Investor ${investorId} was never recorded`,
    },
  };
}
