import { describe, expect, test } from 'vitest';
import { businessDay } from '#shared/domain/business-day.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { vnd } from '#shared/domain/vnd.ts';
import {
  assertSound,
  assertInstalments,
  assertSpacing,
  assertTerm,
  assertUnderCeiling,
  lendingVersion,
  ratesOf,
} from './programme.ts';
import type { ProgrammeVersion } from './programme.ts';

function version(given: Partial<ProgrammeVersion> = {}): ProgrammeVersion {
  return {
    from: '2026-01-01',
    to: null,
    ratePerYear: '8.382',
    maxAmount: { amount: '200000000', basis: 'per-worker' },
    maxTermMonths: 120,
    overdueFactor: '1.3',
    principalEveryMonths: [
      { termUpToMonths: 12, everyMonths: 12 },
      { termUpToMonths: 60, everyMonths: 24 },
      { termUpToMonths: null, everyMonths: 36 },
    ],
    ...given,
  };
}

function refusalOf(run: () => unknown): { code: string; facts: unknown } {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, facts: error.facts };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the version in force', () => {
  const jobs = {
    status: 'open' as const,
    versions: [
      version({ from: '2019-11-08', to: '2025-12-31', ratePerYear: '7.92' }),
      version({ from: '2026-01-01' }),
    ],
  };

  test('is the one of the day', () => {
    expect(lendingVersion(jobs, businessDay('2025-12-31')).ratePerYear).toBe('7.92');
    expect(lendingVersion(jobs, businessDay('2026-01-01')).ratePerYear).toBe('8.382');
  });

  test('is missing before the first', () => {
    expect(refusalOf(() => lendingVersion(jobs, businessDay('2019-11-07'))).code).toBe('programme-not-open');
  });

  test('of a closed programme lends only on days of a version that has ended', () => {
    const closed = { ...jobs, status: 'closed' as const };
    expect(lendingVersion(closed, businessDay('2025-12-31')).ratePerYear).toBe('7.92');
    expect(refusalOf(() => lendingVersion(closed, businessDay('2026-01-01'))).code).toBe(
      'programme-not-open',
    );
  });

  test('gives exact rates or says that they are unknown', () => {
    expect(ratesOf(version())).toEqual({ ratePerYear: 8_382_000n, overdueRatePerYear: 10_896_600n });
    expect(refusalOf(() => ratesOf(version({ ratePerYear: null }))).code).toBe('programme-terms-unknown');
  });
});

describe('a programme is sound', () => {
  const check =
    (...versions: ProgrammeVersion[]) =>
    () => {
      assertSound({ status: 'open', versions });
    };

  test('when its versions follow each other in any order of writing', () => {
    expect(check(version(), version({ from: '2019-01-01', to: '2025-12-31' }))).not.toThrow();
    expect(check()).not.toThrow();
  });

  test('not when two are in force on one day, or one ends before it begins', () => {
    const code = 'programme-versions-overlap';
    expect(refusalOf(check(version(), version({ from: '2019-01-01', to: '2026-01-01' }))).code).toBe(code);
    expect(refusalOf(check(version({ from: '2019-01-01' }), version())).code).toBe(code);
    expect(refusalOf(check(version({ to: '2025-01-01' }))).code).toBe(code);
  });

  test('not when its rules of calculation cannot hold together', () => {
    const rules = (calculation: ProgrammeVersion['calculation']) => check(version({ calculation }));
    expect(rules({ amortisation: 'equal-instalment', levelTotal: 'kept' })).not.toThrow();
    expect(refusalOf(rules({ levelTotal: 'kept' })).code).toBe('terms-contradict');
    expect(refusalOf(rules({ payoffInterest: 'all-scheduled' })).code).toBe('terms-contradict');
    expect(refusalOf(rules({ dayCount: '30/360', monthEnd: 'rolls' })).code).toBe('terms-not-supported');
  });

  test('not when the overdue rate has more than six decimals', () => {
    expect(refusalOf(check(version({ ratePerYear: '8.382001' }))).code).toBe('rate-not-exact');
  });
});

describe('the ceiling', () => {
  const borrower = { personId: 'p-1', amount: vnd(100_000_000) };
  const owed = [
    { personId: 'p-1', amount: vnd(90_000_000) },
    { personId: 'p-2', amount: vnd(150_000_000) },
  ];

  test('per worker counts what the person owes', () => {
    expect(() => {
      assertUnderCeiling(version(), borrower, owed);
    }).not.toThrow();
  });

  test('per household counts all its loans and names what is left', () => {
    const maxAmount = { amount: '300000000', basis: 'per-household' };
    const refused = refusalOf(() => {
      assertUnderCeiling(version({ maxAmount }), borrower, owed);
    });
    expect(refused).toEqual({
      code: 'amount-over-ceiling',
      facts: { ceiling: '300000000', outstanding: '240000000', requested: '100000000', allowed: '60000000' },
    });
  });

  test('per work type is as many times the amount as there are types', () => {
    const maxAmount = { amount: '25000000', basis: 'per-work-type', units: 2 };
    const ask = (amount: number) => () => {
      assertUnderCeiling(version({ maxAmount }), { personId: 'p-1', amount: vnd(amount) }, []);
    };
    expect(ask(50_000_000)).not.toThrow();
    expect(ask(50_000_001)).toThrow('amount-over-ceiling');
  });

  test('that the law does not give as an amount for a household limits nothing', () => {
    for (const maxAmount of [null, { amount: '1000', basis: 'per-establishment' }]) {
      expect(() => {
        assertUnderCeiling(version({ maxAmount }), borrower, owed);
      }).not.toThrow();
    }
  });
});

describe('term and instalments', () => {
  test('are bounded by the programme', () => {
    expect(
      refusalOf(() => {
        assertTerm(version(), 121);
      }),
    ).toEqual({
      code: 'term-too-long',
      facts: { termMonths: 121, maxTermMonths: 120 },
    });
    expect(() => {
      assertTerm(version({ maxTermMonths: null }), 600);
    }).not.toThrow();
  });

  test.each([
    [12, 12, true],
    [13, 24, false],
    [36, 24, true],
    [36, 25, false],
    [61, 36, true],
    [61, 37, false],
    [6, 7, false],
  ])('of %i months every %i months: %s', (term, every, isAllowed) => {
    const check = () => {
      assertSpacing(version(), term, every);
    };
    if (isAllowed) expect(check).not.toThrow();
    else expect(check).toThrow('instalments-too-far-apart');
  });
});

describe('instalments', () => {
  test('ask at least one đồng each', () => {
    const asked = (amount: bigint, term: number, every: number) => () => {
      assertInstalments(vnd(amount), term, every);
    };
    expect(asked(5n, 12, 1)).toThrow(expect.objectContaining({ code: 'principal-too-small' }));
    expect(asked(18n, 12, 1)).toThrow(expect.objectContaining({ code: 'principal-too-small' }));
    expect(asked(12n, 12, 1)).not.toThrow();
    // A term that the spacing does not divide gives the rest to the last instalment.
    expect(asked(2n, 25, 12)).toThrow(expect.objectContaining({ code: 'principal-too-small' }));
    expect(asked(5n, 25, 12)).not.toThrow();
    expect(asked(1n, 12, 12)).not.toThrow();
  });
});
