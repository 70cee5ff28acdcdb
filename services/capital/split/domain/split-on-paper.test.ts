import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { foundContract } from '#capital/contracts/domain/contract-change.ts';
import { daysOfMonth } from '#capital/ledger/domain/daily-balances.ts';
import { differenceOf, splitInterest } from './interest-split.ts';
import type { SplitDay } from './interest-split.ts';
import { splitTermsOn } from './split-terms.ts';
import { parseRate } from '#shared/domain/rate.ts';

/** The example of the README, redone; what is printed there is what is reckoned here. */
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const FROM = { from: '2026-01-15', to: null };

const { version } = foundContract(
  'src-1',
  {
    number: '01/HĐUT',
    signedOn: '2026-01-15',
    decision: { number: '12/NQ-HĐND', issuedOn: '2026-01-10', issuer: 'HĐND tỉnh' },
    parties: ['Sở Tài chính', 'Chi nhánh'],
    parameters: [
      { name: 'risk-provision-rate', rate: parseRate('0.75'), ...FROM },
      { name: 'management-fee-rate', rate: parseRate('2.4'), ...FROM },
      { name: 'management-fee-cap', rate: parseRate('2.1'), ...FROM },
      { name: 'steering-activities-share', rate: parseRate('10'), ...FROM },
    ],
  },
  { by: 'maker', at: '2026-01-15T02:00:00.000Z', effectiveOn: '2026-01-15' },
);

/** 1,000 million lent, 1,200 million from the 11th on; interest of 3 and of 4 million; and what was known late. */
function october(late: boolean): SplitDay[] {
  return daysOfMonth('2026-10').map((day) => {
    const lent = day < '2026-10-11' ? 1_000_000_000n : 1_200_000_000n;
    const returned = late && day >= '2026-10-21' ? 100_000_000n : 0n;
    const interest = {
      '2026-10-05': 3_000_000n,
      '2026-10-20': 4_000_000n,
      '2026-10-21': late ? 500_000n : 0n,
    }[day];
    return {
      day,
      performing: lent - returned,
      interest: interest ?? 0n,
      terms: splitTermsOn([version], day),
    };
  });
}

const shown = (amount: bigint): string => {
  const sign = amount < 0n ? '−' : '';
  return sign + (amount < 0n ? -amount : amount).toString().replace(/\B(?=(\d{3})+$)/g, ',');
};

it('is what a person gets on paper', () => {
  const first = splitInterest(october(false));
  expect(first).toEqual({
    collected: 7_000_000n,
    averagePerforming: 1_135_483_871n,
    left: 4_251_507n,
    due: { provision: 723_288n, fee: 2_025_205n, activities: 425_151n },
    short: { provision: 0n, fee: 0n, activities: 0n },
    parts: { provision: 723_288n, fee: 2_025_205n, activities: 425_151n, supplement: 3_826_356n },
  });
  const second = splitInterest(october(true));
  expect(second.parts).toEqual({
    provision: 700_685n,
    fee: 1_961_918n,
    activities: 483_740n,
    supplement: 4_353_657n,
  });
  const difference = differenceOf(second.parts, first.parts);
  expect(difference).toEqual({
    provision: -22_603n,
    fee: -63_287n,
    activities: 58_589n,
    supplement: 527_301n,
  });
  for (const amounts of [first.parts, second.parts, difference]) {
    for (const amount of Object.values(amounts) as bigint[]) expect(README).toContain(shown(amount));
  }
  expect(README).toContain(shown(first.averagePerforming));
});
