import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { categoryBy } from '#beneficiary/standards/domain/poverty-standard.ts';
import type { PovertyRule, PovertyStandard } from '#beneficiary/standards/domain/poverty-standard.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { classesInForce, classify, ESCAPED } from './classification.ts';

const any = { maxIncome: null, minIncomeExclusive: null, minLacking: null, maxLacking: null };

function lines(area: 'rural' | 'urban', line: bigint, average: bigint): PovertyRule[] {
  return [
    { ...any, category: 'poor', area, maxIncome: vnd(line), minLacking: 3 },
    { ...any, category: 'near-poor', area, maxIncome: vnd(line), maxLacking: 2 },
    {
      ...any,
      category: 'average-living-standard',
      area,
      minIncomeExclusive: vnd(line),
      maxIncome: vnd(average),
    },
  ];
}

/** Decree 07/2021/NĐ-CP, as kept for 2026. */
const national: PovertyStandard = {
  standardId: 'national-2022',
  revision: 1,
  scope: 'national',
  from: businessDay('2022-01-01'),
  to: businessDay('2026-12-31'),
  rules: [...lines('rural', 1_500_000n, 2_250_000n), ...lines('urban', 2_000_000n, 3_000_000n)],
};

const decision = { number: '45/QĐ-UBND', issuedOn: '2024-12-15', issuer: 'UBND phường Hà Tu' };

const claim = {
  category: 'near-poor',
  from: businessDay('2024-12-15'),
  incomePerPerson: vnd(1_200_000),
  lacking: 1,
  decision,
};

describe('the category by a standard', () => {
  it.each([
    ['rural', 1_500_000, 3, 'poor'],
    ['rural', 1_500_000, 2, 'near-poor'],
    ['rural', 1_500_001, 9, 'average-living-standard'],
    ['rural', 2_250_001, 9, null],
    ['urban', 2_000_000, 3, 'poor'],
    ['urban', 3_000_000, 0, 'average-living-standard'],
  ] as const)('%s, %d đồng, %d lacking: %s', (area, income, lacking, category) => {
    expect(categoryBy(national, { area, incomePerPerson: vnd(income), lacking })).toBe(category);
  });

  const ranks = ['poor', 'near-poor', 'average-living-standard', null];
  const survey = {
    area: fc.constantFrom('rural' as const, 'urban' as const),
    income: fc.bigInt({ min: 0n, max: 5_000_000n }),
    more: fc.bigInt({ min: 0n, max: 5_000_000n }),
    lacking: fc.integer({ min: 0, max: 12 }),
  };
  property.prop([survey.area, survey.income, survey.more, survey.lacking])(
    'never gets poorer with more income and the same deprivations',
    (area, income, more, lacking) => {
      const rank = (incomePerPerson: bigint) =>
        ranks.indexOf(categoryBy(national, { area, incomePerPerson: vnd(incomePerPerson), lacking }));
      expect(rank(income + more)).toBeGreaterThanOrEqual(rank(income));
    },
  );
});

describe('a class the commune recognises', () => {
  it('holds until the next one, or until its standard ends', () => {
    expect(classify(national, 'rural', null, claim)).toMatchObject({
      scope: 'national',
      category: 'near-poor',
      from: '2024-12-15',
      until: '2026-12-31',
    });
  });

  it('is refused when the standard was not in force', () => {
    expect(() => classify(national, 'rural', null, { ...claim, from: businessDay('2027-01-01') })).toThrow(
      expect.objectContaining({ code: 'standard-not-in-force' }),
    );
  });

  it('is refused with the category the standard gives', () => {
    expect(() => classify(national, 'rural', null, { ...claim, category: 'poor' })).toThrow(
      expect.objectContaining({
        code: 'category-not-by-standard',
        facts: { stated: 'poor', computed: 'near-poor', area: 'rural' },
      }),
    );
  });

  it('is refused when the household is above every line', () => {
    expect(() => classify(national, 'rural', null, { ...claim, incomePerPerson: vnd(9_000_000) })).toThrow(
      expect.objectContaining({ code: 'category-not-by-standard' }),
    );
  });
});

describe('an escape from poverty', () => {
  const escape = { ...claim, category: ESCAPED, incomePerPerson: vnd(2_000_000) };

  it('needs a household on the list and an income above the line, and has no end of its own', () => {
    expect(classify(national, 'rural', 'near-poor', escape)).toMatchObject({
      category: ESCAPED,
      until: null,
    });
    expect(
      classify(national, 'rural', 'poor', { ...escape, incomePerPerson: vnd(9_000_000) }).until,
    ).toBeNull();
  });

  it.each([null, 'average-living-standard', ESCAPED])('is refused after %s', (last) => {
    expect(() => classify(national, 'rural', last, escape)).toThrow(
      expect.objectContaining({ code: 'not-on-the-list' }),
    );
  });

  it('is refused while the figures still say poor or near-poor', () => {
    expect(() => classify(national, 'rural', 'poor', { ...escape, incomePerPerson: vnd(1_000_000) })).toThrow(
      expect.objectContaining({ code: 'category-not-by-standard' }),
    );
  });
});

describe('the classes in force on a day', () => {
  const history = [
    {
      scope: 'national',
      from: businessDay('2024-01-01'),
      until: businessDay('2026-12-31'),
      category: 'poor',
    },
    {
      scope: 'province',
      from: businessDay('2024-01-01'),
      until: businessDay('2025-12-31'),
      category: 'poor',
    },
    {
      scope: 'national',
      from: businessDay('2025-01-01'),
      until: businessDay('2026-12-31'),
      category: 'near-poor',
    },
    {
      scope: 'national',
      from: businessDay('2025-01-01'),
      until: businessDay('2026-12-31'),
      category: 'corrected',
    },
  ] as const;
  const on = (day: string) =>
    classesInForce(history, businessDay(day)).map(({ scope, category }) => `${scope} ${category}`);

  it('are the newest of each level that still lasts', () => {
    expect(on('2023-12-31')).toEqual([]);
    expect(on('2024-12-31')).toEqual(['national poor', 'province poor']);
    expect(on('2025-06-30')).toEqual(['national corrected', 'province poor']);
    expect(on('2026-01-01')).toEqual(['national corrected']);
    expect(on('2027-01-01')).toEqual([]);
  });
});
