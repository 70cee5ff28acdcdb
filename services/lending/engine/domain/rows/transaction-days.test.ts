import { describe, expect, test } from 'vitest';
import { civilOf, monthLength } from '#shared/domain/civil-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import { day, months, terms, text } from '#test/support/engine-terms.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { layRows } from './row-plan.ts';

const CHANGE = day('2026-04-01');

function dues(start: string, change: Partial<LoanTerms>): DayNumber[] {
  return layRows(compileTerms(terms(change)), day(start), null).due;
}

/** Is it a day on which the point holds its session, by the calendar in force on it? */
function isSession(on: DayNumber, before: number, after: number): boolean {
  const { year, month, dayOfMonth } = civilOf(on);
  return dayOfMonth === Math.min(on < CHANGE ? before : after, monthLength(year, month));
}

describe('a transaction point that moves its day', () => {
  test('from the 5th to the 25th asks one row a session', () => {
    const transactionDays = [
      { from: null, day: 5 },
      { from: CHANGE, day: 25 },
    ];
    expect(dues('2026-01-10', { transactionDays, instalments: 5 }).map(text)).toEqual([
      '2026-03-05',
      '2026-04-25',
      '2026-05-25',
      '2026-06-25',
      '2026-07-25',
    ]);
  });

  test('never asks two rows on one day, for every change of day and every day of disbursement', () => {
    const starts = ['2025-12-01', '2025-12-05', '2025-12-10', '2025-12-25', '2025-12-31'];
    const nominal = starts.map((start) => dues(start, { instalments: 6 }));
    const days = Array.from({ length: 31 }, (_, index) => index + 1);
    const wrong: unknown[] = [];
    for (const [before, after] of days.flatMap((one) => days.map((other) => [one, other] as const))) {
      const transactionDays = [
        { from: null, day: before },
        { from: CHANGE, day: after },
      ];
      for (const [index, start] of starts.entries()) {
        const due = dues(start, { transactionDays, instalments: 6 });
        const isSound = due.every(
          (on, row) =>
            isSession(on, before, after) &&
            on > (due[row - 1] ?? -Infinity) &&
            // On or after its own day, and at most one session later than the first one there is.
            on >= (nominal[index]?.[row] ?? Infinity) &&
            on - (nominal[index]?.[row] ?? 0) <= 31 + 31 + 30,
        );
        if (!isSound) wrong.push({ before, after, start, due: due.map(text) });
      }
    }
    expect(wrong).toEqual([]);
  });

  test('gives a row of a short month the session after when its own is taken', () => {
    // The 30th is 28 February: the first session on or after 31 January, and that of 28 February itself.
    const transactionDays = [{ from: null, day: 30 }];
    expect(dues('2025-12-31', { transactionDays, instalments: 4 }).map(text)).toEqual([
      '2026-02-28',
      '2026-03-30',
      '2026-04-30',
      '2026-05-30',
    ]);
  });

  test('leaves rows that are further apart where they were', () => {
    const transactionDays = [
      { from: null, day: 5 },
      { from: CHANGE, day: 25 },
    ];
    expect(
      dues('2025-12-10', {
        transactionDays,
        interestEvery: months(3),
        principalEvery: months(3),
        instalments: 3,
      }).map(text),
    ).toEqual(['2026-04-25', '2026-06-25', '2026-09-25']);
  });
});
