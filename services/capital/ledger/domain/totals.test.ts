import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ACCOUNTS } from '#shared/domain/words/account.ts';
import type { Account } from '#shared/domain/words/account.ts';
import { balancesAtEach } from './balances-over-time.ts';
import { changesByDay, closingBalances, daysOfMonth } from './daily-balances.ts';
import { fundHeldOf } from './fund.ts';
import { addTurnovers, statementOf, totalsOf, trialRowsOf } from './totals.ts';
import type { DatedTurnover } from './totals.ts';

/** A different power of two on each account: a sum tells which accounts are in it. */
const EACH = addTurnovers([
  Object.fromEntries(ACCOUNTS.map((account, index) => [account, 1n << BigInt(index)])),
]);

const sumOf = (...accounts: readonly Account[]): bigint =>
  accounts.reduce((sum, account) => sum + EACH[account], 0n);

describe('a statement', () => {
  const moved: DatedTurnover[] = [
    { effectiveOn: '2026-03', turnover: { loans: 100n } },
    { effectiveOn: '2026-04-03', turnover: { loans: 20n, 'cash-reserved': -20n } },
    { effectiveOn: '2026-04-02', turnover: { loans: -30n } },
    { effectiveOn: '2026-04-03', turnover: { loans: 5n } },
    { effectiveOn: '2026-04-04', turnover: { loans: 8n } },
    { effectiveOn: '2026-04-04', turnover: { loans: -8n } },
    { effectiveOn: '2026-04-05', turnover: { 'cash-available': 9n } },
  ];

  it('carries the balance from day to day, in order, and has no line where nothing moved', () => {
    expect(statementOf('loans', moved, '2026-04-01')).toEqual({
      opening: 100n,
      days: [
        { day: '2026-04-02', opening: 100n, change: -30n, closing: 70n },
        { day: '2026-04-03', opening: 70n, change: 25n, closing: 95n },
      ],
      closing: 95n,
    });
  });

  it('begins with its first day', () => {
    expect(statementOf('loans', moved, '2026-04-03')).toMatchObject({
      opening: 70n,
      days: [{ day: '2026-04-03', opening: 70n }],
    });
  });
});

describe('totals', () => {
  it('are of these accounts', () => {
    const cash = ['cash-unallocated', 'cash-available', 'cash-reserved'] as const;
    const out = ['capital-withdrawn', 'capital-written-off'] as const;
    expect(totalsOf(EACH)).toEqual({
      fund: sumOf('opening-capital', 'entrusted-capital', 'capital-supplement') - sumOf(...out),
      received: sumOf('entrusted-capital'),
      unallocated: sumOf('cash-unallocated'),
      quota: sumOf('cash-available', 'cash-reserved', 'loans', 'opening-loans'),
      available: sumOf('cash-available'),
      reserved: sumOf('cash-reserved'),
      lent: sumOf('loans', 'opening-loans'),
      unlent: sumOf(...cash),
      interestCollected: sumOf('interest-collected'),
    });
  });
});

describe('the fund where it lies', () => {
  it('is loans, and cash not yet lent', () => {
    const cash = ['cash-unallocated', 'cash-available', 'cash-reserved'] as const;
    expect(fundHeldOf(EACH)).toBe(sumOf(...cash, 'loans', 'opening-loans'));
  });
});

describe('a trial balance', () => {
  it('has every account on its side, and on the other what fell below zero', () => {
    const rows = trialRowsOf({ ...EACH, loans: -7n as typeof EACH.loans, 'risk-provision': EACH.loans });
    const row = (account: Account) => rows.find((one) => one.account === account);
    expect(rows.map(({ account }) => account)).toEqual(ACCOUNTS);
    expect(row('cash-available')).toMatchObject({ debit: EACH['cash-available'], credit: 0n });
    expect(row('loans')).toMatchObject({ debit: 0n, credit: 7n });
    expect(row('risk-provision')).toMatchObject({ debit: 0n, credit: EACH.loans });
    const below = trialRowsOf({ ...EACH, 'risk-provision': -7n as typeof EACH.loans });
    expect(below.find(({ account }) => account === 'risk-provision')).toMatchObject({
      debit: 7n,
      credit: 0n,
    });
  });
});

describe('daily balances', () => {
  it('are read out of months and days', () => {
    const moved = [
      { effectiveOn: '2026-01', turnover: { loans: 100n } },
      { effectiveOn: '2026-01-31', turnover: { loans: 5n, 'opening-loans': 7n } },
      { effectiveOn: '2026-02-03', turnover: { loans: -20n } },
      { effectiveOn: '2026-02-03', turnover: { loans: 1n, 'cash-interest': 9n } },
    ];
    const closing = closingBalances(['loans', 'opening-loans'], moved, daysOfMonth('2026-02'));
    expect([...closing.values()].slice(0, 4)).toEqual([112n, 112n, 93n, 93n]);
    expect(closing.size).toBe(28);
  });
});

const DAYS = [...daysOfMonth('2026-04'), ...daysOfMonth('2026-05')];

const someTurnovers = fc.array(
  fc.record({
    effectiveOn: fc.constantFrom('2026-02', '2026-03', ...DAYS),
    turnover: fc.record(
      { loans: fc.bigInt(-99n, 99n), 'opening-loans': fc.bigInt(-99n, 99n) },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 30 },
);

test.prop([someTurnovers, fc.shuffledSubarray(DAYS, { minLength: 1 })])(
  'balances at the end of a day are all that counts until then, whoever adds them up',
  (moved, days) => {
    const until = (day: string) =>
      addTurnovers(moved.filter(({ effectiveOn }) => effectiveOn <= day).map(({ turnover }) => turnover));
    const each = balancesAtEach(moved, [...days, ...days]);
    expect([...each.keys()]).toEqual(days.toSorted());
    for (const day of days) expect(each.get(day)).toEqual(until(day));
    const closing = closingBalances(['loans', 'opening-loans'], moved, DAYS);
    expect([...closing.keys()]).toEqual(DAYS);
    for (const [day, balance] of closing) {
      const { loans, 'opening-loans': opening } = until(day);
      expect(balance).toBe(loans + opening);
      expect(statementOf('loans', moved, day).opening).toBe(
        loans - (changesByDay(['loans'], moved).get(day) ?? 0n),
      );
    }
  },
);
