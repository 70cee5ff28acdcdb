import { describe, expect, it } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { SplitDay } from './interest-split.ts';
import { splitLines } from './split-lines.ts';
import type { SplitTerms } from './split-terms.ts';

const by = { contract: { number: '01/HĐUT', version: 1 }, source: null };

const BARE: SplitTerms = {
  provision: { rate: parseRate('0'), base: 'performing-balance', ...by },
  fee: { rate: parseRate('0'), base: 'performing-balance', ...by },
  cap: null,
  activities: null,
  rest: 'entrusted-capital',
};

const CAPPED: SplitTerms = { ...BARE, cap: { rate: parseRate('2.1'), base: 'performing-balance', ...by } };

const sharing = (base: NonNullable<SplitTerms['activities']>['base'], rate = '10'): SplitTerms => ({
  ...BARE,
  activities: { rate: parseRate(rate), base, ...by },
});

/** A day for each terms, with 1,000 đồng lent and 7 đồng of interest. */
const daysOf = (...terms: SplitTerms[]): SplitDay[] =>
  terms.map((held, index) => ({
    day: `2026-10-0${index + 1}`,
    performing: 1_000n,
    interest: 7n,
    terms: held,
  }));

const linesOf = (term: string, ...terms: SplitTerms[]) =>
  splitLines(daysOf(...terms), { left: vnd(20) })
    .filter((line) => line.term === term)
    .map(({ from, to, days, baseAmount }) => [from.slice(-1), to.slice(-1), days, baseAmount]);

describe('the lines of a split', () => {
  it('end where a term ends, and begin anew where it comes back', () => {
    expect(linesOf('management-fee-cap', BARE, CAPPED, CAPPED, BARE, BARE, CAPPED)).toEqual([
      ['2', '3', 2, 2_000n],
      ['6', '6', 1, 1_000n],
    ]);
  });

  it('begin anew with another rate', () => {
    const share = (rate: string) => sharing('interest-collected', rate);
    expect(linesOf('steering-activities-share', share('10'), share('10'), share('5'))).toEqual([
      ['1', '2', 2, 14n],
      ['3', '3', 1, 7n],
    ]);
  });

  it('take what is left over the whole month, as the last day says', () => {
    const terms = [BARE, sharing('interest-collected'), sharing('interest-after-provision-and-fee')];
    expect(linesOf('steering-activities-share', ...terms)).toEqual([['1', '3', 3, 20n]]);
  });

  it('have no share of what is left when the last day has none: nothing was taken of it', () => {
    const before = sharing('interest-after-provision-and-fee');
    expect(linesOf('steering-activities-share', before, before, BARE)).toEqual([]);
    expect(linesOf('steering-activities-share', before, sharing('interest-collected'))).toEqual([
      ['2', '2', 1, 7n],
    ]);
  });
});
