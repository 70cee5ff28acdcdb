import { holdingOn, versionInForce } from '#capital/contracts/domain/contract.ts';
import type { ContractParameter, ContractVersion } from '#capital/contracts/domain/contract.ts';
import { SPLIT_ERRORS } from '#shared/contracts/capital/split/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Rate } from '#shared/domain/rate.ts';

const refuse = errorsOf(SPLIT_ERRORS);

/**
 * The split of interest of entrusted capital (Circular 11/2017/TT-BTC, amended by 84/2025/TT-BTC). That there is a
 * provision, a fee and a supplement is in the circular; the order in which the interest serves them, the bases when
 * a contract names none and that a shortfall is not carried forward are from memory and to be confirmed with the
 * Department of Finance. A year has 365 days, as in the reckoning of interest itself (Circular 14/2017/TT-NHNN).
 */
export const SPLIT_RULE = {
  order: ['provision', 'fee', 'activities', 'supplement'],
  daysOfYear: 365,
  source: {
    instrument: 'Thông tư 11/2017/TT-BTC, sửa đổi bởi Thông tư 84/2025/TT-BTC',
    issuedOn: '2025-08-19',
    effectiveOn: null,
    confidence: 'memory',
  },
} as const;

export type LegalSource = NonNullable<ContractParameter['source']>;

/** A rate as it holds on a day: how much of what, by which version of the contract and which rule. */
export interface TermOnDay<B extends string> {
  readonly rate: Rate;
  readonly base: B;
  readonly contract: { readonly number: string; readonly version: number };
  readonly source: LegalSource | null;
}

export type RateBase = 'performing-balance' | 'interest-collected';

export type ShareBase = 'interest-collected' | 'interest-after-provision-and-fee';

/** The terms of the split on one day. */
export interface SplitTerms {
  readonly provision: TermOnDay<RateBase>;
  readonly fee: TermOnDay<RateBase>;
  readonly cap: TermOnDay<'performing-balance'> | null;
  readonly activities: TermOnDay<ShareBase> | null;
  readonly rest: 'entrusted-capital' | 'risk-provision' | 'steering-activities';
}

type Named<N extends ContractParameter['name']> = Extract<ContractParameter, { readonly name: N }>;

/**
 * Terms of the split on a day by what is known now; provision and fee must be agreed, even if at 0 %.
 * Throws `split-terms-missing` (422).
 */
export function splitTermsOn(versions: readonly ContractVersion[], day: string): SplitTerms {
  const inForce = versionInForce(versions, day, null);
  const holding = inForce === null ? [] : holdingOn(inForce.parameters, day);
  const find = <N extends ContractParameter['name']>(name: N): Named<N> | undefined =>
    holding.find((parameter): parameter is Named<N> => parameter.name === name);
  const provision = find('risk-provision-rate');
  if (!inForce || !provision) throw refuse('split-terms-missing', { term: 'risk-provision-rate', on: day });
  const fee = find('management-fee-rate');
  if (!fee) throw refuse('split-terms-missing', { term: 'management-fee-rate', on: day });
  const contract = { number: inForce.number, version: inForce.version };
  const cap = find('management-fee-cap');
  const activities = find('steering-activities-share');
  const term = <B extends string>(
    { rate, source }: { readonly rate: Rate; readonly source?: LegalSource | undefined },
    base: B,
  ): TermOnDay<B> => ({ rate, base, contract, source: source ?? null });
  return {
    provision: term(provision, provision.base ?? 'performing-balance'),
    fee: term(fee, fee.base ?? 'performing-balance'),
    cap: cap ? term(cap, 'performing-balance') : null,
    activities: activities ? term(activities, activities.base ?? 'interest-after-provision-and-fee') : null,
    rest: find('rest-of-interest')?.supplements ?? 'entrusted-capital',
  };
}
