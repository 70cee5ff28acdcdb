import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { asOf, day, lent, months, paid, terms } from '#test/support/engine-terms.ts';
import type { Answer } from '../answers/answer.ts';
import { positionAt } from '../answers/position.ts';
import type { Fact } from '../facts/facts.ts';
import { historyOf } from '../facts/history.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { basisOf } from './basis.ts';
import { replay } from './replay.ts';

/** 50 million on 15 January 2026 at 6.6 %, interest monthly, 5 million of principal every 6 months. */
const LOAN: Partial<LoanTerms> = { principalEvery: months(6), instalments: 10 };

const LENT = lent('2026-01-15', 50_000_000);

const at = (on: string, facts: readonly Fact[], change: Partial<LoanTerms> = {}): Answer =>
  asOf(on, { ...LOAN, ...change }, [LENT, ...facts]);

describe('what is owed of a row', () => {
  test('is what it asks less what was paid, and late from its due date on', () => {
    // 15 February to 20 March are 33 days.
    expect(at('2026-03-20', []).instalments[0]).toMatchObject({
      outstanding: { principal: 0, interest: 280_274 },
      daysLate: 33,
    });
    expect(at('2026-03-20', [paid('2026-02-20', 100_000)]).instalments[0]).toMatchObject({
      outstanding: { principal: 0, interest: 180_274 },
      daysLate: 33,
    });
    // 30 nights to 15 July: 271 232.88
    expect(at('2026-07-20', []).instalments[5]).toMatchObject({
      outstanding: { principal: 5_000_000, interest: 271_233 },
      daysLate: 5,
    });
  });

  test('is nothing, and not late, once it is paid', () => {
    expect(at('2026-03-20', [paid('2026-02-20', 280_274)]).instalments[0]).toMatchObject({
      outstanding: { principal: 0, interest: 0 },
      daysLate: 0,
    });
  });

  test('comes next when it is the first with anything left', () => {
    const nextDue = (facts: readonly Fact[]) => at('2026-02-20', facts).position.nextDue;
    expect(nextDue([])).toEqual({ due: day('2026-02-15'), principal: 0, interest: 280_274 });
    // 28 nights: 253 150.68
    const second = { due: day('2026-03-15'), principal: 0, interest: 253_151 };
    expect(nextDue([paid('2026-02-15', 280_274)])).toEqual(second);
  });
});

describe('the class', () => {
  // Six rows of interest are 1 636 439, and 5 million of principal fell due on 15 July.
  test('stays in term since the start when the debt is paid on the day it would have turned overdue', () => {
    expect(at('2026-07-16', [paid('2026-07-16', 6_650_000)]).position).toMatchObject({
      class: 'in-term',
      classSince: day('2026-01-15'),
    });
  });

  test('is in term since the payment when the debt was overdue at the close of a day', () => {
    expect(at('2026-07-17', [paid('2026-07-17', 6_650_000)]).position).toMatchObject({
      class: 'in-term',
      classSince: day('2026-07-17'),
    });
  });
});

describe('sums of the position', () => {
  test('a write-off takes principal, interest and overdue interest together off the books', () => {
    // Row of 15 July (5 000 000) unpaid: 15 to 31 July are 16 nights × 5 000 000 × 6.6 % × 1.3 / 365 = 18 805.48.
    const off: Fact = { type: 'write-off', on: day('2026-07-31') };
    const [, written] = at('2026-08-01', [off]).transactions;
    expect(written).toMatchObject({ type: 'write-off', principal: 50_000_000, overdueInterest: 18_805 });
    expect(written?.amount).toBe(50_000_000 + (written?.interest ?? 0) + 18_805);
  });

  test('a write-off gives nothing up by waiver', () => {
    const off: Fact = { type: 'write-off', on: day('2026-03-02') };
    expect(at('2026-03-02', [off]).position).toMatchObject({ interestWaived: 0, interestPaid: 0 });
  });

  test('money paid before anything is lent is in excess and closes nothing', () => {
    const { position } = at('2026-02-01', [paid('2026-01-10', 7)], { interestRunsOn: 'schedule' });
    expect(position).toMatchObject({ excess: 7, class: 'in-term', principalOutstanding: 50_000_000 });
  });

  test('what the schedule no longer asks after its last row is in excess', () => {
    const change: Partial<LoanTerms> = {
      interestRunsOn: 'schedule',
      principalEvery: months(1),
      instalments: 1,
    };
    // 31 nights = 280 273.97 are paid; then 15 of them bear nothing and 16 = 144 657.53 are asked.
    const facts: Fact[] = [
      paid('2026-01-20', 280_274),
      { type: 'interest-pause', on: day('2026-02-01'), from: day('2026-02-01'), to: day('2026-02-15') },
    ];
    expect(at('2026-02-14', facts, change).position.excess).toBe(0);
    expect(at('2026-02-15', facts, change).position.excess).toBe(280_274 - 144_658);
  });

  test('interest in grace is less by what was paid ahead for later rows', () => {
    const change: Partial<LoanTerms> = {
      amortisation: 'bullet',
      interestRunsOn: 'schedule',
      grace: { principal: 0, interestPayment: 1, interestFree: 0 },
      allocation: { pastDue: 'IP', due: 'IP', inAdvance: 'IP', beyond: 'last' },
    };
    expect(at('2026-02-20', [], change).position.interestInGrace).toBe(280_274);
    expect(at('2026-02-20', [paid('2026-02-01', 30_000)], change).position.interestInGrace).toBe(250_274);
  });

  test('the derivation is given when it is asked for', () => {
    const supports = [
      { from: day('2026-01-01'), to: day('2026-12-31'), points: parseRate('2'), payer: 'state' },
    ];
    const compiled = compileTerms(terms({ ...LOAN, supports }));
    expect(positionAt(compiled, [LENT], day('2026-02-15')).derivation).toEqual([]);
    expect(
      positionAt(compiled, [LENT], day('2026-02-15'), null, { derivation: true }).derivation,
    ).toHaveLength(1);
  });
});

test('principal is planned until nothing is left', () => {
  const compiled = compileTerms(terms({ instalments: 4, principalMultiple: 1000 }));
  const on = day('2026-01-15');
  const basis = basisOf(compiled, historyOf([lent('2026-01-15', 2500)], on, null), on);
  // A quarter is 625, rounded to 1000; the third row has 500 left and the last one nothing.
  expect(basis && replay(basis, on).ledger.rows.planned).toEqual([1000, 1000, 500, 0]);
});

describe('money is disbursed before the last due date', () => {
  test('however many tranches there are', () => {
    const inTime = [lent('2026-02-15', 1_000_000), lent('2031-01-14', 1_000_000)];
    expect(at('2031-01-14', inTime).position.principalDisbursed).toBe(52_000_000);
    const late = [lent('2026-02-15', 1_000_000), lent('2031-01-15', 1_000_000)];
    expect(() => at('2031-01-15', late)).toThrow(
      expect.objectContaining({
        code: 'facts-contradict',
        facts: { fact: 'disbursement', reason: expect.stringMatching(/last due date/u) as unknown },
      }),
    );
  });

  test('and after the first due date begins no loan', () => {
    expect(() => at('2026-02-01', [], { firstDue: day('2026-01-15') })).toThrow(
      expect.objectContaining({
        code: 'facts-contradict',
        facts: { fact: 'disbursement', reason: expect.stringMatching(/first due date/u) as unknown },
      }),
    );
  });
});
