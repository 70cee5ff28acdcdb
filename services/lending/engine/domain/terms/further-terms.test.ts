import { describe, expect, test } from 'vitest';
import { asOf, day, lent, months, paid, rate, text } from '#test/support/engine-terms.ts';
import type { Answer } from '../answers/answer.ts';
import type { Fact } from '../facts/facts.ts';
import type { LoanTerms } from './terms.ts';

const dues = ({ instalments }: Answer): string[] => instalments.map(({ due }) => text(due));

const interests = ({ instalments }: Answer): number[] => instalments.map(({ interest }) => interest);

const paidPrincipal = ({ instalments }: Answer): number[] => instalments.map(({ paid: of }) => of.principal);

describe('a month that is too short for its due date', () => {
  test('shortens it by default, or rolls it to the 1st of the next', () => {
    const due = (monthEnd: LoanTerms['monthEnd']) =>
      dues(asOf('2026-01-31', { monthEnd, instalments: 4 }, [lent('2026-01-31', 4_000_000)]));
    const shortened = ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'];
    expect(due(undefined)).toEqual(shortened);
    expect(due('shortens')).toEqual(shortened);
    expect(due('rolls')).toEqual(['2026-03-01', '2026-03-31', '2026-05-01', '2026-05-31']);
  });

  test('rolls counted from a first due date that was given', () => {
    const change = { monthEnd: 'rolls', firstDue: day('2027-12-30'), instalments: 3 } as const;
    const answer = asOf('2027-11-15', change, [lent('2027-11-15', 4_000_000)]);
    expect(dues(answer)).toEqual(['2027-12-30', '2028-01-30', '2028-03-01']);
  });
});

describe('years of 366 days', () => {
  const LOAN: Partial<LoanTerms> = {
    amortisation: 'bullet',
    instalments: 3,
    interestEvery: months(2),
    principalEvery: months(2),
    rates: rate('12'),
  };
  const of = (dayCount: LoanTerms['dayCount']) =>
    interests(asOf('2023-11-15', { ...LOAN, dayCount }, [lent('2023-11-15', 10_000_000)]));

  test('are those of the rows that hold 29 February', () => {
    // 61 / 365 = 200 547.95, then 60 nights with 29 February / 366 = 196 721.31, then 61 / 365.
    expect(of('actual/365-leap')).toEqual([200_548, 196_721, 200_548]);
  });

  test('are those of the rows that start in them', () => {
    // The first row starts in 2023, the others in 2024: 60 / 366 = 196 721.31 and 61 / 366 = 200 000.
    expect(of('actual/actual-start')).toEqual([200_548, 196_721, 200_000]);
  });

  test('do not count a 29 February on which the row begins', () => {
    const { instalments } = asOf('2024-02-29', { ...LOAN, dayCount: 'actual/365-leap' }, [
      lent('2024-02-29', 10_000_000),
    ]);
    // 29 February to 29 April: 60 nights / 365 = 197 260.27
    expect(instalments[0]?.interest).toBe(197_260);
  });
});

describe('money beyond the current row', () => {
  const given = (beyond: LoanTerms['allocation']['beyond'], interestRunsOn: LoanTerms['interestRunsOn']) =>
    asOf(
      '2026-01-20',
      {
        instalments: 4,
        interestRunsOn,
        allocation: { pastDue: 'IP', due: 'IP', inAdvance: 'IP', beyond },
      },
      [lent('2026-01-15', 4_000_000), paid('2026-01-15', 1_500_000)],
    );

  test('goes to the last rows before the current one takes any', () => {
    // Row 1 takes its principal and, instead of its interest, 31 nights on 4 000 000 = 22 421.92 more.
    expect(paidPrincipal(given('last', 'actual-balance'))).toEqual([1_022_422, 0, 0, 477_578]);
    expect(paidPrincipal(given('last-before-current', 'actual-balance'))).toEqual([0, 0, 500_000, 1_000_000]);
  });

  test('by the schedule with the interest of each', () => {
    // Row 4 asks 30 nights on 1 000 000 = 5 424.66 and row 3 31 nights on 2 000 000 = 11 210.96… of which row 3
    // takes its interest first and the rest as principal.
    const { instalments } = given('last-before-current', 'schedule');
    expect(instalments.map(({ paid: { principal, interest } }) => [principal, interest])).toEqual([
      [0, 0],
      [0, 0],
      [1_500_000 - 1_000_000 - 5425 - 11_211, 11_211],
      [1_000_000, 5425],
    ]);
  });
});

describe('the total of a level instalment whose interest is asked at its due date', () => {
  const rows = (levelTotal: LoanTerms['levelTotal']) =>
    asOf(
      '2026-02-15',
      {
        amortisation: 'equal-instalment',
        dayCount: '30/360',
        rates: rate('12'),
        instalments: 3,
        earlyPayment: 'principal-only-interest-at-due-date',
        levelTotal,
      },
      [lent('2026-01-15', 3_000_000), paid('2026-01-15', 500_000)],
    ).instalments;

  test('falls by what early money saved, or is kept', () => {
    // Level 1 020 066; row 1 would bear 30 000 and bears 25 000 on 2 500 000.
    expect(rows(undefined)[0]).toMatchObject({ principal: 990_066, interest: 25_000 });
    expect(rows('falls')).toEqual(rows(undefined));
    expect(rows('kept')[0]).toMatchObject({ principal: 995_066, interest: 25_000, total: 1_020_066 });
  });
});

describe('months of 30/360', () => {
  const moved: Fact = { type: 'due-date-move', from: day('2026-02-15'), to: day('2026-02-20') };

  const interest = (dayCount: LoanTerms['dayCount']) =>
    asOf('2026-03-15', { dayCount, rates: rate('12') }, [
      lent('2026-01-15', 12_000_000),
      moved,
    ]).instalments.map((row) => row.interest);

  test('turn on the day of the month of the rhythm, or anew at a due date that was moved', () => {
    // Row 1: a month and 5 of 28 nights from 15 February = 120 000 + 21 428.57; row 2: 23 of those 28 nights.
    expect(interest('30/360').slice(0, 2)).toEqual([141_429, 90_357]);
    // Row 2 counts from 20 February: 23 of the 28 nights up to 20 March. Row 3 from 15 March is a whole month.
    expect(interest('30/360-moved').slice(0, 3)).toEqual([141_429, 90_357, 100_000]);
  });

  test('counted from a due date moved by a week change with the length of that month', () => {
    const late: Fact = { type: 'due-date-move', from: day('2026-03-15'), to: day('2026-03-31') };
    const facts = [lent('2026-01-15', 12_000_000), late];
    const row = (dayCount: LoanTerms['dayCount']) =>
      asOf('2026-04-15', { dayCount, rates: rate('12') }, facts).instalments[2];
    // 15 nights on 10 000 000: of the 31 up to 15 April, or of the 30 from 31 March to 30 April.
    expect(row('30/360')).toMatchObject({ days: 15, interest: 48_387 });
    expect(row('30/360-moved')).toMatchObject({ days: 15, interest: 50_000 });
  });
});

describe('the principal of a payoff', () => {
  const rows = (payoffRow: LoanTerms['payoffRow']) =>
    asOf('2026-02-20', { instalments: 3, payoffRow }, [
      lent('2026-01-15', 3_000_000),
      paid('2026-02-20', 5_000_000),
    ]).instalments.map((row) => row.paid);

  test('is shown in the row in which it happens, or in the last one; interest stays where it belongs', () => {
    // Row 1: 31 nights on 3 000 000 = 16 816.44; by 20 February 5 nights more on 2 000 000 = 1 808.22.
    const [first, ...others] = rows(undefined);
    expect(first).toEqual({ principal: 1_000_000, interest: 16_816 });
    expect(others).toMatchObject([
      { principal: 2_000_000, interest: 1808 },
      { principal: 0, interest: 0 },
    ]);
    expect(rows('current')).toEqual(rows(undefined));
    expect(rows('last')).toEqual([
      first,
      { principal: 0, interest: 1808 },
      { principal: 2_000_000, interest: 0 },
    ]);
  });
});
