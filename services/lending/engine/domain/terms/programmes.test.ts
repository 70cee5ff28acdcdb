import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { asOf, day, lent, months, paid, rate } from '#test/support/engine-terms.ts';
import type { Fact } from '../facts/facts.ts';
import type { LoanTerms } from './terms.ts';

/** Figures of programmes and of the rules most likely to be asked, worked out by hand in the comments. */

const MONTHLY_BULLET: Partial<LoanTerms> = { amortisation: 'bullet', instalments: 60 };

function interestOf(row: number, change: Partial<LoanTerms>, facts: readonly Fact[], on: string): number {
  return asOf(on, { ...MONTHLY_BULLET, ...change }, facts).instalments[row - 1]?.interest ?? -1;
}

describe('rates by programme and day', () => {
  test('a near-poor household pays 1.2 × the poor-household rate', () => {
    // 50 000 000 × 7.92 % × 31 / 365 = 336 328.77
    const change = {
      rates: [{ from: null, factor: parseRate('1.2') }],
      baseRates: [{ from: null, rate: parseRate('6.6') }],
    };
    expect(interestOf(1, change, [lent('2026-01-15', 50_000_000)], '2026-01-15')).toBe(336_329);
  });

  test('job creation: 7.92 % until 2025, 8.382 % from 2026, 6.6 % with priority', () => {
    // 100 000 000 × rate × 31 / 365: 672 657.53 · 711 895.89 · 560 547.95
    const first = (percent: string, on: string) =>
      interestOf(1, { rates: rate(percent) }, [lent(on, 100_000_000)], on);
    expect(first('7.92', '2025-12-31')).toBe(672_658);
    expect(first('8.382', '2026-01-01')).toBe(711_896);
    expect(first('6.6', '2026-01-01')).toBe(560_548);
  });

  test('a housing loan of 2024 bears 6.6 % until 2025-10-09 and 5.4 % from 2025-10-10, overdue 1.3 ×', () => {
    const change: Partial<LoanTerms> = {
      rates: [...rate('6.6'), { from: day('2025-10-10'), rate: parseRate('5.4') }],
      principalEvery: months(24),
      instalments: 2,
      amortisation: 'equal-principal',
    };
    const facts = [lent('2024-01-15', 300_000_000)];
    // Row 15 September – 15 October 2025: 300 000 000 × (6.6 % × 25 + 5.4 % × 5) / 365 = 1 578 082.19
    expect(interestOf(21, change, facts, '2025-10-15')).toBe(1_578_082);
    // Missed on 15 January 2026: 150 000 000 × 5.4 % × 1.3 × 30 / 365 = 865 479.45
    expect(asOf('2026-02-14', { ...MONTHLY_BULLET, ...change }, facts).position.overdueInterest).toBe(
      865_479,
    );
  });

  test('the cut of the last quarter of 2021 takes a tenth of the rate', () => {
    // 15 September – 15 October: 50 000 000 × (6.6 % × 16 + 5.94 % × 14) / 365 = 258 575.34
    const cuts = [{ from: day('2021-10-01'), to: day('2021-12-31'), factor: parseRate('0.9') }];
    expect(interestOf(1, { cuts }, [lent('2021-09-15', 50_000_000)], '2021-10-15')).toBe(258_575);
  });

  test('2 points of 2022 and 2023 are owed by the state', () => {
    // 100 000 000 × 31 / 365 × 6.25 % = 530 821.92 and × 2 % = 169 863.01
    const supports = [
      { from: day('2022-01-01'), to: day('2023-12-31'), points: parseRate('2'), payer: 'state' },
    ];
    const change = { ...MONTHLY_BULLET, rates: rate('8.25'), supports };
    const { position } = asOf('2022-02-15', change, [lent('2022-01-15', 100_000_000)]);
    expect(position.interestDue).toBe(530_822);
    expect(position.interestSupported).toEqual([{ payer: 'state', amount: 169_863 }]);
  });
});

describe('a missed instalment', () => {
  const change: Partial<LoanTerms> = { principalEvery: months(6), instalments: 2 };
  const facts = [lent('2026-03-02', 20_000_000)];

  test('signed from 2026-03-01 is overdue from the day after, at 130 %', () => {
    // Due 2 September; to 2 October 10 000 000 × 8.58 % × 30 / 365 = 70 520.55
    const { position } = asOf('2026-10-02', change, facts);
    expect(position).toMatchObject({
      class: 'overdue',
      classSince: day('2026-09-03'),
      principalOverdue: 10_000_000,
      daysOverdue: 30,
      overdueInterest: 70_521,
    });
    expect(asOf('2026-09-02', change, facts).position).toMatchObject({
      class: 'in-term',
      principalDue: 10_000_000,
      principalOverdue: 0,
    });
  });

  test('signed before stays in term until maturity and bears the plain rate', () => {
    const old: Partial<LoanTerms> = { ...change, overdueRegime: 'maturity-only' };
    const { position, instalments } = asOf('2026-10-02', old, facts);
    expect(position).toMatchObject({ class: 'in-term', principalOverdue: 0, overdueInterest: 0 });
    // 20 000 000 × 6.6 % × 30 / 365 = 108 493.15
    expect(instalments[6]?.interest).toBe(108_493);
    // Matured on 2 March 2027; ten nights of 20 000 000 × 8.58 % / 365 = 47 013.70
    expect(asOf('2027-03-12', old, facts).position).toMatchObject({
      class: 'overdue',
      classSince: day('2027-03-03'),
      principalOverdue: 20_000_000,
      overdueInterest: 47_014,
      daysOverdue: 10,
    });
  });

  test('bears nothing where overdue principal does not accrue', () => {
    const { position } = asOf('2026-10-02', { ...change, overduePrincipalAccrues: false }, facts);
    expect(position).toMatchObject({ principalOverdue: 10_000_000, overdueInterest: 0 });
  });
});

describe('students', () => {
  const change: Partial<LoanTerms> = {
    principalEvery: months(12),
    interestEvery: months(12),
    instalments: 2,
    firstDue: day('2030-06-30'),
  };
  const facts: Fact[] = [
    lent('2026-09-05', 20_000_000),
    lent('2027-02-05', 20_000_000),
    { type: 'first-due-set', on: day('2027-06-30'), due: day('2028-06-30') },
  ];

  test('owe nothing while they study; interest of each tranche runs from its day', () => {
    // 20 000 000 × 6.6 % × (298 + 145) / 365 = 1 602 082.19 by 30 June 2027
    expect(asOf('2027-06-30', change, facts).position).toMatchObject({
      interestDue: 0,
      interestAccrued: 1_602_082,
      principalDue: 0,
      maturity: day('2029-06-30'),
    });
    expect(asOf('2027-06-29', change, facts).position.maturity).toBe(day('2031-06-30'));
  });

  test('repay in equal parts from the first due date, twelve months after they leave', () => {
    // To 30 June 2028: 366 nights more on 40 000 000, 1 602 082.19 + 2 647 232.88 = 4 249 315.07
    const [first, second] = asOf('2028-06-30', change, facts).instalments;
    expect(first).toMatchObject({ principal: 20_000_000, interest: 4_249_315, due: day('2028-06-30') });
    // 20 000 000 × 6.6 % × 365 / 365
    expect(second).toMatchObject({ principal: 20_000_000, interest: 1_320_000 });
  });
});

test('housing of the poor: five years without principal, then ten equal parts', () => {
  const rows = asOf(
    '2016-01-15',
    {
      rates: rate('3'),
      principalEvery: months(12),
      instalments: 15,
      grace: { principal: 5, interestPayment: 0, interestFree: 0 },
    },
    [lent('2016-01-15', 25_000_000)],
  ).instalments;
  expect(rows.filter(({ principal }) => principal > 0).map(({ n, principal }) => [n, principal])).toEqual(
    [72, 84, 96, 108, 120, 132, 144, 156, 168, 180].map((n) => [n, 2_500_000]),
  );
});

test('water works: principal every 12 months, a payment splits between them', () => {
  // 25 000 000 × 9 % × 31 / 365 = 191 095.89; the payment of 200 000 leaves 8 904 of principal for month 12.
  const change: Partial<LoanTerms> = { rates: rate('9'), principalEvery: months(12), instalments: 5 };
  const { transactions, instalments } = asOf('2026-03-05', change, [
    lent('2026-02-02', 25_000_000),
    paid('2026-03-02', 200_000),
  ]);
  // 28 nights: 172 602.74
  expect(transactions[1]).toMatchObject({ interest: 172_603, principal: 27_397, balanceAfter: 24_972_603 });
  expect(instalments[0]).toMatchObject({ paid: { principal: 0, interest: 172_603 } });
});
