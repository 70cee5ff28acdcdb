import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import { daysOfMonth } from '#capital/ledger/domain/daily-balances.ts';
import { fundOf } from '#capital/ledger/domain/fund.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import { differenceOf, NOTHING_SPLIT, splitInterest } from './interest-split.ts';
import type { SplitDay, SplitParts } from './interest-split.ts';
import { postSplit } from './post-split.ts';
import { splitLines } from './split-lines.ts';
import type { SplitTerms } from './split-terms.ts';

type Bases = Partial<{
  provision: 'interest-collected';
  fee: 'interest-collected';
  activities: 'interest-collected';
}>;

function terms(
  rates: { provision?: string; fee?: string; cap?: string; activities?: string },
  given: { readonly bases?: Bases; readonly rest?: SplitTerms['rest'] } = {},
): SplitTerms {
  const by = { contract: { number: '01/HĐUT', version: 1 }, source: null };
  const { bases = {}, rest = 'entrusted-capital' } = given;
  return {
    provision: {
      rate: parseRate(rates.provision ?? '0'),
      base: bases.provision ?? 'performing-balance',
      ...by,
    },
    fee: { rate: parseRate(rates.fee ?? '0'), base: bases.fee ?? 'performing-balance', ...by },
    cap: rates.cap === undefined ? null : { rate: parseRate(rates.cap), base: 'performing-balance', ...by },
    activities:
      rates.activities === undefined
        ? null
        : {
            rate: parseRate(rates.activities),
            base: bases.activities ?? 'interest-after-provision-and-fee',
            ...by,
          },
    rest,
  };
}

const month = (name: string, performing: bigint, interest: bigint, held: SplitTerms | null): SplitDay[] =>
  daysOfMonth(name).map((day, index) => ({
    day,
    performing,
    interest: index === 0 ? interest : 0n,
    terms: held,
  }));

const sum = ({ provision, fee, activities, supplement }: SplitParts): bigint =>
  provision + fee + activities + supplement;

describe('the split of a month', () => {
  it.each([
    ['2026-02', 28, 28_000n],
    ['2028-02', 29, 29_000n],
    ['2026-04', 30, 30_000n],
    ['2026-12', 31, 31_000n],
  ])('counts the days of %s: %i', (name, days, provision) => {
    // 36,500,000 × 1 % × days / 365
    const split = splitInterest(month(name, 36_500_000n, 1_000_000n, terms({ provision: '1' })));
    expect(daysOfMonth(name)).toHaveLength(days);
    expect(split).toMatchObject({ averagePerforming: 36_500_000n, parts: { provision } });
  });

  it('splits nothing when nothing was collected, and nothing below zero', () => {
    const held = terms({ provision: '0.75', fee: '2', activities: '10' });
    expect(splitInterest(month('2026-10', 1_000_000_000n, 0n, held))).toMatchObject({
      parts: NOTHING_SPLIT,
      short: { provision: 636_986n, fee: 1_698_630n },
    });
    expect(splitInterest(month('2026-10', 1_000_000_000n, -5n, held)).parts).toEqual(NOTHING_SPLIT);
    const bases = { provision: 'interest-collected', fee: 'interest-collected' } as const;
    const ofInterest = terms({ provision: '20', fee: '10' }, { bases });
    expect(splitInterest(month('2026-10', 1_000_000_000n, -500n, ofInterest))).toMatchObject({
      collected: -500n,
      due: { provision: 0n, fee: 0n },
      parts: NOTHING_SPLIT,
    });
  });

  it('serves provision, then fee, then activities, as far as the interest goes', () => {
    const held = terms({ provision: '0.75', fee: '2', activities: '10' });
    // 636,986 is due to the provision and 1,698,630 to the fee.
    expect(splitInterest(month('2026-10', 1_000_000_000n, 600_000n, held))).toMatchObject({
      parts: { provision: 600_000n, fee: 0n, activities: 0n, supplement: 0n },
      short: { provision: 36_986n, fee: 1_698_630n, activities: 0n },
    });
    expect(splitInterest(month('2026-10', 1_000_000_000n, 1_636_986n, held))).toMatchObject({
      parts: { provision: 636_986n, fee: 1_000_000n, activities: 0n, supplement: 0n },
      short: { provision: 0n, fee: 698_630n },
    });
    expect(splitInterest(month('2026-10', 1_000_000_000n, 3_335_616n, held))).toMatchObject({
      parts: { provision: 636_986n, fee: 1_698_630n, activities: 100_000n, supplement: 900_000n },
    });
  });

  it('keeps the fee under its cap, day by day where the cap came later', () => {
    const capped = terms({ fee: '2.4', cap: '2.1' });
    expect(splitInterest(month('2026-10', 1_000_000_000n, 9_000_000n, capped)).parts.fee).toBe(1_783_562n);
    const under = terms({ fee: '2', cap: '2.1' });
    expect(splitInterest(month('2026-10', 1_000_000_000n, 9_000_000n, under)).parts.fee).toBe(1_698_630n);
    const days = month('2026-10', 1_000_000_000n, 9_000_000n, capped).map((day) =>
      day.day < '2026-10-16' ? { ...day, terms: terms({ fee: '2.4' }) } : day,
    );
    // (15 × 2.4 + 16 × 2.1) % of 1,000 million / 365
    expect(splitInterest(days).parts.fee).toBe(1_906_849n);
  });

  it('takes rates of the interest itself, and sends the rest where the contract says', () => {
    const of = (rest: SplitTerms['rest']) =>
      splitInterest(
        month(
          '2026-10',
          1_000_000_000n,
          1_000_001n,
          terms(
            { provision: '20', fee: '10', activities: '5' },
            {
              bases: {
                provision: 'interest-collected',
                fee: 'interest-collected',
                activities: 'interest-collected',
              },
              rest,
            },
          ),
        ),
      ).parts;
    expect(of('entrusted-capital')).toEqual({
      provision: 200_000n,
      fee: 100_000n,
      activities: 50_000n,
      supplement: 650_001n,
    });
    expect(of('risk-provision')).toMatchObject({ provision: 850_001n, supplement: 0n });
    expect(of('steering-activities')).toMatchObject({ activities: 700_001n, supplement: 0n });
  });

  it('takes the share of what is left, and sends the rest, as its last day says', () => {
    const first = terms({ activities: '50' }, { rest: 'risk-provision' });
    const last = terms({ activities: '10' }, { rest: 'steering-activities' });
    const days = month('2026-10', 0n, 1_000n, first).map((day) =>
      day.day === '2026-10-31' ? { ...day, terms: last } : day,
    );
    expect(splitInterest(days)).toMatchObject({
      due: { activities: 100n },
      parts: { provision: 0n, activities: 1_000n },
    });
  });

  it('takes nothing of days that shared what is left, when the share is of the interest in the end', () => {
    const later = terms({ activities: '10' }, { bases: { activities: 'interest-collected' } });
    const days = month('2026-10', 0n, 1_000n, terms({ activities: '50' })).map((day, index) =>
      index < 30 ? day : { ...day, interest: 200n, terms: later },
    );
    expect(splitInterest(days).parts).toMatchObject({ activities: 20n, supplement: 1_180n });
  });

  it('names the spans in which each rate held, by which version of the contract', () => {
    const later = terms({ provision: '0.5', activities: '10' });
    const days = month('2026-10', 100n, 50n, terms({ provision: '0.75', activities: '10' })).map((day) =>
      day.day < '2026-10-11'
        ? day
        : {
            ...day,
            terms: {
              ...later,
              provision: { ...later.provision, contract: { number: '01/HĐUT', version: 2 } },
            },
          },
    );
    expect(splitLines(days, splitInterest(days))).toMatchObject([
      { term: 'risk-provision-rate', from: '2026-10-01', to: '2026-10-10', days: 10, baseAmount: 1000n },
      {
        term: 'risk-provision-rate',
        from: '2026-10-11',
        to: '2026-10-31',
        days: 21,
        baseAmount: 2100n,
        contract: { version: 2 },
      },
      { term: 'management-fee-rate', days: 31, baseAmount: 3100n },
      { term: 'steering-activities-share', from: '2026-10-01', to: '2026-10-31', days: 31, baseAmount: 50n },
    ]);
    const opened = month('2026-10', 0n, 0n, null).map((day) => ({
      ...day,
      terms: day.day < '2026-10-30' ? null : terms({}),
    }));
    expect(splitLines(opened, splitInterest(opened))).toMatchObject([
      { from: '2026-10-30', to: '2026-10-31', days: 2 },
      { from: '2026-10-30', days: 2 },
    ]);
  });
});

/** A source that had received so much that nothing taken back is missing. */
const SOURCE: CapitalSource = {
  sourceId: 's',
  version: 1,
  investorId: 'i',
  kind: 'entrusted',
  contractNumber: '1',
  openedOn: '2026-01-01',
  lastEntryOn: '2026-01-01',
  handedOver: null,
  committed: vnd(0),
  balances: {
    ...emptyBalances(SOURCE_ACCOUNTS),
    'cash-unallocated': vnd(10n ** 12n),
    'entrusted-capital': vnd(10n ** 12n),
  },
  chain: EMPTY_CHAIN,
};

const rate = fc.integer({ min: 0, max: 40_000_000 }).map((millionths) => {
  const [whole, rest] = [Math.floor(millionths / 1_000_000), millionths % 1_000_000];
  return `${whole.toString()}.${rest.toString().padStart(6, '0')}`;
});

const amount = (most: bigint) => fc.bigInt({ min: 0n, max: most });

const someTerms = fc
  .record({ provision: rate, fee: rate, cap: fc.option(rate, { nil: undefined }), activities: rate })
  .chain(({ cap, ...rates }) =>
    fc
      .constantFrom<SplitTerms['rest']>('entrusted-capital', 'risk-provision', 'steering-activities')
      .map((rest) => terms({ ...rates, ...(cap === undefined ? {} : { cap }) }, { rest })),
  );

const someMonth = fc
  .record({
    name: fc.constantFrom('2026-02', '2028-02', '2026-04', '2026-10'),
    held: someTerms,
    later: someTerms,
    // Beside so much interest, the balances ask for a little of it, for about all, or for more than all.
    scale: fc.constantFrom(10n, 100n, 1_000n),
    balances: fc.array(amount(10n ** 10n), { minLength: 31, maxLength: 31 }),
    interest: fc.array(amount(10n ** 9n), { minLength: 31, maxLength: 31 }),
  })
  .map(({ name, held, later, scale, balances, interest }): SplitDay[] =>
    daysOfMonth(name).map((day, index) => ({
      day,
      performing: scale * (balances[index] ?? 0n),
      interest: interest[index] ?? 0n,
      terms: index < 15 ? held : later,
    })),
  );

/** What became known of a month later: interest more, principal less. */
const someLateFacts = fc.array(
  fc.record({ index: fc.nat(27), interest: amount(10n ** 9n), returned: amount(10n ** 12n) }),
  { maxLength: 6 },
);

type LateFact = { readonly index: number; readonly interest: bigint; readonly returned: bigint };

const withFact = (days: readonly SplitDay[], { index, interest, returned }: LateFact): SplitDay[] =>
  days.map((day, at) => ({
    ...day,
    interest: at === index ? day.interest + interest : day.interest,
    performing: at < index || day.performing < returned ? day.performing : day.performing - returned,
  }));

test.prop([someMonth])(
  'the parts sum to the interest, none is below zero, and what is due is served or short',
  (days) => {
    const { collected, parts, due, short, left } = splitInterest(days);
    expect(sum(parts)).toBe(collected);
    for (const part of Object.values(parts) as bigint[]) expect(part).toBeGreaterThanOrEqual(0n);
    for (const name of ['provision', 'fee', 'activities'] as const) {
      expect(short[name]).toBeGreaterThanOrEqual(0n);
      expect(parts[name] + short[name]).toBeGreaterThanOrEqual(due[name]);
    }
    expect(left).toBeLessThanOrEqual(collected);
  },
);

test.prop([someMonth, someLateFacts])(
  'reruns after late facts end at the split of one run, and every identity holds after each',
  (days, facts) => {
    // In another order the same facts need not all find principal left to return, so they are applied first.
    const known: SplitDay[][] = [days];
    for (const fact of facts) known.push(withFact(known.at(-1) ?? days, fact));
    let source = SOURCE;
    let already = NOTHING_SPLIT;
    for (const now of known) {
      const { parts, collected } = splitInterest(now);
      source = postSplit(source, differenceOf(parts, already), '2028-12-01').source;
      already = parts;
      const { balances } = source;
      expect(balances['interest-drawn']).toBe(
        balances['interest-distributed'] + balances['management-fee'] + balances['steering-activities'],
      );
      expect(balances['interest-drawn']).toBe(collected);
      expect(balances['cash-provision']).toBe(balances['risk-provision']);
      expect(fundOf({ ...balances, 'capital-written-off': 0n })).toBe(balances['cash-unallocated']);
    }
    const last = known.at(-1) ?? days;
    const once = postSplit(SOURCE, splitInterest(last).parts, '2028-12-01').source;
    expect(source.balances).toEqual(once.balances);
  },
);

const inTwoOrders = someLateFacts.chain((facts) =>
  fc.tuple(
    fc.constant(facts),
    fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
  ),
);

test.prop([someMonth, inTwoOrders])(
  'late interest in any order ends at one split',
  (days, [facts, shuffled]) => {
    const run = (order: readonly LateFact[]): SplitParts => {
      let now = days;
      let posted = splitInterest(now).parts;
      for (const fact of order) {
        now = withFact(now, { ...fact, returned: 0n });
        posted = added(posted, differenceOf(splitInterest(now).parts, posted));
      }
      return posted;
    };
    expect(run(shuffled)).toEqual(run(facts));
  },
);

function added(one: SplitParts, other: SplitParts): SplitParts {
  return differenceOf(one, differenceOf(NOTHING_SPLIT, other));
}
