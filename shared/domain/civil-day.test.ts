import { describe, expect, test } from 'vitest';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { businessDayOfNumber, dayNumber } from '#shared/domain/business-day.ts';
import { civilOf, dayInMonth, isLeap, plusMonths } from '#shared/domain/civil-day.ts';

/** Arithmetic knows no bounds: what may be recorded has. */
const day = (text: string): number => dayNumber(text as BusinessDay);
const plus = (text: string, months: number): string => businessDayOfNumber(plusMonths(day(text), months));

describe('days as numbers', () => {
  test('count from 1970-01-01, before it downwards', () => {
    expect(day('1970-01-01')).toBe(0);
    expect(day('1969-12-31')).toBe(-1);
    expect(day('2000-03-01')).toBe(11_017);
  });

  test('agree with the calendar of the machine over four centuries and back', () => {
    for (let number = day('1899-12-30'); number < day('2301-03-02'); number += 1) {
      const text = new Date(number * 86_400_000).toISOString().slice(0, 10);
      if (businessDayOfNumber(number) !== text || day(text) !== number) expect.fail(text);
    }
  });

  test('before our era too', () => {
    expect(businessDayOfNumber(day('0001-01-01'))).toBe('0001-01-01');
    expect(civilOf(day('0000-02-29'))).toEqual({ year: 0, month: 2, dayOfMonth: 29 });
  });

  test('leap years skip centuries but not the fourth', () => {
    expect([1900, 2000, 2024, 2026, 2100].map(isLeap)).toEqual([false, true, true, false, false]);
  });
});

describe('months', () => {
  test('keep the day of the month or end with a shorter month', () => {
    expect(plus('2026-01-31', 1)).toBe('2026-02-28');
    expect(plus('2028-01-31', 1)).toBe('2028-02-29');
    expect(plus('2026-01-31', 2)).toBe('2026-03-31');
    expect(plus('2026-08-30', 6)).toBe('2027-02-28');
  });

  test('go backwards over years', () => {
    expect(plus('2026-01-15', -1)).toBe('2025-12-15');
    expect(plus('2026-03-31', -13)).toBe('2025-02-28');
  });

  test('a day in a month further on is counted from the month, not from a day', () => {
    expect(businessDayOfNumber(dayInMonth(2026, 11, 3, 30))).toBe('2027-02-28');
    expect(businessDayOfNumber(dayInMonth(2026, 1, 0, 28))).toBe('2026-01-28');
  });
});
