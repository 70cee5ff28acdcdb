import { describe, expect, test } from 'vitest';
import { asOf, day, lent, paid, rate, text } from '#test/support/engine-terms.ts';
import type { Fact } from '../facts/facts.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** Principal due, principal overdue, class, its first day and days overdue. */
function debt(on: string, change: Partial<LoanTerms>, facts: readonly Fact[]) {
  const { position } = asOf(on, change, facts);
  const since = position.classSince === null ? null : text(position.classSince);
  return [position.principalDue, position.principalOverdue, position.class, since, position.daysOverdue];
}

test('where only maturity makes debt overdue, unpaid rows are in term through the last due date', () => {
  const change: Partial<LoanTerms> = { overdueRegime: 'maturity-only', instalments: 3 };
  const on = (text: string) => debt(text, change, [lent('2026-01-15', 3_000_000)]);
  expect(on('2026-04-14')).toEqual([2_000_000, 0, 'in-term', '2026-01-15', 0]);
  expect(on('2026-04-15')).toEqual([3_000_000, 0, 'in-term', '2026-01-15', 0]);
  expect(on('2026-04-16')).toEqual([3_000_000, 3_000_000, 'overdue', '2026-04-16', 1]);
});

test('nothing is in term after the last due date, whatever interest runs on', () => {
  // 31 nights on 3 000 000 = 16 816.44; from then on all is overdue.
  for (const change of [
    { interestRunsOn: 'actual-balance' },
    { interestRunsOn: 'schedule' },
    { interestRunsOn: 'schedule', interestMethod: 'flat' },
  ] satisfies Partial<LoanTerms>[]) {
    const { position } = asOf('2026-02-25', { ...change, instalments: 1 }, [lent('2026-01-15', 3_000_000)]);
    expect(position).toMatchObject({ interestAccrued: 16_816, principalOverdue: 3_000_000 });
  }
});

test('rows that were moved onto one day are due on it, overdue after it', () => {
  const on = (text: string) =>
    debt(text, { instalments: 4 }, [
      lent('2026-01-15', 4_000_000),
      { type: 'due-date-move', from: day('2026-03-15'), to: day('2026-04-15') },
    ]);
  expect(on('2026-04-14')).toEqual([1_000_000, 1_000_000, 'overdue', '2026-02-16', 58]);
  expect(on('2026-04-15')).toEqual([3_000_000, 1_000_000, 'overdue', '2026-02-16', 59]);
  expect(on('2026-04-16')).toEqual([3_000_000, 3_000_000, 'overdue', '2026-02-16', 60]);
});

test('money on a day settles every row due on it before it goes to the rows beyond', () => {
  const { instalments } = asOf('2026-04-15', { instalments: 5, rates: rate('0') }, [
    lent('2026-01-15', 5_000_000),
    { type: 'due-date-move', from: day('2026-03-15'), to: day('2026-04-15') },
    paid('2026-04-15', 3_500_000),
  ]);
  const settled = instalments.map(({ paid: { principal } }) => principal);
  expect(settled).toEqual([1_000_000, 1_000_000, 1_000_000, 500_000, 0]);
});

test('arrears are settled in their own order, with overdue interest, before the row due on the day', () => {
  const { transactions } = asOf(
    '2026-03-15',
    { instalments: 3, allocation: { pastDue: 'PI', due: 'IP', inAdvance: 'IP', beyond: 'next' } },
    [lent('2026-01-15', 3_000_000), paid('2026-03-15', 1_020_000)],
  );
  // Row 1: 1 000 000 and 31 nights on 3 000 000 = 16 816.44; then 3184 of the 28 nights at 8.58 % = 6581.92.
  expect(transactions[1]).toMatchObject({ principal: 1_000_000, interest: 16_816, overdueInterest: 3184 });
});

describe('a waiver of the interest that is left when all principal is paid', () => {
  const change: Partial<LoanTerms> = {
    instalments: 1,
    allocation: { pastDue: 'PI', due: 'PI', inAdvance: 'PI', beyond: 'next' },
  };
  // 31 nights on 3 000 000 = 16 816.44
  const after = (...amounts: readonly number[]) =>
    asOf('2026-03-20', change, [
      lent('2026-01-15', 3_000_000),
      paid('2026-02-15', 3_000_000),
      ...amounts.map((amount, n): Fact => ({
        type: 'waiver',
        id: `w${String(n)}`,
        on: day('2026-03-02') + n,
        amount,
      })),
    ]);

  test('settles the loan', () => {
    expect(after(16_816).position).toMatchObject({ class: 'settled', classSince: day('2026-03-02') });
    expect(after(6000, 10_816).position).toMatchObject({ class: 'settled', classSince: day('2026-03-03') });
  });

  test('in part leaves the rest owed', () => {
    const { position, payoff, instalments } = after(6000, 4000);
    expect(position).toMatchObject({ class: 'in-term', principalOutstanding: 0, interestWaived: 10_000 });
    expect(payoff.total).toBe(6816);
    expect(instalments[0]).toMatchObject({ waived: 10_000, outstanding: { principal: 0, interest: 6816 } });
  });
});

test('debt that is owed again while a freeze runs is frozen since the day it is owed again', () => {
  const facts: Fact[] = [
    lent('2026-01-15', 3_000_000),
    paid('2026-02-01', 4_000_000),
    { type: 'freeze', on: day('2026-02-10'), until: null },
    { type: 'disbursement', id: 'again', on: day('2026-03-01'), amount: 1_000_000 },
  ];
  const since = (on: string) => asOf(on, { instalments: 4 }, facts).position;
  expect(since('2026-02-20')).toMatchObject({ class: 'settled', classSince: day('2026-02-01') });
  expect(since('2026-03-05')).toMatchObject({ class: 'frozen', classSince: day('2026-03-01') });
});
