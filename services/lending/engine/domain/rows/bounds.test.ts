import { describe, expect, test } from 'vitest';
import { day, lent, months, terms } from '#test/support/engine-terms.ts';
import { historyOf } from '../facts/history.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { assertPlannable } from './bounds.ts';
import type { PlanRow } from './plan-row.ts';
import { plan } from './plan.ts';

/** The plan of a loan that may be planned. */
function planned(amount: number, change: Partial<LoanTerms> = {}, on = '2026-01-15'): PlanRow[] {
  const compiled = compileTerms(terms(change));
  assertPlannable(compiled, historyOf([lent(on, amount)], Infinity, null), '/terms/instalments');
  return plan(compiled, [{ on: day(on), amount }]);
}

const refused = (code: string, facts: object) => expect.objectContaining({ code, facts }) as unknown;

describe('every instalment asks at least one đồng', () => {
  test('a loan of 5 đồng in 12 instalments is refused by name, at the field that can be changed', () => {
    const tooSmall = refused('principal-too-small', { principal: '5', instalments: 12 });
    expect(() => planned(5)).toThrow(tooSmall);
    expect(() => planned(5, { amortisation: 'equal-instalment' })).toThrow(tooSmall);
    expect(() => planned(5)).toThrow(
      expect.objectContaining({
        fields: [expect.objectContaining({ pointer: '/terms/instalments' })] as unknown,
      }),
    );
  });

  test('also when rounding leaves nothing for the last: 18 in 12 would be nine times 2', () => {
    expect(() => planned(18)).toThrow(refused('principal-too-small', { principal: '18', instalments: 12 }));
    expect(planned(12).map(({ principal }) => principal)).toEqual(new Array(12).fill(1));
    expect(planned(17).map(({ principal }) => principal)).toEqual([...new Array<number>(11).fill(1), 6]);
  });

  test('grace and a bullet share it among fewer rows', () => {
    const grace = { principal: 8, interestPayment: 0, interestFree: 0 };
    expect(planned(5, { grace }).map(({ principal }) => principal)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2,
    ]);
    expect(planned(1, { amortisation: 'bullet' }).at(-1)?.principal).toBe(1);
  });

  test('unless a multiple leaves rows without any, which the terms say themselves', () => {
    const rows = planned(2500, { instalments: 4, principalMultiple: 1000 });
    expect(rows.map(({ principal }) => principal)).toEqual([1000, 1000, 500, 0]);
  });

  test('for every small amount and number of instalments', () => {
    for (let amount = 1; amount <= 80; amount += 1) {
      for (let instalments = 1; instalments <= 24; instalments += 1) {
        let rows: PlanRow[] = [];
        try {
          rows = planned(amount, { instalments });
        } catch (error) {
          expect(error).toMatchObject({ code: 'principal-too-small' });
        }
        expect(rows.every(({ principal }) => principal > 0)).toBe(true);
      }
    }
  });
});

describe('the calendar ends on 2199-12-31', () => {
  test('a due date on its last day is the last there is', () => {
    const long = { instalments: 10, principalEvery: months(12), interestEvery: months(12) };
    expect(planned(1_000_000, long, '2189-12-31').at(-1)?.due).toBe(day('2199-12-31'));
    const beyond = refused('due-date-out-of-range', { lastDay: '2199-12-31' });
    expect(() => planned(1_000_000, { ...long, instalments: 11 }, '2189-12-31')).toThrow(beyond);
    expect(() => planned(1_000_000, { ...long, instalments: 1300 })).toThrow(beyond);
    const years: Partial<LoanTerms> = { interestEvery: months(600), principalEvery: months(600) };
    expect(() => planned(1_000_000, { ...years, instalments: 1300 })).toThrow(beyond);
  });
});
