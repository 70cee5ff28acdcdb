import { describe, expect, test } from 'vitest';
import type { Answer } from '#lending/engine/domain/answers/answer.ts';
import { positionAt } from '#lending/engine/domain/answers/position.ts';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { compileTerms } from '#lending/engine/domain/terms/compiled-terms.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { months, terms } from '#test/support/engine-terms.ts';
import { millionths } from './life-rates.ts';
import { toNumber as day } from './oracle/calendar.ts';

/** Facts that cannot be of one loan are refused by name, and those just inside the border are not. */
const TERMS: LoanTerms = terms({ principalEvery: months(3), instalments: 4 });

const LEVEL: LoanTerms = { ...TERMS, amortisation: 'equal-instalment', principalEvery: TERMS.interestEvery };

/** Twelve rows, due on the 15th of each month; principal on every third. The last is due on 2027-01-15. */
const LENT: Fact = { type: 'disbursement', id: 'd', on: day('2026-01-15'), amount: 12_000_000 };

function answered(facts: readonly Fact[], terms = TERMS, asOf = '2028-12-31'): Answer {
  return positionAt(compileTerms(terms), [LENT, ...facts], day(asOf));
}

function refusal(facts: readonly Fact[], terms = TERMS): DomainError {
  try {
    answered(facts, terms);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('not refused');
}

/** The refusal names the fact and says why in both languages. */
function expectContradiction(fact: string, facts: readonly Fact[], terms = TERMS): void {
  const { code, facts: given, fields } = refusal(facts, terms);
  expect([code, given['fact']]).toEqual(['facts-contradict', fact]);
  expect(given['reason']).toMatch(/^[A-Z].{15,}\.$/);
  expect(fields.map(({ pointer, detail }) => [pointer, detail.en])).toEqual([['/facts', given['reason']]]);
  expect(fields[0]?.detail.vi).toMatch(/.{15,}/);
}

const move = (from: string, to: string): Fact => ({ type: 'due-date-move', from: day(from), to: day(to) });

const adjust = (on: string, from: string, to: string): Fact => ({
  type: 'instalment-adjustment',
  on: day(on),
  from: day(from),
  to: day(to),
});

const extend = (on: string, to: string): Fact => ({ type: 'extension', on: day(on), to: day(to) });

const payment = (id: string, on: string, amount: number): Fact => ({
  type: 'payment',
  id,
  on: day(on),
  amount,
});

const dues = (answer: Answer): number[] => answer.instalments.map(({ due }) => due);

describe('a due date moves', () => {
  test('only when something is due on the day', () => {
    expectContradiction('due-date-move', [move('2026-03-16', '2026-03-20')]);
  });

  test('between the dates beside it, both included', () => {
    expect(dues(answered([move('2026-03-15', '2026-04-15')]))[1]).toBe(day('2026-04-15'));
    expect(dues(answered([move('2026-03-15', '2026-02-15')]))[1]).toBe(day('2026-02-15'));
    expectContradiction('due-date-move', [move('2026-03-15', '2026-04-16')]);
    expectContradiction('due-date-move', [move('2026-03-15', '2026-02-14')]);
  });

  test('after the disbursement when it is the first, and freely when it is the last', () => {
    expect(dues(answered([move('2026-02-15', '2026-01-16')]))[0]).toBe(day('2026-01-16'));
    expectContradiction('due-date-move', [move('2026-02-15', '2026-01-15')]);
    expectContradiction('due-date-move', [move('2026-02-15', '2026-01-14')]);
    expect(dues(answered([move('2027-01-15', '2029-01-15')])).at(-1)).toBe(day('2029-01-15'));
  });
});

describe('an instalment is adjusted', () => {
  test('by its due date, to a later row, at most the next that asks principal', () => {
    const { instalments } = answered([adjust('2026-04-15', '2026-04-15', '2026-07-15')]);
    expect(instalments.map(({ principal }) => principal)).toEqual([
      0, 0, 0, 0, 0, 6_000_000, 0, 0, 3_000_000, 0, 0, 3_000_000,
    ]);
    expectContradiction('instalment-adjustment', [adjust('2026-04-16', '2026-04-15', '2026-07-15')]);
    expectContradiction('instalment-adjustment', [adjust('2026-04-15', '2026-04-15', '2026-08-15')]);
    expectContradiction('instalment-adjustment', [adjust('2026-04-15', '2026-04-15', '2026-03-15')]);
    expectContradiction('instalment-adjustment', [adjust('2026-04-15', '2026-04-15', '2026-04-15')]);
  });

  test('when the day asks principal and both days are due dates', () => {
    expectContradiction('instalment-adjustment', [adjust('2026-03-01', '2026-03-15', '2026-04-15')]);
    expectContradiction('instalment-adjustment', [adjust('2026-03-01', '2026-04-14', '2026-05-15')]);
    expectContradiction('instalment-adjustment', [adjust('2026-03-01', '2026-04-15', '2026-05-16')]);
    expectContradiction('instalment-adjustment', [adjust('2026-03-01', '2027-01-15', '2027-02-15')]);
  });

  test('never of level loans', () => {
    const { code, facts } = refusal([adjust('2026-02-01', '2026-02-15', '2026-03-15')], LEVEL);
    expect([code, facts['pointer']]).toEqual(['terms-not-supported', '/facts']);
    expect(facts['combination']).toMatch(/level/);
  });
});

describe('a loan is extended', () => {
  test('by its last due date, to a later one', () => {
    expect(dues(answered([extend('2027-01-15', '2027-01-16')])).at(-1)).toBe(day('2027-01-16'));
    expectContradiction('extension', [extend('2027-01-16', '2027-03-15')]);
    expectContradiction('extension', [extend('2026-06-01', '2027-01-15')]);
  });

  test('with interest rows at their rhythm, the last on the new date only', () => {
    const { instalments } = answered([extend('2026-06-01', '2027-03-15')]);
    expect(instalments.slice(11).map(({ due, principal }) => [due, principal])).toEqual([
      [day('2027-01-15'), 0],
      [day('2027-02-15'), 0],
      [day('2027-03-15'), 3_000_000],
    ]);
  });

  test('by twelve months when the term is up to twelve, all extensions together', () => {
    expect(dues(answered([extend('2026-06-01', '2028-01-15')])).at(-1)).toBe(day('2028-01-15'));
    expectContradiction('extension', [extend('2026-06-01', '2028-01-16')]);
    expectContradiction('extension', [
      extend('2026-06-01', '2027-06-15'),
      extend('2026-07-01', '2028-01-16'),
    ]);
  });

  test('by half of the term when it is longer, a part of a month counting as one', () => {
    const longer: LoanTerms = { ...TERMS, instalments: 8 };
    expect(dues(answered([extend('2026-06-01', '2029-01-15')], longer)).at(-1)).toBe(day('2029-01-15'));
    expectContradiction('extension', [extend('2026-06-01', '2029-01-16')], longer);
    // First due on the 20th: twelve months and five days are a term of thirteen, half of it six.
    const crooked: LoanTerms = { ...TERMS, firstDue: day('2026-02-20') };
    expect(dues(answered([extend('2026-06-01', '2027-07-20')], crooked)).at(-1)).toBe(day('2027-07-20'));
    expectContradiction('extension', [extend('2026-06-01', '2027-07-21')], crooked);
  });

  test('never a level loan', () => {
    const { code, facts } = refusal([extend('2026-02-01', '2027-01-15')], LEVEL);
    expect([code, facts['pointer']]).toEqual(['terms-not-supported', '/facts']);
    expect(facts['combination']).toMatch(/^extension .*level/);
  });
});

describe('a loan is rolled over', () => {
  const rollover = (on: string, to: string): Fact => ({ type: 'rollover', on: day(on), to: day(to) });

  test('for at most its own term, once the interest due is paid', () => {
    const paid = Array.from({ length: 11 }, (_, index) =>
      payment(`p${String(index + 10)}`, '2026-12-16', 4_000_000),
    );
    expect(dues(answered([...paid.slice(0, 3), rollover('2026-12-16', '2028-01-15')])).at(-1)).toBe(
      day('2028-01-15'),
    );
    expectContradiction('rollover', [...paid.slice(0, 3), rollover('2026-12-16', '2028-01-16')]);
    expectContradiction('rollover', [rollover('2026-12-16', '2028-01-15')]);
  });
});

describe('money', () => {
  test('is disbursed before the last due date and not after a write-off', () => {
    const more = (on: string): Fact => ({ type: 'disbursement', id: 'd2', on: day(on), amount: 1_000_000 });
    expect(answered([more('2027-01-14')]).position.principalDisbursed).toBe(13_000_000);
    expect(refusal([more('2027-01-15')]).code).toBe('facts-contradict');
    expectContradiction('disbursement', [{ type: 'write-off', on: day('2026-06-01') }, more('2026-06-02')]);
  });

  test('is written off once, after it was lent', () => {
    const off = (on: string): Fact => ({ type: 'write-off', on: day(on) });
    expect(answered([off('2026-06-01')]).position.class).toBe('written-off');
    expectContradiction('write-off', [off('2026-06-01'), off('2026-06-02')]);
    expectContradiction('write-off', [off('2026-01-14')]);
  });

  test('of a loan by schedule is not lent again after a payoff', () => {
    const byPlan: LoanTerms = { ...TERMS, interestRunsOn: 'schedule' };
    const again: Fact[] = [
      payment('p', '2026-02-01', 50_000_000),
      { type: 'disbursement', id: 'd2', on: day('2026-03-01'), amount: 1_000_000 },
    ];
    expect(answered(again).position.principalOutstanding).toBe(1_000_000);
    const { code, facts } = refusal(again, byPlan);
    expect([code, facts['pointer']]).toEqual(['terms-not-supported', '/facts']);
    expect(facts['combination']).toMatch(/tranche/);
  });

  test('of a write-off is recovered as principal first, then interest, and no further', () => {
    const recovery = (id: string, amount: number): Fact => ({
      type: 'recovery',
      id,
      on: day('2026-08-01'),
      amount,
    });
    const { position, transactions } = answered([
      { type: 'write-off', on: day('2026-02-15') },
      recovery('r1', 11_999_999),
      recovery('r2', 11),
      recovery('r3', 1_000_000),
    ]);
    // One month: 12 000 000 × 6.6 % × 31 / 365 = 67 265.75…
    expect(position.writtenOff).toEqual({ principal: 12_000_000, interest: 67_266 });
    expect(
      transactions
        .slice(1)
        .map(({ amount, principal, interest, excess }) => [amount, principal, interest, excess]),
    ).toEqual([
      [12_067_266, 12_000_000, 67_266, 0],
      [11_999_999, 11_999_999, 0, 0],
      [11, 1, 10, 0],
      [1_000_000, 0, 67_256, 932_744],
    ]);
    expect(position.recovered).toEqual({ principal: 12_000_000, interest: 67_266 });
  });
});

describe('a reversal', () => {
  const reverse = (target: string, on: string): Fact => ({ type: 'reversal', target, on: day(on) });

  test('names what happened by then, once', () => {
    const paid = payment('p', '2026-03-01', 1_000_000);
    expect(answered([paid, reverse('p', '2026-03-01')])).toEqual(answered([]));
    expectContradiction('reversal', [paid, reverse('p', '2026-02-28')]);
    expectContradiction('reversal', [paid, reverse('q', '2026-03-02')]);
    expectContradiction('reversal', [paid, reverse('p', '2026-03-02'), reverse('p', '2026-03-03')]);
  });

  test('takes out a tranche', () => {
    const more: Fact = { type: 'disbursement', id: 'd2', on: day('2026-02-01'), amount: 1_000_000 };
    expect(
      answered([more, reverse('d2', '2026-05-01')], TERMS, '2026-04-30').position.principalDisbursed,
    ).toBe(13_000_000);
    expect(
      answered([more, reverse('d2', '2026-05-01')], TERMS, '2026-05-01').position.principalDisbursed,
    ).toBe(12_000_000);
  });
});

describe('days', () => {
  test('have one rate', () => {
    const change = (rate: number): Fact => ({
      type: 'rate-change',
      on: day('2026-03-01'),
      rate: millionths(rate),
    });
    expect(answered([change(5), change(5)])).toEqual(answered([change(5)]));
    expectContradiction('rate-change', [change(5), change(6)]);
  });

  test('are frozen once at a time', () => {
    const freeze = (on: string, until: string | null): Fact => ({
      type: 'freeze',
      on: day(on),
      until: until === null ? null : day(until),
    });
    const end = (on: string): Fact => ({ type: 'freeze-end', on: day(on) });
    expect(answered([freeze('2026-02-01', '2026-02-10'), freeze('2026-02-11', null)]).position.class).toBe(
      'frozen',
    );
    expectContradiction('freeze', [freeze('2026-02-01', '2026-02-10'), freeze('2026-02-10', null)]);
    expectContradiction('freeze', [freeze('2026-02-01', null), freeze('2026-05-01', null)]);
    expectContradiction('freeze-end', [end('2026-02-01')]);
    expectContradiction('freeze-end', [freeze('2026-02-01', '2026-02-10'), end('2026-02-11')]);
    expect(answered([freeze('2026-02-01', '2026-02-10'), end('2026-02-10')]).position.class).toBe('overdue');
  });
});
