import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { asOf, day, lent, months, paid } from '#test/support/engine-terms.ts';
import type { Fact } from '../facts/facts.ts';
import type { LoanTerms } from '../terms/terms.ts';

/**
 * 50 million on 15 January 2026 at 6.6 %, interest monthly: 9 041.0959 a night at 6.6 %, 16 438.3562 at 12 %.
 * Row 1 asks 280 274. Row 2 has 28 nights, 15 of them before 2 March.
 */
const LOAN: Partial<LoanTerms> = { principalEvery: months(6), instalments: 10 };

const SCHEDULE: Partial<LoanTerms> = { ...LOAN, interestRunsOn: 'schedule' };

const LENT = lent('2026-01-15', 50_000_000);

const dearer = (on: string): Fact => ({ type: 'rate-change', on: day(on), rate: parseRate('12') });

const freeze = (on: string, until: string | null): Fact => ({
  type: 'freeze',
  on: day(on),
  until: until === null ? null : day(until),
});

const thaw = (on: string): Fact => ({ type: 'freeze-end', on: day(on) });

/** Eight nights of row 2 bear nothing. */
const pause = (on?: string): Fact => ({
  type: 'interest-pause',
  on: on === undefined ? undefined : day(on),
  from: day('2026-03-05'),
  to: day('2026-03-12'),
});

/** What row 2 was paid when it falls due. */
const secondRow = (change: Partial<LoanTerms>, facts: readonly Fact[]) =>
  asOf('2026-03-15', change, [LENT, ...facts]).instalments[1]?.paid;

describe('money is split by what is known on its day', () => {
  const pay = paid('2026-03-02', 1_200_000);

  test('not by a rate decided after it', () => {
    // The row would ask 253 151, 135 616 have accrued: the other 117 535 are principal.
    expect(secondRow(LOAN, [pay, dearer('2026-03-10')])?.principal).toBe(117_535);
  });

  test('not by a pause decided after it, but by a rate decided before', () => {
    // 5 nights at 6.6 % and 23 at 12 % = 423 287.67; 5 and 10 of them = 209 589.04 have accrued.
    const facts = [dearer('2026-02-20'), pay, pause('2026-03-10')];
    expect(secondRow(LOAN, facts)?.principal).toBe(423_288 - 209_589);
  });

  test('by a pause that names no day, whatever else is decided later', () => {
    // 20 nights = 180 821.92
    expect(secondRow(LOAN, [pause(), pay, dearer('2026-03-10')])?.principal).toBe(180_822 - 135_616);
    expect(secondRow(LOAN, [pause('2026-03-10'), pay])?.principal).toBe(117_535);
  });

  test('by a freeze that begins on it', () => {
    // 11 nights from 2 March on bear nothing: 17 nights = 153 698.63.
    const facts = [freeze('2026-03-02', '2026-03-12'), pay, dearer('2026-03-10')];
    expect(secondRow(LOAN, facts)?.principal).toBe(153_699 - 135_616);
  });

  test('by a freeze as it had ended', () => {
    // The nights 16 to 20 February bear nothing: 24 nights = 216 986.30, 11 of them = 99 452.05.
    const facts = [freeze('2026-02-16', null), thaw('2026-02-20'), dearer('2026-03-10')];
    expect(secondRow(LOAN, [...facts, pay])?.principal).toBe(216_986 - 99_452);
    // On the day on which it ends one night has borne 9 041.10.
    expect(secondRow(LOAN, [...facts, paid('2026-02-20', 1_200_000)])?.principal).toBe(216_986 - 9_041);
  });
});

describe('money is taken by the schedule as it is known on its day', () => {
  const pay = paid('2026-03-02', 1_200_000);

  test('with a freeze that begins on it', () => {
    // 11 nights from 2 March on bear nothing: 17 nights = 153 698.63.
    const facts = [freeze('2026-03-02', '2026-03-12'), pay, dearer('2026-03-10')];
    expect(secondRow(SCHEDULE, facts)?.interest).toBe(153_699);
  });

  test('with a freeze as it had ended', () => {
    const facts = [freeze('2026-02-16', null), thaw('2026-02-20'), dearer('2026-03-10')];
    expect(secondRow(SCHEDULE, [...facts, pay])?.interest).toBe(216_986);
    expect(secondRow(SCHEDULE, [...facts, paid('2026-02-20', 1_200_000)])?.interest).toBe(216_986);
  });

  test('with a rate that begins on it, although earlier money did not know it', () => {
    // First 119 726 of 253 151, then the rest of 15 nights at 6.6 % and 13 at 12 % = 349 315.07.
    const facts = [paid('2026-02-20', 400_000), dearer('2026-03-02'), paid('2026-03-02', 1_000_000)];
    expect(secondRow(SCHEDULE, facts.slice(0, 2))?.interest).toBe(119_726);
    expect(secondRow(SCHEDULE, facts)?.interest).toBe(349_315);
  });
});

describe('level instalments follow the rate', () => {
  const LEVEL: Partial<LoanTerms> = {
    amortisation: 'equal-instalment',
    earlyPayment: 'principal-only-interest-at-due-date',
  };

  test('only when it changes: decided anew at the same height it leaves them as they are', () => {
    const early = paid('2026-02-01', 20_000_000);
    const same: Fact = { type: 'rate-change', on: day('2026-03-01'), rate: parseRate('6.6') };
    const rows = (facts: readonly Fact[]) => asOf('2026-04-01', LEVEL, [LENT, ...facts]).instalments;
    expect(rows([early, same])).toEqual(rows([early]));
    expect(rows([early, dearer('2026-03-01')])).not.toEqual(rows([early]));
  });

  test('from the row that contains its day: a step on a due date is not in force in the row before', () => {
    const change: Partial<LoanTerms> = {
      ...LEVEL,
      dayCount: '30/360',
      instalments: 3,
      rates: [
        { from: null, rate: parseRate('12') },
        { from: day('2026-01-20'), rate: parseRate('12') },
        { from: day('2026-02-15'), rate: parseRate('24') },
      ],
    };
    const rows = asOf('2026-01-15', change, [lent('2026-01-15', 3_000_000)]).instalments;
    // 1 % a month: 3 000 000 ÷ (1/1.01 + 1/1.01² + 1/1.01³) = 1 020 066.33…; then 2 009 934 over two rows at
    // 2 %: ÷ (1/1.02 + 1/1.02²) = 1 035 215.51, of which 40 198.68 is interest.
    expect(rows.slice(0, 2).map(({ principal, interest }) => [principal, interest])).toEqual([
      [990_066, 30_000],
      [995_017, 40_199],
    ]);
  });
});
