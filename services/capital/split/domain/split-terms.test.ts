import { expect, it } from 'vitest';
import type { ContractParameter, ContractVersion } from '#capital/contracts/domain/contract.ts';
import { foundContract } from '#capital/contracts/domain/contract-change.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { splitTermsOn } from './split-terms.ts';

const FROM = { from: '2026-01-15', to: null };

const BY_LAW = {
  instrument: 'Thông tư 84/2025/TT-BTC',
  issuedOn: '2025-08-19',
  effectiveOn: null,
  confidence: 'memory',
} as const;

const PROVISION: ContractParameter = { name: 'risk-provision-rate', rate: parseRate('0.75'), ...FROM };

const FEE: ContractParameter = { name: 'management-fee-rate', rate: parseRate('2.4'), ...FROM };

const contractWith = (...parameters: ContractParameter[]): ContractVersion[] => [
  foundContract(
    's',
    {
      number: '01/HĐUT',
      signedOn: '2026-01-15',
      decision: { number: '12/NQ-HĐND', issuedOn: '2026-01-10', issuer: 'HĐND tỉnh' },
      parties: ['Sở Tài chính', 'Chi nhánh'],
      parameters,
    },
    { by: 'maker', at: '2026-01-15T02:00:00.000Z', effectiveOn: '2026-01-15' },
  ).version,
];

const DAY = '2026-10-01';

const missing = (term: string, on: string) =>
  expect.objectContaining({ code: 'split-terms-missing', facts: { term, on } }) as Error;

const contract = { number: '01/HĐUT', version: 1 };

it('has a provision and a fee on the performing balance, and the rest supplements, where no more is agreed', () => {
  const by = { base: 'performing-balance', contract, source: null } as const;
  expect(splitTermsOn(contractWith(PROVISION, FEE), DAY)).toEqual({
    provision: { ...by, rate: parseRate('0.75') },
    fee: { ...by, rate: parseRate('2.4') },
    cap: null,
    activities: null,
    rest: 'entrusted-capital',
  });
});

it('has what is agreed, and the rule it is agreed by', () => {
  const base = 'interest-collected';
  const agreed = splitTermsOn(
    contractWith(
      { ...PROVISION, base, source: BY_LAW },
      { ...FEE, base },
      { name: 'management-fee-cap', rate: parseRate('2.1'), ...FROM },
      { name: 'steering-activities-share', rate: parseRate('10'), base, ...FROM },
      { name: 'rest-of-interest', supplements: 'risk-provision', ...FROM },
    ),
    DAY,
  );
  expect(agreed).toMatchObject({
    provision: { base, source: BY_LAW },
    fee: { base, source: null },
    cap: { rate: parseRate('2.1'), base: 'performing-balance' },
    activities: { rate: parseRate('10'), base },
    rest: 'risk-provision',
  });
  const share = contractWith(PROVISION, FEE, {
    name: 'steering-activities-share',
    rate: parseRate('10'),
    ...FROM,
  });
  expect(splitTermsOn(share, DAY).activities).toMatchObject({ base: 'interest-after-provision-and-fee' });
});

it('must have a provision and a fee on the day, even if at nothing', () => {
  expect(() => splitTermsOn(contractWith(FEE), DAY)).toThrow(missing('risk-provision-rate', DAY));
  expect(() => splitTermsOn(contractWith(PROVISION), DAY)).toThrow(missing('management-fee-rate', DAY));
  expect(() => splitTermsOn(contractWith(PROVISION, FEE), '2026-01-14')).toThrow(
    missing('risk-provision-rate', '2026-01-14'),
  );
});
