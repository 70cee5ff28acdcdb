import { describe, expect, test } from 'vitest';
import { addDays, businessDay } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { applyFact } from './loan-fold.ts';
import { openAccount } from './loan-account.ts';
import { engineTerms } from './loan-terms.ts';
import type { Freeze, LoanIn, Terms } from './loan.ts';
import { positionOn, scheduleOn } from './position.ts';
import { NO_MARKS } from './repayment-marks.ts';
import { repay } from './repayment.ts';
import { shownBy } from './running-loan.ts';
import { instalmentsOf } from './schedule.ts';

const terms: Terms = {
  sourceId: 'src-1',
  amount: vnd(50_000_000),
  ratePerYear: parseRate('6.6'),
  overdueRatePerYear: parseRate('8.58'),
  termMonths: 36,
  principalEveryMonths: 12,
  approvedBy: 'director',
};

function active(on: string, freeze: Freeze | null = null, given: Partial<Terms> = {}): LoanIn<'active'> {
  const disbursedOn = businessDay(on);
  const own = { ...terms, ...given };
  return {
    status: 'active',
    loanId: 'loan-1',
    householdId: 'hh-1',
    personId: 'p-1',
    programmeId: 'poor-household',
    communeId: '06652-2025',
    groupId: 'group-1',
    organisationId: 'women-union',
    requestedAmount: own.amount,
    requestedTermMonths: own.termMonths,
    purpose: 'Nuôi bò',
    appliedOn: disbursedOn,
    version: 7,
    lastFactOn: disbursedOn,
    actors: [],
    listId: 'list-1',
    terms: own,
    book: {
      disbursedOn,
      decisions: [],
      repaymentMarks: NO_MARKS,
      freeze,
      state: openAccount(own, disbursedOn).state(),
    },
    ...shownBy(openAccount(own, disbursedOn)),
  };
}

const at = (loan: LoanIn<'active'>, day: string) => positionOn(loan, businessDay(day));

function paid(loan: LoanIn<'active'>, day: string, amount: number): LoanIn<'active'> {
  const receipt = { by: 'o', repaymentId: 'rep-1', method: 'cash', amount: vnd(amount) } as const;
  const { after } = repay(loan, { on: businessDay(day), ...receipt });
  if (after.status !== 'active') throw new Error('settled');
  return after;
}

describe('interest of a loan', () => {
  test('is principal × rate × days / 365, first day in, last day out', () => {
    // 50 000 000 × 6.6 % × 30 / 365 = 271 232.87…
    expect(at(active('2026-04-01'), '2026-05-01').interestDue).toBe(271_233n);
    expect(at(active('2026-04-01'), '2026-04-01').interestDue).toBe(0n);
  });

  test('is rounded each month it falls due: a year is twelve roundings', () => {
    // Seven months of 31 days: 280 273.97; four of 30: 271 232.88; February: 253 150.68.
    expect(at(active('2025-01-01'), '2026-01-01').interestDue).toBe(7n * 280_274n + 4n * 271_233n + 253_151n);
  });

  test('stands still from the first to the last day of a freeze', () => {
    const freeze = { from: businessDay('2026-04-01'), until: businessDay('2026-04-30'), decisionNumber: '1' };
    expect(at(active('2026-04-01', freeze), '2026-05-01')).toMatchObject({
      interestDue: 0n,
      class: 'in-term',
    });
    expect(at(active('2026-04-01', freeze), '2026-04-30').class).toBe('frozen');
    expect(at(active('2026-04-01', freeze), '2026-05-02').interestDue).toBe(9_041n);
  });
});

describe('overdue principal', () => {
  const on = (disbursedOn: string, day: string) => at(active(disbursedOn), day).overduePrincipal;

  test('of a loan signed from 2026-03-01 is each missed instalment, from the day after it is due', () => {
    expect(on('2026-03-02', '2027-03-02')).toBe(0n);
    expect(on('2026-03-02', '2027-03-03')).toBe(16_666_667n);
    expect(on('2026-03-02', '2028-03-03')).toBe(33_333_334n);
    expect(on('2026-03-02', '2029-03-03')).toBe(50_000_000n);
  });

  test('of an older loan waits for maturity', () => {
    expect(on('2026-02-27', '2029-02-27')).toBe(0n);
    expect(on('2026-02-27', '2029-02-28')).toBe(50_000_000n);
    expect(at(active('2026-02-27'), '2029-03-09').daysOverdue).toBe(10);
  });

  test('bears the overdue rate', () => {
    // 30 nights of 16 666 667 at 8.58 %: 117 534.25
    expect(at(active('2026-03-02'), '2027-04-01')).toMatchObject({
      overdueInterestDue: 117_534n,
      daysOverdue: 30,
      class: 'overdue',
    });
  });
});

describe('money received', () => {
  test('pays interest before principal and the oldest instalment first', () => {
    const loan = paid(active('2026-03-02'), '2026-04-01', 1_000_000);
    // 30 nights: 271 232.88. One night before its due date the month still lacks 9 041, which is taken as
    // principal; 719 726 go to the first instalment, and the last one asks 9 041 less.
    expect(at(loan, '2026-04-01')).toMatchObject({
      interestDue: 0n,
      interestPaid: 271_233n,
      principalPaid: 728_767n,
      nextDue: { dueOn: '2027-03-02', principal: 15_946_941n },
    });
    expect(scheduleOn(loan, businessDay('2027-03-03'))).toMatchObject([
      { principal: 16_666_667n, paid: 719_726n, status: 'overdue' },
      { principal: 16_666_667n, paid: 0n, status: 'open' },
      { principal: 16_666_666n, paid: 9_041n, status: 'open' },
    ]);
  });

  test('in part leaves the rest of the interest owed', () => {
    const before = at(active('2026-03-02'), '2027-06-02').interestDue;
    const after = at(paid(active('2026-03-02'), '2027-06-02', 1_000_000), '2027-06-02');
    expect(after.interestDue).toBe(before - 1_000_000n);
    expect(after.principalPaid).toBe(0n);
  });

  test('takes overdue interest first', () => {
    const loan = active('2026-03-02');
    const { overdueInterestDue } = at(loan, '2027-06-02');
    const after = at(paid(loan, '2027-06-02', Number(overdueInterestDue)), '2027-06-02');
    expect(after.overdueInterestDue).toBe(0n);
  });

  test('that was split otherwise does not fold', () => {
    const fact = { kind: 'repaid', by: 'o', repaymentId: 'rep-1', method: 'cash' } as const;
    const on = businessDay('2026-04-01');
    expect(() =>
      applyFact(active('2026-03-02'), { ...fact, on, principal: vnd(1_000_000), interest: vnd(0) }),
    ).toThrow(RangeError);
  });
});

describe('instalments', () => {
  test('fall every so many months, a shorter step at the end', () => {
    const uneven = { ...terms, termMonths: 60, principalEveryMonths: 24 };
    expect(instalmentsOf(openAccount(uneven, businessDay('2026-01-31')))).toEqual([
      { number: 1, dueOn: '2028-01-31', principal: 16_666_666n },
      { number: 2, dueOn: '2030-01-31', principal: 16_666_666n },
      { number: 3, dueOn: '2031-01-31', principal: 16_666_668n },
    ]);
    expect(shownBy(openAccount(uneven, businessDay('2026-01-31'))).maturityOn).toBe('2031-01-31');
  });

  test('keep month ends', () => {
    const monthly = { ...terms, principalEveryMonths: 1, termMonths: 3 };
    const dues = instalmentsOf(openAccount(monthly, businessDay('2026-01-31')));
    expect(dues.map(({ dueOn }) => dueOn)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  });
});

test('the overdue factor comes back from the rates fixed at approval', () => {
  const on = businessDay('2026-03-02');
  expect(engineTerms(terms, on).overdueRateFactor).toBe(parseRate('1.3'));
  const free = engineTerms({ ...terms, ratePerYear: parseRate('0'), overdueRatePerYear: parseRate('0') }, on);
  expect(free).toMatchObject({ rates: [{ from: null, rate: 0n }], overdueRateFactor: parseRate('1') });
});

test('no day before the last fact is answered from the stored state', () => {
  const loan = active('2026-03-02');
  expect(() => positionOn(loan, addDays(businessDay('2026-03-02'), -1))).toThrow(RangeError);
});
