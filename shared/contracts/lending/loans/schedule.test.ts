import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, businessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { instalmentsOf, scheduleOf } from './schedule.ts';

const start = businessDay('2026-01-31');

const monthly = (times: number, rest: number) =>
  Array.from({ length: times }, (_, index) => ({
    due: addMonths(start, index + 1),
    principal: vnd(index === times - 1 ? rest : 100),
  }));

describe('a schedule', () => {
  it('of equal instalments is one run whatever its length, month ends counted from the first day', () => {
    const schedule = scheduleOf(start, monthly(600, 100));
    expect(schedule).toEqual([{ from: '2026-01-31', everyMonths: 1, times: 600, principal: 100n }]);
    expect(instalmentsOf(schedule).slice(0, 2)).toEqual([
      { due: '2026-02-28', principal: 100n },
      { due: '2026-03-31', principal: 100n },
    ]);
  });

  it('tells the rest of the last instalment apart', () => {
    expect(scheduleOf(start, monthly(60, 140))).toHaveLength(2);
    expect(instalmentsOf(scheduleOf(start, monthly(60, 140)))).toEqual(monthly(60, 140));
  });
});

const days = fc.array(
  fc.record({ wait: fc.integer({ min: 1, max: 70 }), amount: fc.integer({ min: 1, max: 3 }) }),
  {
    maxLength: 30,
  },
);

test.prop([days])('stands for exactly the instalments it was made of', (given) => {
  let due = start;
  const instalments = given.map(({ wait, amount }) => {
    due = addDays(due, wait);
    return { due, principal: vnd(amount) };
  });
  expect(instalmentsOf(scheduleOf(start, instalments))).toEqual(instalments);
});
