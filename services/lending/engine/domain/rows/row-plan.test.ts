import { describe, expect, test } from 'vitest';
import { day, months, terms, text } from '#test/support/engine-terms.ts';
import type { DateDecision } from '../facts/history.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { rowsOf } from './calendar.ts';
import { layRows } from './row-plan.ts';

function due(start: string, change: Partial<LoanTerms>, facts: readonly DateDecision[] = []): string[] {
  return rowsOf(compileTerms(terms(change)), day(start), facts).due.map(text);
}

function shares(start: string, change: Partial<LoanTerms>, facts: readonly DateDecision[] = []): number[] {
  return rowsOf(compileTerms(terms(change)), day(start), facts).shares;
}

describe('due dates', () => {
  test('count month ends from the disbursement when the first is derived', () => {
    expect(due('2026-01-31', { instalments: 3 })).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  });

  test('count from the first due date when it is given', () => {
    expect(due('2026-01-31', { instalments: 3, firstDue: day('2026-02-28') })).toEqual([
      '2026-02-28',
      '2026-03-28',
      '2026-04-28',
    ]);
    expect(due('2026-01-10', { instalments: 2, firstDue: day('2026-03-31') })).toEqual([
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  test('come every so many days, weeks, months or years', () => {
    const every = (n: number, unit: 'day' | 'week' | 'month' | 'year') => ({
      principalEvery: { n, unit },
      interestEvery: { n, unit },
      instalments: 2,
    });
    expect(due('2026-01-31', every(10, 'day'))).toEqual(['2026-02-10', '2026-02-20']);
    expect(due('2026-01-31', every(2, 'week'))).toEqual(['2026-02-14', '2026-02-28']);
    expect(due('2024-02-29', every(1, 'year'))).toEqual(['2025-02-28', '2026-02-28']);
    expect(due('2024-02-29', { ...every(4, 'year'), instalments: 1 })).toEqual(['2028-02-29']);
  });

  test('move to the fixed day of the transaction point, by the calendar in force on it', () => {
    const transactionDays = [
      { from: day('2026-04-01'), day: 31 },
      { from: null, day: 7 },
    ];
    expect(due('2026-01-05', { instalments: 4, transactionDays })).toEqual([
      '2026-02-07',
      '2026-03-07',
      '2026-04-30',
      '2026-05-31',
    ]);
    expect(due('2026-01-07', { instalments: 1, transactionDays })).toEqual(['2026-02-07']);
    expect(due('2026-01-08', { instalments: 1, transactionDays })).toEqual(['2026-03-07']);
  });

  test('keep to the calendar in force, in whatever order the calendars are written', () => {
    const transactionDays = [
      { from: day('2026-06-01'), day: 20 },
      { from: null, day: 7 },
      { from: day('2026-04-01'), day: 14 },
    ];
    expect(due('2026-01-05', { instalments: 5, transactionDays })).toEqual([
      '2026-02-07',
      '2026-03-07',
      '2026-04-14',
      '2026-05-14',
      '2026-06-20',
    ]);
  });

  test('follow a new calendar from the very day it begins', () => {
    const change = (old: number, next: number) => ({
      instalments: 1,
      transactionDays: [
        { from: null, day: old },
        { from: day('2026-04-01'), day: next },
      ],
    });
    // Looked for from 20 March on: 1 April is a day of the new calendar, no longer of the old one.
    expect(due('2026-02-20', change(25, 1))).toEqual(['2026-03-25']);
    expect(due('2026-02-20', change(10, 1))).toEqual(['2026-04-01']);
    expect(due('2026-02-20', change(1, 7))).toEqual(['2026-04-07']);
  });

  test('begin after the disbursement', () => {
    const given = terms({ firstDue: day('2026-01-15') });
    expect(() => layRows(compileTerms(given), day('2026-01-15'), given.firstDue)).toThrow('facts-contradict');
  });
});

describe('months of 30/360 turn', () => {
  const anchor = (start: string, firstDue: string, unit: 'month' | 'day' = 'month') => {
    const every = { n: 1, unit };
    const given = terms({ principalEvery: every, interestEvery: every, firstDue: day(firstDue) });
    return layRows(compileTerms(given), day(start), given.firstDue).anchor;
  };

  test('on the day of the start until a first due date whole months after it', () => {
    const start = day('2025-11-30');
    const wholeUntil = day('2026-02-28');
    expect(anchor('2025-11-30', '2026-02-28')).toEqual({ start, dayOfMonth: 28, wholeUntil });
  });

  test('on the day of the due dates when the first row is not of whole months', () => {
    const start = day('2025-11-30');
    expect(anchor('2025-11-30', '2026-02-27')).toEqual({ start, dayOfMonth: 27, wholeUntil: null });
  });

  test('for ever on one day where due dates keep no day of the month', () => {
    const start = day('2025-11-30');
    expect(anchor('2025-11-30', '2026-02-28', 'day')).toEqual({ start, dayOfMonth: 30, wholeUntil: null });
    expect(anchor('2025-11-30', '2026-02-27', 'day')).toEqual({ start, dayOfMonth: 27, wholeUntil: null });
  });
});

describe('shares of the principal', () => {
  test('fall on every so many interest rows', () => {
    expect(shares('2026-01-15', { principalEvery: months(3), instalments: 2 })).toEqual([0, 0, 1, 0, 0, 1]);
  });

  test('leave out the instalments in grace', () => {
    const grace = { principal: 1, interestPayment: 0, interestFree: 0 };
    expect(shares('2026-01-15', { principalEvery: months(2), instalments: 2, grace })).toEqual([0, 0, 0, 1]);
  });

  test('of a bullet fall on the last row', () => {
    expect(shares('2026-01-15', { amortisation: 'bullet', instalments: 3 })).toEqual([0, 0, 1]);
  });

  test('of a custom loan are its amounts, on its dates and on the interest dates before them', () => {
    const change: Partial<LoanTerms> = {
      amortisation: 'custom',
      interestEvery: months(2),
      instalments: 2,
      custom: [
        { due: day('2026-03-15'), principal: 4 },
        { due: day('2026-06-30'), principal: 6 },
      ],
    };
    expect(due('2026-01-15', change)).toEqual(['2026-03-15', '2026-05-15', '2026-06-30']);
    expect(shares('2026-01-15', change)).toEqual([4, 0, 6]);
    const fixed = { ...change, transactionDays: [{ from: null, day: 30 }], interestEvery: months(12) };
    expect(due('2026-01-15', fixed)).toEqual(['2026-03-30', '2026-06-30']);
    const same = [
      { due: day('2026-06-29'), principal: 1 },
      { due: day('2026-06-30'), principal: 6 },
    ];
    expect(shares('2026-01-15', { ...fixed, custom: same })).toEqual([7]);
  });
});

describe('what is decided about dates', () => {
  const on = day('2026-01-20');

  test('a move changes one row and stays between its neighbours', () => {
    const move = (to: string): DateDecision => ({
      type: 'due-date-move',
      from: day('2026-02-15'),
      to: day(to),
    });
    const change = { instalments: 3 };
    expect(due('2026-01-15', change, [move('2026-03-01')])).toEqual([
      '2026-03-01',
      '2026-03-15',
      '2026-04-15',
    ]);
    expect(due('2026-01-15', change, [move('2026-03-15')])[0]).toBe('2026-03-15');
    expect(() => due('2026-01-15', change, [move('2026-03-16')])).toThrow('facts-contradict');
    expect(() => due('2026-01-15', change, [move('2026-01-15')])).toThrow('facts-contradict');
    expect(() => due('2026-01-16', change, [move('2026-02-20')])).toThrow('facts-contradict');
    expect(() => due('2026-01-16', change, [move('2026-02-10')])).toThrow('facts-contradict');
  });

  test('the first due date set anew moves all rows', () => {
    const set: DateDecision = { type: 'first-due-set', on, due: day('2027-06-05') };
    expect(due('2026-01-15', { instalments: 2 }, [set])).toEqual(['2027-06-05', '2027-07-05']);
  });

  describe('08/TD', () => {
    const adjust = (from: string, to: string, decided = on): DateDecision => ({
      type: 'instalment-adjustment',
      on: decided,
      from: day(from),
      to: day(to),
    });
    const change = { principalEvery: months(2), instalments: 2 };

    test('asks the principal of an instalment later, at most with the next one', () => {
      expect(shares('2026-01-15', change, [adjust('2026-03-15', '2026-04-15')])).toEqual([0, 0, 1, 1]);
      expect(shares('2026-01-15', change, [adjust('2026-03-15', '2026-05-15')])).toEqual([0, 0, 0, 2]);
      const monthly = { instalments: 3 };
      expect(shares('2026-01-15', monthly, [adjust('2026-02-15', '2026-03-15')])).toEqual([0, 2, 1]);
      const again = [adjust('2026-03-15', '2026-04-15'), adjust('2026-04-15', '2026-05-15')];
      expect(shares('2026-01-15', change, again)).toEqual([0, 0, 0, 2]);
    });

    test('is refused backwards, beyond the next instalment, too late, and where nothing is due', () => {
      const three = { principalEvery: months(2), instalments: 3 };
      expect(() => shares('2026-01-15', three, [adjust('2026-03-15', '2026-06-15')])).toThrow('facts-contr');
      expect(() => shares('2026-01-15', change, [adjust('2026-03-15', '2026-02-15')])).toThrow('facts-contr');
      expect(() => shares('2026-01-15', change, [adjust('2026-02-15', '2026-03-15')])).toThrow('facts-contr');
      expect(() => shares('2026-01-15', change, [adjust('2026-03-14', '2026-04-15')])).toThrow('facts-contr');
      expect(() => shares('2026-01-15', change, [adjust('2026-03-14', '2026-03-15')])).toThrow('facts-contr');
      expect(() => shares('2026-01-15', change, [adjust('2026-05-15', '2026-06-15')])).toThrow('facts-contr');
      const late = adjust('2026-03-15', '2026-04-15', day('2026-03-16'));
      expect(() => shares('2026-01-15', change, [late])).toThrow('facts-contradict');
      const inTime = adjust('2026-03-15', '2026-04-15', day('2026-03-15'));
      expect(shares('2026-01-15', change, [inTime])).toEqual([0, 0, 1, 1]);
    });

    test('has no meaning for one level amount', () => {
      const level: Partial<LoanTerms> = { amortisation: 'equal-instalment', instalments: 4 };
      expect(() => shares('2026-01-15', level, [adjust('2026-02-15', '2026-03-15')])).toThrow('terms-not');
    });
  });

  describe('09/TD', () => {
    const extend = (
      to: string,
      decided = '2026-02-01',
      type: 'extension' | 'rollover' = 'extension',
    ): DateDecision => ({
      type,
      on: day(decided),
      to: day(to),
    });
    const short = { principalEvery: months(2), instalments: 2 };

    test('asks the last principal later; interest goes on at its rhythm', () => {
      expect(due('2026-01-15', short, [extend('2026-07-10')])).toEqual([
        '2026-02-15',
        '2026-03-15',
        '2026-04-15',
        '2026-05-15',
        '2026-06-15',
        '2026-07-10',
      ]);
      expect(shares('2026-01-15', short, [extend('2026-07-10')])).toEqual([0, 1, 0, 0, 0, 1]);
    });

    test('of a short term is at most 12 months in all', () => {
      expect(due('2026-01-15', short, [extend('2027-05-15')]).at(-1)).toBe('2027-05-15');
      expect(() => due('2026-01-15', short, [extend('2027-05-16')])).toThrow('facts-contradict');
      const twice = [extend('2026-09-15'), extend('2027-05-15', '2026-09-01')];
      expect(due('2026-01-15', short, twice).at(-1)).toBe('2027-05-15');
      const tooLong = [extend('2026-09-15'), extend('2027-05-16', '2026-09-01')];
      expect(() => due('2026-01-15', short, tooLong)).toThrow('facts-contradict');
    });

    test('of a longer term is at most half of it', () => {
      const long = { principalEvery: months(13), instalments: 2 };
      expect(due('2026-01-15', long, [extend('2029-04-15')]).at(-1)).toBe('2029-04-15');
      expect(() => due('2026-01-15', long, [extend('2029-04-16')])).toThrow('facts-contradict');
      const odd = { principalEvery: months(1), instalments: 12, firstDue: day('2026-02-20') };
      expect(() => due('2026-01-15', odd, [extend('2027-08-01')])).toThrow('facts-contradict');
      expect(due('2026-01-15', odd, [extend('2027-07-20')]).at(-1)).toBe('2027-07-20');
    });

    test('is decided by the last due date and ends after it', () => {
      expect(due('2026-01-15', short, [extend('2026-06-15', '2026-05-15')]).at(-1)).toBe('2026-06-15');
      expect(() => due('2026-01-15', short, [extend('2026-06-15', '2026-05-16')])).toThrow('facts-contr');
      expect(() => due('2026-01-15', short, [extend('2026-05-15')])).toThrow('facts-contradict');
    });

    test('a rollover lasts at most one more term', () => {
      const roll = (to: string) => [extend(to, '2026-05-01', 'rollover')];
      expect(due('2026-01-15', short, roll('2026-09-15')).at(-1)).toBe('2026-09-15');
      expect(() => due('2026-01-15', short, roll('2026-09-16'))).toThrow('facts-contradict');
    });

    test('has no meaning for level instalments', () => {
      const level: Partial<LoanTerms> = { amortisation: 'equal-instalment', instalments: 4 };
      expect(() => due('2026-01-15', level, [extend('2026-06-15')])).toThrow('terms-not-supported');
    });
  });
});
