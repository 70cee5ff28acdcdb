import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Act } from '#shared/data/act.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { person } from '#test/support/acts.ts';
import { COMMUNE, investor, opening } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';
import { allocation, decideQuota } from './quota-on-dynamo.ts';
import { actNow } from './ledger-on-dynamo.ts';

export const DISTRICT = 'src-ha-long';
export const PROVINCE = 'src-province-2026';

const signed = { number: '1/NQ-HĐND', issuedOn: '2024-01-01', issuer: 'HĐND' };
export const decisionOf = (issuedOn: string) => ({ ...signed, issuedOn });
export const officer = person('finance-officer', { id: 'officer' });
export const colleague = person('finance-officer', { id: 'colleague' });

/** An act of a person at the instant the clock shows. */
export const actOf = (caller: Caller, given: Partial<Act> & { key?: string } = {}): Act =>
  actNow({ actor: caller.id, ...given });

/** The source of a former district and that of the province, both open and without money. */
export async function openTwoFunds(capital: Capital): Promise<void> {
  const { putInvestor, openSource } = CAPITAL_ROUTES;
  const put = (investorId: string, body: typeof investor & Record<string, unknown>) =>
    capital.call(putInvestor, { params: { investorId }, body, act: actOf(officer, { once: null }) });
  await put('quang-ninh-province', investor);
  await capital.call(putInvestor, {
    params: { investorId: 'former-district-ha-long' },
    body: { ...investor, kind: 'former-district', validTo: '2025-06-30', capitalCode: '2' },
    act: actOf(officer, { once: null }),
  });
  const open = (sourceId: string, investorId: string) =>
    capital.call(openSource, {
      body: {
        ...opening,
        sourceId,
        investorId,
        contract: { ...opening.contract, signedOn: '2024-01-01', decision: signed, parameters: [] },
        effectiveOn: '2024-01-01',
      },
      caller: officer,
      act: actOf(officer),
    });
  await open(PROVINCE, 'quang-ninh-province');
  await open(DISTRICT, 'former-district-ha-long');
}

export const receive = (
  capital: Capital,
  sourceId: string,
  amount: string,
  effectiveOn: string,
  given = {},
) =>
  capital.call(CAPITAL_ROUTES.receiveCapital, {
    params: { sourceId },
    body: { amount, decision: decisionOf('2024-01-01'), effectiveOn, ...given },
    caller: officer,
    act: actOf(officer),
  });

export const withdraw = (
  capital: Capital,
  sourceId: string,
  amount: string,
  effectiveOn: string,
  given = {},
) =>
  capital.call(CAPITAL_ROUTES.withdrawCapital, {
    params: { sourceId },
    body: { amount, decision: decisionOf('2024-01-01'), effectiveOn, ...given },
    caller: officer,
    act: actOf(officer),
  });

export const handOver = (
  capital: Capital,
  effectiveOn: string,
  figures: Record<string, string>,
  given = {},
) =>
  capital.call(CAPITAL_ROUTES.handOverFund, {
    params: { sourceId: DISTRICT },
    body: {
      holderSourceId: PROVINCE,
      principal: '0',
      unlentCash: '0',
      provision: '0',
      accruedInterest: '0',
      overduePrincipal: '0',
      ...figures,
      decision: decisionOf('2025-06-20'),
      document: 'BB-01/2025',
      effectiveOn,
      ...given,
    },
    caller: officer,
    act: actOf(officer),
  });

export const allocate = (capital: Capital, sourceId: string, amount: string, effectiveOn: string) =>
  decideQuota(capital, sourceId, [allocation(COMMUNE, amount)], {
    decision: decisionOf('2024-01-01'),
    effectiveOn,
    // Histories are made up at random: the same sums may come twice under one paper.
    isAnother: true,
    nextAct: actNow,
  });
