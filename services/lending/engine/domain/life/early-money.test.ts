import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { asOf, day, lent, paid, rate } from '#test/support/engine-terms.ts';
import type { Answer } from '../answers/answer.ts';
import type { Fact } from '../facts/facts.ts';
import type { LoanTerms } from '../terms/terms.ts';

const FROM_THE_LAST = { pastDue: 'IP', due: 'IP', inAdvance: 'IP', beyond: 'last' } as const;

const paidPrincipal = ({ instalments }: Answer): number[] =>
  instalments.map(({ paid: { principal } }) => principal);

const splits = ({ transactions }: Answer): number[][] =>
  transactions
    .filter(({ type }) => type === 'payment')
    .map(({ principal, interest }) => [principal, interest]);

describe('early money more than once in a row', () => {
  test('fills what the row would have asked without any of it', () => {
    const answer = asOf('2026-02-10', {}, [
      lent('2026-01-15', 12_000_000),
      paid('2026-01-25', 100_000),
      paid('2026-02-04', 100_000),
      paid('2026-02-09', 2_000_000),
    ]);
    // Interest of the first 10 nights 21 698.63, of the next 10 on 11 921 699 21 557.04, of 5 on 11 843 256 10 707.60.
    expect(splits(answer)).toEqual([
      [78_301, 21_699],
      [78_443, 21_557],
      [1_989_293, 10_707],
    ]);
    // The row asks 1 000 000 and 31 nights on 12 000 000 = 67 265.75; all of it that is no interest is principal:
    // 1 067 266 − 21 699 − 21 557 − 10 707 = 1 013 303. The next rows take 1 000 000 and 132 734.
    expect(paidPrincipal(answer).slice(0, 4)).toEqual([1_013_303, 1_000_000, 132_734, 0]);
  });

  test('goes on from the last row where it stopped', () => {
    const answer = asOf('2026-02-04', { instalments: 3, rates: rate('0'), allocation: FROM_THE_LAST }, [
      lent('2026-01-15', 3_000_000),
      paid('2026-01-25', 1_500_000),
      paid('2026-02-04', 800_000),
    ]);
    // 1 000 000 for the current row, 500 000 + 500 000 for the last, 300 000 for the one before it.
    expect(paidPrincipal(answer)).toEqual([1_000_000, 300_000, 1_000_000]);
  });

  test('after a payoff and a new tranche leaves what was paid ahead where it is', () => {
    const answer = asOf('2026-02-21', { instalments: 5, rates: rate('0'), allocation: FROM_THE_LAST }, [
      lent('2026-01-15', 5_000_000),
      paid('2026-01-25', 2_000_000),
      paid('2026-01-26', 3_000_000),
      lent('2026-02-20', 1_800_000),
      paid('2026-02-21', 1_300_000),
    ]);
    // Row 5 keeps its 1 000 000. With it rows 2 to 5 share 2 800 000, 700 000 each: row 2 takes as much, then row 4
    // the remaining 600 000, since row 5 has more than its share and spares row 4 nothing.
    expect(paidPrincipal(answer)).toEqual([4_000_000, 700_000, 0, 600_000, 1_000_000]);
  });
});

test('a row after grace splits early money by the rates known on its day, with the interest left to it', () => {
  const change: Fact = { type: 'rate-change', on: day('2026-03-01'), rate: parseRate('9') };
  const terms: Partial<LoanTerms> = {
    instalments: 3,
    grace: { principal: 0, interestPayment: 1, interestFree: 0 },
  };
  const answer = asOf('2026-03-20', terms, [
    lent('2026-01-15', 3_000_000),
    paid('2026-02-15', 1_000_000),
    paid('2026-02-25', 1_200_000),
    change,
  ]);
  // Row 1 leaves 31 nights on 3 000 000 = 16 816.44; 10 nights on 2 000 000 are 3 616.44: 20 432 are payable.
  // At 6.6 % all 28 nights would ask 10 126.03, so that the row takes 1 000 000 + 26 942 − 20 432 = 1 006 510.
  expect(splits(answer)).toEqual([
    [1_000_000, 0],
    [1_179_568, 20_432],
  ]);
  expect(paidPrincipal(answer)).toEqual([1_000_000, 1_006_510, 173_058]);
  // At 9 % from 1 March the row would have asked 5 063.01 + 6 904.11: 1 000 000 + 28 783 − 1 006 510.
  expect(answer.instalments[1]).toMatchObject({ principal: 1_006_510, interest: 22_273 });
});

test('interest by the schedule that was paid ahead and then spared is not asked from the next rows', () => {
  const answer = asOf('2026-06-01', { interestRunsOn: 'schedule', instalments: 4 }, [
    lent('2026-01-15', 4_000_000),
    paid('2026-01-25', 3_000_000),
    { type: 'freeze', on: day('2026-02-15'), until: day('2026-04-10') },
    paid('2026-02-20', 500_000),
  ]);
  // Ahead by the schedule of its day: 22 421.92 + 15 189.04 + 11 210.96. Frozen, rows 2 to 4 ask 0, 1 446.58 (4
  // nights on 2 000 000) and 5 424.66: what was paid beyond that is more than all they ask.
  expect(splits(answer)).toEqual([
    [2_951_178, 48_822],
    [500_000, 0],
  ]);
  expect(answer.instalments.map(({ interest }) => interest)).toEqual([22_422, 15_189, 11_211, 0]);
  // 15 189 + 11 211 − 1 447 − 5 425
  expect(answer.position.excess).toBe(19_528);
});
