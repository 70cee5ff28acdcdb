import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { asOf, day, lent, months, paid, terms } from '#test/support/engine-terms.ts';
import type { Answer } from '../answers/answer.ts';
import { payoffAt, positionAt } from '../answers/position.ts';
import type { Fact } from '../facts/facts.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';

/** 50 million on 15 January 2026 at 6.6 %, interest monthly, 5 million of principal every 6 months. */
const LOAN: Partial<LoanTerms> = { principalEvery: months(6), instalments: 10 };

const LENT = lent('2026-01-15', 50_000_000);

const at = (on: string, facts: readonly Fact[], change: Partial<LoanTerms> = {}): Answer =>
  asOf(on, { ...LOAN, ...change }, [LENT, ...facts]);

describe('early money', () => {
  const pay = paid('2026-03-02', 1_200_000);

  test('within the instalment: accrued interest, the rest of the instalment, then the next principal', () => {
    // Row 1: 50 000 000 × 6.6 % × 31 / 365 = 280 273.97. Row 2 to 2 March: 15 nights = 135 616.44, whole row 28
    // nights = 253 150.68, so 117 535 of principal; 666 575 are left for the principal of row 6.
    const { transactions, instalments } = at('2026-03-15', [pay]);
    expect(transactions[1]).toMatchObject({
      principal: 784_110,
      interest: 415_890,
      balanceAfter: 49_215_890,
    });
    expect(instalments[0]).toMatchObject({ paid: { principal: 0, interest: 280_274 } });
    expect(instalments[1]).toMatchObject({
      principal: 117_535,
      interest: 135_616,
      paid: { principal: 117_535, interest: 135_616 },
    });
    expect(instalments[5]).toMatchObject({ principal: 5_000_000, paid: { principal: 666_575 } });
    // Row 3 asks its own 31 nights on 49 215 890 = 275 878.93 and the 13 nights of row 2 = 115 690.65.
    expect(instalments[2]?.interest).toBe(275_879 + 115_691);
  });

  test('from the last row backwards', () => {
    const allocation = { pastDue: 'IP', due: 'IP', inAdvance: 'IP', beyond: 'last' } as const;
    const { instalments } = at('2026-03-15', [pay], { allocation });
    // The 117 535 that row 2 took beyond its plan are spared by the last row, then it takes 666 575.
    expect(instalments[59]).toMatchObject({ principal: 5_000_000 - 117_535, paid: { principal: 666_575 } });
    expect(instalments[5]).toMatchObject({ principal: 5_000_000, paid: { principal: 0 } });
  });

  test('principal only: interest is asked at the due date, lower by what was saved', () => {
    const { transactions, instalments } = at('2026-03-15', [pay], {
      earlyPayment: 'principal-only-interest-at-due-date',
    });
    // 1 200 000 − 280 274 = 919 726; row 2: 15 nights on 50 000 000 and 13 on 49 080 274 = 250 988.63
    expect(transactions[1]).toMatchObject({ principal: 919_726, interest: 280_274 });
    expect(instalments[1]).toMatchObject({ principal: 0, interest: 250_989 });
  });

  test('by the schedule settles what it says and changes no interest', () => {
    const { transactions, instalments } = at('2026-03-15', [pay], { interestRunsOn: 'schedule' });
    // 280 274 + 253 151 + 280 274 + 271 233 = 1 084 932, then 115 068 of row 5.
    expect(transactions[1]).toMatchObject({ principal: 0, interest: 1_200_000 });
    expect(instalments.slice(0, 5).map(({ paid: { interest } }) => interest)).toEqual([
      280_274, 253_151, 280_274, 271_233, 115_068,
    ]);
    expect(instalments[2]?.interest).toBe(280_274);
  });

  test('on the due date is due, not early', () => {
    const { transactions } = at('2026-02-15', [paid('2026-02-15', 280_274)]);
    expect(transactions[1]).toMatchObject({ interest: 280_274, principal: 0 });
  });
});

describe('the payoff', () => {
  test('closes the loan to the đồng, one đồng less does not', () => {
    const compiled = compileTerms(terms(LOAN));
    // Row 1 280 274 and 15 nights of row 2 135 616.
    const payoff = payoffAt(compiled, [LENT], day('2026-03-02'));
    expect(payoff).toEqual({
      on: day('2026-03-02'),
      principal: 50_000_000,
      interest: 415_890,
      total: 50_415_890,
    });
    expect(at('2026-12-31', [paid('2026-03-02', 50_415_890)]).position).toMatchObject({
      class: 'settled',
      classSince: day('2026-03-02'),
      principalOutstanding: 0,
      interestAccrued: 0,
      nextDue: null,
    });
    expect(at('2026-03-02', [paid('2026-03-02', 50_415_889)]).payoff.total).toBe(1);
  });

  test('what is paid beyond it is in excess', () => {
    const { transactions, position } = at('2026-04-01', [
      paid('2026-03-02', 50_415_900),
      paid('2026-03-03', 5),
    ]);
    expect(transactions.map(({ excess }) => excess)).toEqual([0, 10, 5]);
    expect(position.excess).toBe(15);
  });

  test('before anything was lent is nothing', () => {
    const compiled = compileTerms(terms(LOAN));
    const [on, asOfDay] = [day('2026-01-01'), day('2026-01-14')];
    const payoff = { on: asOfDay, principal: 0, interest: 0, total: 0 };
    expect(payoffAt(compiled, [LENT], asOfDay)).toEqual(payoff);
    const split = { principal: 0, interest: 0, overdueInterest: 0, excess: 7, balanceAfter: 0 };
    expect(positionAt(compiled, [paid('2026-01-01', 7), { type: 'write-off', on }], asOfDay)).toMatchObject({
      instalments: [],
      transactions: [{ type: 'payment', id: 'paid-2026-01-01', on, amount: 7, ...split }],
      position: {
        ...{ class: 'none', principalOutstanding: 0, excess: 7, interestSupported: [] },
        ...{ writtenOff: { principal: 0, interest: 0 }, recovered: { principal: 0, interest: 0 } },
      },
      payoff,
      derivation: [],
    });
  });
});

describe('nights that bear nothing', () => {
  test('a pause counts both its days; a day is the night before it', () => {
    // Row 15 June – 15 July without the nights that end on 1 to 10 July: 20 × 50 000 000 × 6.6 % / 365.
    const pause: Fact = { type: 'interest-pause', from: day('2026-07-01'), to: day('2026-07-10') };
    expect(at('2026-07-15', [pause]).instalments[5]?.interest).toBe(180_822);
  });

  test('a freeze bears nothing from the night after its first day to that after its last', () => {
    const freeze: Fact = { type: 'freeze', on: day('2026-06-20'), until: day('2026-07-04') };
    // 15 of the 30 nights of the row are left: 135 616.44
    expect(at('2026-07-15', [freeze]).instalments[5]?.interest).toBe(135_616);
    const frozen = at('2026-07-04', [freeze]).position;
    expect(frozen).toMatchObject({ class: 'frozen', classSince: day('2026-06-20') });
    expect(at('2026-07-05', [freeze]).position).toMatchObject({
      class: 'in-term',
      classSince: day('2026-07-05'),
    });
  });

  test('a freeze may stay open and end', () => {
    const open: Fact = { type: 'freeze', on: day('2026-06-20'), until: null };
    const end: Fact = { type: 'freeze-end', on: day('2026-07-05') };
    expect(at('2030-01-01', [open]).position.class).toBe('frozen');
    expect(at('2026-07-15', [end, open]).instalments[5]?.interest).toBe(135_616);
    expect(() => at('2026-07-15', [end])).toThrow('facts-contradict');
    expect(() => at('2026-07-15', [open, { ...open, on: day('2026-07-01') }])).toThrow('facts-contradict');
  });
});

describe('corrections', () => {
  const pay = paid('2026-03-02', 1_200_000, 'p1');
  const reversal: Fact = { type: 'reversal', target: 'p1', on: day('2026-09-01') };

  test('a reversed payment never happened, from the day of the reversal on', () => {
    expect(at('2026-09-01', [pay, reversal])).toEqual(at('2026-09-01', []));
    expect(at('2026-08-31', [pay, reversal])).toEqual(at('2026-08-31', [pay]));
  });

  test('a tranche can be reversed', () => {
    const more: Fact = { ...lent('2026-02-01', 5_000_000), type: 'disbursement', id: 'd2' } as Fact;
    const undone: Fact = { type: 'reversal', target: 'd2', on: day('2026-02-03') };
    expect(at('2026-02-03', [more, undone])).toEqual(at('2026-02-03', []));
  });

  test('only what happened, and once', () => {
    expect(() => at('2026-09-01', [reversal])).toThrow('facts-contradict');
    expect(() => at('2026-09-02', [pay, reversal, { ...reversal, on: day('2026-09-02') }])).toThrow(
      'facts-contr',
    );
    expect(() => at('2026-09-02', [pay, { ...reversal, on: day('2026-03-01') }])).toThrow('facts-contradict');
  });

  test('an answer as known on an instant does not know what was recorded later', () => {
    const late: Fact = { ...pay, recordedAt: '2026-05-01T02:00:00.000Z' };
    const known = (knownOn: string) =>
      positionAt(compileTerms(terms(LOAN)), [LENT, late], day('2026-06-01'), knownOn).position.principalPaid;
    expect(known('2026-05-01T01:59:59.999Z')).toBe(0);
    expect(known('2026-05-01T02:00:00.000Z')).toBe(784_110);
  });

  test('two rates of one day contradict each other', () => {
    const change = (percent: string): Fact => ({
      type: 'rate-change',
      on: day('2026-06-01'),
      rate: parseRate(percent),
    });
    expect(() => at('2026-06-01', [change('6'), change('5')])).toThrow('facts-contradict');
    expect(at('2026-06-15', [change('6'), change('6')]).instalments[4]?.interest).toBe(
      // 17 nights at 6.6 % and 14 at 6 %: 153 698.63 + 115 068.49
      268_767,
    );
  });
});

describe('given up and recovered', () => {
  test('a waiver takes interest only, the oldest first', () => {
    const waiver: Fact = { type: 'waiver', id: 'w', on: day('2026-03-02'), amount: 300_000 };
    const { position, instalments } = at('2026-03-02', [waiver]);
    expect(position).toMatchObject({ interestWaived: 300_000, interestAccrued: 115_890, interestPaid: 0 });
    expect(instalments.slice(0, 2).map(({ waived }) => waived)).toEqual([280_274, 19_726]);
    const all = at('2026-03-02', [{ ...waiver, amount: 500_000 }]);
    expect(all.transactions[1]).toMatchObject({ interest: 415_890, excess: 84_110 });
    expect(all.position.excess).toBe(0);
  });

  test('a write-off closes the books; money recovered is principal first', () => {
    const off: Fact = { type: 'write-off', on: day('2026-03-02') };
    const recovery = (amount: number): Fact => ({ type: 'recovery', id: 'r', on: day('2026-04-01'), amount });
    const { position, payoff } = at('2026-04-01', [off, recovery(50_100_000)]);
    expect(position).toMatchObject({
      class: 'written-off',
      classSince: day('2026-03-02'),
      writtenOff: { principal: 50_000_000, interest: 415_890 },
      recovered: { principal: 50_000_000, interest: 100_000 },
      principalOutstanding: 0,
    });
    expect(payoff.total).toBe(0);
    expect(at('2026-04-01', [off, recovery(50_500_000)]).position.excess).toBe(84_110);
    expect(at('2026-04-01', [off, paid('2026-03-20', 9)]).position.excess).toBe(9);
    expect(() => at('2026-04-01', [off, { ...off, on: day('2026-03-03') }])).toThrow('facts-contradict');
  });

  test('a rollover needs the interest due to be paid', () => {
    const roll: Fact = { type: 'rollover', on: day('2026-07-10'), to: day('2026-12-15') };
    const short: Partial<LoanTerms> = { instalments: 1 };
    expect(() => at('2026-07-10', [roll], short)).toThrow('facts-contradict');
    const interest = paid('2026-06-15', 280_274 + 253_151 + 280_274 + 271_233 + 280_274);
    const { position } = at('2026-07-16', [interest, roll], short);
    expect(position).toMatchObject({ principalOverdue: 0, maturity: day('2026-12-15') });
  });

  test('a loan opens again with a new tranche after it was paid off', () => {
    const { position } = at('2026-05-01', [paid('2026-03-02', 50_415_890), lent('2026-04-01', 9_000_000)]);
    expect(position).toMatchObject({
      class: 'in-term',
      classSince: day('2026-04-01'),
      principalOutstanding: 9_000_000,
    });
  });
});
