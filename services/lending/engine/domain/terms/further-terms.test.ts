import { describe, expect, test } from 'vitest';
import { asOf, day, lent, months, paid, rate, text } from '#test/support/engine-terms.ts';
import type { Answer } from '../answers/answer.ts';
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
