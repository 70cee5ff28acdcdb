import { describe, expect, test } from 'vitest';
import { asOf, day, lent, paid, rate } from '#test/support/engine-terms.ts';
import type { Answer } from '../answers/answer.ts';
import type { Fact } from '../facts/facts.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** 100 000 at 12 %, four times five days: the rows ask 164, 123, 82 and 41 of interest. */
const TERMS: Partial<LoanTerms> = {
  dayCount: 'actual/actual',
  rates: rate('12'),
  interestEvery: { n: 5, unit: 'day' },
  principalEvery: { n: 5, unit: 'day' },
  instalments: 4,
  interestRunsOn: 'schedule',
  allocation: { pastDue: 'IP', due: 'IP', inAdvance: 'PI', beyond: 'next' },
};

const LENT = lent('2024-01-01', 100_000);

const at = (on: string, ...facts: Fact[]): Answer => asOf(on, TERMS, [LENT, ...facts]);

const received = ({ position }: Answer): number =>
  position.principalPaid + position.interestPaid + position.overdueInterestPaid + position.excess;

describe('a payoff by the schedule', () => {
  test('asks the interest of the nights that passed', () => {
    // 3 nights: 100 000 × 12 % × 3 / 366 = 98.36
    const { position } = at('2024-01-04', paid('2024-01-04', 100_098));
    expect(position).toMatchObject({ class: 'settled', principalPaid: 100_000, interestPaid: 98, excess: 0 });
  });

  test('less one đồng leaves one đồng, although the money went to rows to come', () => {
    const { position, payoff } = at('2024-01-04', paid('2024-01-04', 100_097));
    // 164 + 123 + 82 of interest and all principal of three rows; the last row takes 24 728 of its 25 000.
    expect(position).toMatchObject({ principalOutstanding: 272, interestPaid: 369, excess: 0 });
    expect(payoff).toMatchObject({ principal: 272, interest: 98 - 369, total: 1 });
  });

  test('gives back what was paid ahead on the day it closes the loan, and says the same ever after', () => {
    const facts = [paid('2024-01-04', 100_097, 'a'), paid('2024-01-04', 313, 'b')];
    for (const on of ['2024-01-04', '2024-01-10', '2024-01-21', '2024-06-01']) {
      const answer = at(on, ...facts);
      expect(answer.position).toMatchObject({
        class: 'settled',
        principalPaid: 100_000,
        interestPaid: 98,
        excess: 312,
      });
      expect(received(answer)).toBe(100_410);
      expect(answer.transactions.at(-1)).toMatchObject({
        amount: 313,
        principal: 272,
        interest: -271,
        excess: 312,
      });
    }
  });

  test('leaves rows with the interest that was theirs', () => {
    const { instalments } = at('2024-01-04', paid('2024-01-04', 100_097, 'a'), paid('2024-01-04', 1, 'b'));
    expect(instalments.map(({ interest, paid: of }) => [interest, of.interest])).toEqual([
      [98, 98],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('a write-off leaves it to the borrower at once', () => {
    const off: Fact = { type: 'write-off', on: day('2024-01-04') };
    for (const on of ['2024-01-04', '2024-06-01']) {
      const answer = at(on, paid('2024-01-04', 100_097), off);
      expect(answer.position).toMatchObject({
        interestPaid: 98,
        excess: 271,
        writtenOff: { principal: 272, interest: 0 },
      });
      expect(received(answer)).toBe(100_097);
    }
  });

  test('a waiver gives up no interest that was paid ahead elsewhere', () => {
    // 60 000 pays row 1 and, from the end, row 4 and a part of row 3: more interest than has accrued by the day.
    const last = { ...TERMS, allocation: { ...TERMS.allocation, beyond: 'last' } } as Partial<LoanTerms>;
    const facts: Fact[] = [
      LENT,
      { type: 'waiver', id: 'w', on: day('2024-01-04'), amount: 500 },
      paid('2024-01-04', 60_000),
    ];
    const { position, transactions } = asOf('2024-01-04', last, facts);
    expect(transactions.find(({ type }) => type === 'waiver')).toMatchObject({ interest: 0, excess: 500 });
    expect(position.interestWaived).toBe(0);
  });
});

describe('a payoff that asks all scheduled interest', () => {
  const all: Partial<LoanTerms> = { ...TERMS, payoffInterest: 'all-scheduled' };
  const ask = (on: string, ...facts: Fact[]): Answer => asOf(on, all, [LENT, ...facts]);

  test('asks the interest of the rows to come, less what was paid of it', () => {
    // 164 + 123 + 82 + 41
    expect(ask('2024-01-04').payoff).toMatchObject({ principal: 100_000, interest: 410 });
    expect(ask('2024-01-04').position.interestAccrued).toBe(98);
    const { payoff, position } = ask('2024-01-04', paid('2024-01-04', 100_409));
    expect([payoff.total, position.class]).toEqual([1, 'in-term']);
    expect(ask('2024-02-01', paid('2024-01-04', 100_410)).position).toMatchObject({
      class: 'settled',
      interestPaid: 410,
      excess: 0,
    });
  });

  test('leaves a write-off with what has accrued', () => {
    const off: Fact = { type: 'write-off', on: day('2024-01-04') };
    expect(ask('2024-01-04', off).position.writtenOff).toEqual({ principal: 100_000, interest: 98 });
  });

  test('is for interest by the schedule alone', () => {
    expect(() => asOf('2024-01-04', { ...all, interestRunsOn: 'actual-balance' }, [LENT])).toThrow(
      expect.objectContaining({ code: 'terms-contradict' }),
    );
  });
});
