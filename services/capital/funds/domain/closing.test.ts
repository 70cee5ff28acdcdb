import { describe, expect, it } from 'vitest';
import { everyMove } from '#test/support/every-move.ts';
import type { DatedTurnover } from '#capital/ledger/domain/totals.ts';
import { YEAR_STATUSES, YEAR_TRANSITIONS } from './closing-transitions.ts';
import { assertClosable, assertMayClose, differenceOfYears, figuresOfYear } from './closing.ts';

const source = { openedOn: '2025-02-01' };

describe('a year', () => {
  it('is closed when it is over, and the source was open in it', () => {
    assertClosable(2025, source, '2026-01-01');
    expect(() => {
      assertClosable(2025, source, '2025-12-31');
    }).toThrow('year-not-over');
    expect(() => {
      assertClosable(2024, source, '2026-01-01');
    }).toThrow('year-before-opening');
    assertClosable(2025, { openedOn: '2025-12-31' }, '2026-01-01');
  });

  it.each(everyMove(YEAR_STATUSES, YEAR_TRANSITIONS))('$from by $verb', ({ from, to }) => {
    const close = () => {
      assertMayClose(2025, from);
    };
    if (to === null) expect(close).toThrow('year-already-closed');
    else expect(close).not.toThrow();
  });
});

describe('the figures of a year', () => {
  const moved: DatedTurnover[] = [
    // Whole months before the year, and the days of the year.
    { effectiveOn: '2024-11', turnover: { 'cash-unallocated': 100n, 'entrusted-capital': 100n } },
    { effectiveOn: '2024-12', turnover: { 'cash-unallocated': -10n, 'capital-withdrawn': 10n } },
    { effectiveOn: '2025-01-01', turnover: { 'cash-unallocated': 50n, 'entrusted-capital': 50n } },
    { effectiveOn: '2025-02-01', turnover: { 'opening-loans': 7n, 'opening-capital': 7n } },
    { effectiveOn: '2025-03-01', turnover: { 'cash-unallocated': -60n, 'cash-available': 60n } },
    { effectiveOn: '2025-04-01', turnover: { 'cash-available': -40n, loans: 40n } },
    { effectiveOn: '2025-05-01', turnover: { loans: -5n, 'capital-written-off': 5n } },
    { effectiveOn: '2025-06-01', turnover: { 'cash-unallocated': 3n, 'capital-supplement': 3n } },
    { effectiveOn: '2025-07-01', turnover: { 'capital-handed-over': 9n, 'capital-taken-over': 9n } },
    { effectiveOn: '2025-12-31', turnover: { 'cash-unallocated': -20n, 'capital-withdrawn': 20n } },
  ];

  it('lead from the opening fund to the closing one, which is what is lent and what is not', () => {
    const year = figuresOfYear(moved, 2025);
    expect(year).toEqual({
      opening: 90n,
      openingBalances: 7n,
      received: 50n,
      supplements: 3n,
      withdrawn: 20n,
      writtenOff: 5n,
      closing: 125n,
      outstanding: 42n,
      unlent: 83n,
      handedOver: 9n,
    });
    expect(year.closing).toBe(year.outstanding + year.unlent);
  });

  it('differ by what came later', () => {
    const then = figuresOfYear(moved.slice(0, -1), 2025);
    expect(differenceOfYears(figuresOfYear(moved, 2025), then)).toEqual({
      opening: 0n,
      openingBalances: 0n,
      received: 0n,
      supplements: 0n,
      withdrawn: 20n,
      writtenOff: 0n,
      closing: -20n,
      outstanding: 0n,
      unlent: -20n,
      handedOver: 0n,
    });
  });
});
