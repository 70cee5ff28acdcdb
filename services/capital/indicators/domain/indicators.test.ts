import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import type { Balances } from '#capital/ledger/domain/accounts.ts';
import { balancesAtEach } from '#capital/ledger/domain/balances-over-time.ts';
import { addTurnovers } from '#capital/ledger/domain/totals.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { ACCOUNTS } from '#shared/domain/words/account.ts';
import type { Account } from '#shared/domain/words/account.ts';
import { inForceOn } from './dated-figures.ts';
import { idleCosts } from './idle-cost.ts';
import { addTerms, compareExactly, fundTerms, placeTerms, reckon, usualBase } from './indicators.ts';
import type { LedgerIndicator } from './indicators.ts';
import { rankProvinces } from './national-rank.ts';
import { periodsOf } from './periods.ts';

const BN = 1_000_000_000n;

const balances = (given: Partial<Record<Account, bigint>>): Balances<Account> => ({
  ...emptyBalances(ACCOUNTS),
  ...(given as Partial<Record<Account, Vnd>>),
});

const fund = (amount: bigint) => balances({ 'entrusted-capital': amount });

describe('the founding figures', () => {
  const [now, base] = [fund(1_020_300_000_000n), fund(36_100_000_000n)];
  const value = (indicator: 'cap-01' | 'cap-02' | 'cap-03' | 'cap-04'): bigint | null => {
    const local = fundTerms(indicator, true, now, base);
    const central = fundTerms(indicator, false, fund(3_415n * BN), null);
    return reckon(indicator, addTerms([local, central])).value;
  };

  it('come out in đồng, basis points and hundredths', () => {
    expect(value('cap-01')).toBe(1_020_300_000_000n);
    expect(value('cap-02')).toBe(2300n);
    expect(value('cap-03')).toBe(984_200_000_000n);
    expect(value('cap-04')).toBe(2826n);
  });

  it('are compared with the day of the directive, the end of the year before, or nothing', () => {
    expect(usualBase('cap-03', '2023-07-31')).toBe('2014-11-22');
    expect(usualBase('growth-share', '2023-07-31')).toBe('2022-12-31');
    expect(usualBase('idle-cost', '2023-07-31')).toBe('2023-01-01');
    expect(usualBase('cap-01', '2023-07-31')).toBeNull();
  });
});

it('has no value where there is nothing to divide by, and still says what was to be divided', () => {
  expect(reckon('cap-04', { 'local-fund': 5n })).toEqual({ value: null, numerator: 5n, denominator: 0n });
  const shrunk = { 'local-fund': 5n, 'total-fund': 5n, 'total-fund-at-base': 9n };
  expect(reckon('growth-share', shrunk).value).toBeNull();
});

it('stands to a target as it is, not as it is rounded', () => {
  const share = reckon('cap-02', { 'local-fund': 14_996n, 'total-fund': 100_000n });
  expect(share.value).toBe(1500n);
  expect((compareExactly('cap-02', share, 1500n) ?? 0n) < 0n).toBe(true);
  expect(compareExactly('cap-01', reckon('cap-01', { 'local-fund': 7n }), 7n)).toBe(0n);
  expect(compareExactly('cap-04', reckon('cap-04', {}), 7n)).toBeNull();
});

it('takes back what was withdrawn and written off, and not what was handed over', () => {
  const at = balances({
    'entrusted-capital': 100n,
    'opening-capital': 20n,
    'capital-supplement': 3n,
    'capital-withdrawn': 7n,
    'capital-written-off': 1n,
    'capital-handed-over': 115n,
    'capital-taken-over': 115n,
  });
  expect(fundTerms('cap-01', true, at, null)).toEqual({ 'local-fund': 115n });
});

it('tells what lies idle by where it lies, and what is lent of the quota', () => {
  const at = balances({
    'cash-unallocated': 5n,
    'cash-available': 20n,
    'cash-reserved': 15n,
    loans: 60n,
    'opening-loans': 5n,
  });
  expect(reckon('idle-capital', placeTerms('idle-capital', at)).value).toBe(40n);
  expect(reckon('plan-result', placeTerms('plan-result', at))).toEqual({
    value: 6500n,
    numerator: 65n,
    denominator: 100n,
  });
});

describe('what idle money costs', () => {
  const moved = [{ effectiveOn: '2025-12', turnover: { 'cash-unallocated': 365_000n } }];
  const rate = (text: string, from: string, to: string | null) => ({ rate: parseRate(text), from, to });
  const year = [{ first: '2026-01-01', last: '2026-12-31' }];
  const cost = (rates: Parameters<typeof idleCosts>[2], periods = year) =>
    idleCosts(moved, periods, rates).map(({ terms, withoutRate }) => ({
      value: reckon('idle-cost', terms).value,
      withoutRate,
    }));

  it('is a year of the balance at the rate of each day', () => {
    expect(cost([rate('6', '2020-01-01', null)])).toEqual([{ value: 21_900n, withoutRate: null }]);
    const changed = [rate('6', '2020-01-01', '2026-06-30'), rate('8', '2026-07-01', null)];
    // 181 days at 6 % and 184 at 8 % of 1 000 đồng a day.
    expect(cost(changed)).toEqual([
      { value: (181n * 1000n * 6n + 184n * 1000n * 8n) / 100n, withoutRate: null },
    ]);
  });

  it('cannot be told of a day without a rate, unless nothing lay idle', () => {
    expect(cost([rate('6', '2026-02-01', null)])).toMatchObject([{ withoutRate: '2026-01-01' }]);
    expect(cost([], [{ first: '2025-11-01', last: '2025-11-30' }])).toEqual([
      { value: 0n, withoutRate: null },
    ]);
  });
});

it('keeps the record that came into force last', () => {
  const records = [
    { id: 'a', from: '2020-01-01', to: null },
    { id: 'b', from: '2024-01-01', to: '2024-12-31' },
  ];
  expect(inForceOn(records, '2024-06-01')?.id).toBe('b');
  expect(inForceOn(records, '2025-01-01')?.id).toBe('a');
  expect(inForceOn(records, '2019-01-01')).toBeNull();
});

it('gives equals the same place and leaves the next one out', () => {
  const row = (provinceId: string, amount: bigint) => ({
    provinceId,
    name: provinceId,
    entrustedCapital: vnd(amount),
  });
  const ranks = rankProvinces([row('01', 5n), row('22', 9n), row('79', 9n), row('02', 4n)]);
  expect(ranks.map(({ provinceId, rank }) => [provinceId, rank])).toEqual([
    ['22', 1],
    ['79', 1],
    ['01', 3],
    ['02', 4],
  ]);
});

describe('the periods of a series', () => {
  it('are cut off where the range begins and ends', () => {
    expect(periodsOf('2024-02-10', '2024-04-05', 'month')).toEqual([
      { first: '2024-02-10', last: '2024-02-29' },
      { first: '2024-03-01', last: '2024-03-31' },
      { first: '2024-04-01', last: '2024-04-05' },
    ]);
    expect(periodsOf('2023-12-31', '2024-01-01', 'year')).toHaveLength(2);
    expect(periodsOf('2024-02-28', '2024-03-01', 'day')).toHaveLength(3);
  });

  it('are neither in the wrong order nor too many', () => {
    expect(periodsOf('2024-02-02', '2024-02-01', 'month')).toBeNull();
    expect(periodsOf('2023-01-01', '2024-01-01', 'day')).toHaveLength(366);
    expect(periodsOf('2023-01-01', '2024-01-02', 'day')).toBeNull();
  });
});

const days = fc
  .integer({ min: 0, max: 120 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));

prop.prop([
  fc.array(fc.record({ effectiveOn: days, amount: fc.bigInt({ min: -50n, max: 50n }) })),
  fc.array(days, { minLength: 1 }),
])('balances on each of many days are those reckoned one by one', (entries, asked) => {
  const moved = entries.map(({ effectiveOn, amount }) => ({
    effectiveOn,
    turnover: { loans: amount, 'cash-available': -amount },
  }));
  const each = balancesAtEach(moved, asked);
  for (const day of asked) {
    const alone = addTurnovers(moved.filter((one) => one.effectiveOn <= day).map(({ turnover }) => turnover));
    expect(each.get(day)).toEqual(alone);
  }
});

const INDICATORS: LedgerIndicator[] = ['cap-01', 'cap-02', 'cap-03', 'cap-04', 'growth-share'];

prop.prop([
  fc.array(
    fc.record({
      isLocal: fc.boolean(),
      at: fc.bigInt({ min: 0n, max: 10n ** 13n }),
      base: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    }),
    {
      minLength: 1,
    },
  ),
])('a number is the same however its rows are grouped, and rounded once', (sources) => {
  for (const indicator of INDICATORS) {
    const rows = sources.map(({ isLocal, at, base }) =>
      fundTerms(indicator as 'cap-01', isLocal, fund(at), fund(base)),
    );
    const half = Math.floor(rows.length / 2);
    const grouped = [addTerms(rows.slice(0, half)), addTerms(rows.slice(half))];
    const { value, numerator, denominator } = reckon(indicator, addTerms(rows));
    expect(reckon(indicator, addTerms(grouped))).toEqual({ value, numerator, denominator });
    if (value === null || numerator === null || denominator === null) continue;
    const scale = indicator === 'cap-04' ? 100n : 10_000n;
    const off = 2n * (value * denominator - numerator * scale);
    expect(off <= denominator && off >= 0n - denominator).toBe(true);
  }
});
