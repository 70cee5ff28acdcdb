import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addMonths, businessDay } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import {
  changeOfLeaf,
  expectedByMonth,
  UNKNOWN_LOAN,
  withFreeze,
  withPosition,
} from './expected-principal.ts';
import type { ExpectedLoan } from './expected-principal.ts';
import { assertAssumption, assumptionFor, demandOf, meanLent, writeOffOf } from './forecast-assumptions.ts';
import type { Assumption } from './forecast-assumptions.ts';
import { firstShortfall, forecast, monthsFrom } from './forecast.ts';

const ON = businessDay('2026-01-15');

const leaf = { sourceId: 's', programmeId: 'p', communeId: 'c' };

const lentOf = (principals: readonly number[]): NonNullable<ExpectedLoan['lent']> => ({
  leaf,
  on: ON,
  amount: BigInt(principals.reduce((sum, one) => sum + one, 0)),
  instalments: principals.map((principal, index) => ({
    due: addMonths(ON, index + 1),
    principal: vnd(principal),
  })),
});

const monthsOf = (loan: ExpectedLoan): Record<string, bigint> => Object.fromEntries(expectedByMonth(loan));

describe('what a loan is expected to bring back', () => {
  const lent = { ...UNKNOWN_LOAN, lent: lentOf([10, 10, 10]) };

  it('is its schedule, and after repayments the last instalments of it', () => {
    expect(monthsOf(lent)).toEqual({ '2026-02': 10n, '2026-03': 10n, '2026-04': 10n });
    const paid = withPosition(lent, { version: 4, outstanding: 15n });
    expect(monthsOf(paid)).toEqual({ '2026-03': 5n, '2026-04': 10n });
    expect(monthsOf(withPosition(paid, { version: 5, outstanding: 0n }))).toEqual({});
    expect(withPosition(paid, { version: 3, outstanding: 30n })).toBe(paid);
  });

  it('waits for the end of a freeze', () => {
    const frozen = withFreeze(lent, { version: 3, until: '2026-04-01' });
    expect(monthsOf(frozen)).toEqual({ '2026-04': 30n });
    expect(withFreeze(frozen, { version: 2, until: '2027-01-01' })).toBe(frozen);
  });

  it('is told apart for twenty years', () => {
    const long = { ...lentOf([1]), instalments: [{ due: addMonths(ON, 300), principal: vnd(1) }] };
    expect(monthsOf({ ...UNKNOWN_LOAN, lent: long })).toEqual({ '2046-01': 1n });
  });
});

type Step = (loan: ExpectedLoan) => ExpectedLoan;

const histories = fc
  .record({
    principals: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 24 }),
    acts: fc.array(fc.record({ share: fc.integer({ min: 0, max: 100 }), isFreeze: fc.boolean() }), {
      maxLength: 8,
    }),
    seeds: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ principals, acts, seeds }) => {
    const lent = lentOf(principals);
    const steps: Step[] = [(loan) => (loan.lent === null ? { ...loan, lent } : loan)];
    for (const [index, { share, isFreeze }] of acts.entries()) {
      const version = index + 2;
      steps.push((loan) =>
        isFreeze
          ? withFreeze(loan, { version, until: addMonths(ON, share) })
          : withPosition(loan, { version, outstanding: (lent.amount * BigInt(share)) / 100n }),
      );
    }
    const shuffled = steps
      .map((step, index) => ({ step, at: seeds[index] ?? 0 }))
      .sort((a, b) => a.at - b.at)
      .map(({ step }) => step);
    return { lent, steps, shuffled: [...shuffled, ...shuffled.slice(0, 2)] };
  });

prop.prop([histories])(
  'events in any order, and twice, leave the same sums, and they are what is outstanding',
  ({ lent, steps, shuffled }) => {
    const replay = (acts: readonly Step[]) => {
      const [due, lentIn] = [new Map<string, bigint>(), new Map<string, bigint>()];
      let loan = UNKNOWN_LOAN;
      for (const act of acts) {
        const after = act(loan);
        const change = changeOfLeaf(loan, after);
        for (const [sums, added] of [
          [due, change?.due],
          [lentIn, change?.lent],
        ] as const) {
          for (const [month, amount] of added ?? []) sums.set(month, (sums.get(month) ?? 0n) + amount);
        }
        loan = after;
      }
      return { loan, due: new Map([...due].filter(([, amount]) => amount !== 0n)), lentIn };
    };
    const [inOrder, anyhow] = [replay(steps), replay(shuffled)];
    const sorted = (sums: ReadonlyMap<string, bigint>) => [...sums].sort();
    expect(sorted(anyhow.due)).toEqual(sorted(inOrder.due));
    expect(sorted(anyhow.due)).toEqual(sorted(expectedByMonth(anyhow.loan)));
    expect(anyhow.lentIn).toEqual(new Map([['2026-01', lent.amount]]));
    const outstanding = inOrder.loan.position?.outstanding ?? lent.amount;
    expect([...anyhow.due.values()].reduce((sum, one) => sum + one, 0n)).toBe(outstanding);
  },
);

const amounts = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(vnd);

const inputs = fc
  .record({
    cash: amounts,
    reserved: amounts,
    months: fc.array(
      fc.record({
        principalDue: amounts,
        tranches: amounts,
        demand: amounts,
        lostPercent: fc.bigInt({ min: 0n, max: 100n }),
      }),
      { minLength: 1, maxLength: 60 },
    ),
    newLoanMonths: fc.option(fc.integer({ min: 1, max: 80 })),
  })
  .map(({ cash, reserved, months, newLoanMonths }) => ({
    opening: vnd(cash + reserved),
    reserved,
    newLoanMonths,
    months: months.map(({ lostPercent, ...month }, index) => ({
      ...month,
      month: addMonths(ON, index).slice(0, 7),
      writeOff: vnd((month.principalDue * lostPercent) / 100n),
    })),
  }));

prop.prop([inputs])(
  'every month closes with what it opened with and what came and went; nothing is lent twice',
  (input) => {
    const rows = forecast(input);
    let cash = input.opening;
    for (const row of rows) {
      expect(row.opening).toBe(cash);
      const came = row.principalDue - row.writeOff + row.tranches + row.newLoanReturns;
      expect(row.closing).toBe(row.opening + came - row.reservations - row.lent);
      expect(row.closing >= 0n).toBe(true);
      expect(row.lent + row.shortfall).toBe(row.demand);
      if (row.shortfall > 0n) expect(row.closing).toBe(0n);
      cash = row.closing;
    }
    const sum = (pick: (row: (typeof rows)[number]) => bigint): bigint =>
      rows.reduce((all, row) => all + pick(row), 0n);
    expect(sum((row) => row.reservations)).toBe(input.reserved);
    expect(sum((row) => row.newLoanReturns) <= sum((row) => row.lent + row.reservations)).toBe(true);
    expect(firstShortfall(rows)).toBe(rows.find((row) => row.demand > row.lent)?.month ?? null);
  },
);

it('lends again what new lending brings back, in equal parts', () => {
  const month = (name: string, demand: bigint) => ({
    month: name,
    principalDue: ZERO_VND,
    writeOff: ZERO_VND,
    tranches: ZERO_VND,
    demand: vnd(demand),
  });
  const rows = forecast({
    opening: vnd(100),
    reserved: ZERO_VND,
    newLoanMonths: 3,
    months: [month('2026-01', 100n), month('2026-02', 50n), month('2026-03', 0n), month('2026-04', 0n)],
  });
  expect(
    rows.map(({ newLoanReturns, lent, shortfall, closing }) => [newLoanReturns, lent, shortfall, closing]),
  ).toEqual([
    [0n, 100n, 0n, 0n],
    [33n, 33n, 17n, 0n],
    [44n, 0n, 0n, 44n],
    [45n, 0n, 0n, 89n],
  ]);
});

describe('assumptions', () => {
  const one = (given: Partial<Assumption>): Assumption => ({
    assumptionId: 'a',
    kind: 'monthly-demand',
    sourceId: null,
    programmeId: null,
    communeId: null,
    from: '2026-01-01',
    to: null,
    ...given,
  });
  const place = { sourceId: 's', programmeId: 'p', communeId: 'c' };

  it('count by the narrowest scope, then by the latest day', () => {
    const all = [
      one({ assumptionId: 'wide', amount: vnd(1) }),
      one({ assumptionId: 'later', amount: vnd(2), from: '2026-03-01' }),
      one({ assumptionId: 'narrow', amount: vnd(3), programmeId: 'p', communeId: 'c', to: '2026-06-30' }),
      one({ assumptionId: 'elsewhere', amount: vnd(4), sourceId: 'other', programmeId: 'p', communeId: 'c' }),
    ];
    const named = (day: string) => assumptionFor(all, 'monthly-demand', place, day)?.assumptionId;
    expect(named('2026-02-01')).toBe('narrow');
    expect(named('2026-07-01')).toBe('later');
    expect(named('2025-07-01')).toBeUndefined();
  });

  it('choose between what is assumed and the mean of the last twelve whole months', () => {
    const lent = new Map([
      ['2025-06', 7n],
      ['2025-07', 60n],
      ['2026-06', 61n],
      ['2026-07', 500n],
    ]);
    expect(meanLent(lent, '2026-07-20')).toBe(10n);
    const basis = one({ kind: 'demand-basis', basis: 'assumed' });
    const asked = one({ amount: vnd(99) });
    const demand = (all: readonly Assumption[]) => demandOf(all, place, '2026-07-20', { mean: 10n });
    expect(demand([asked])).toMatchObject({ basis: 'mean-of-12-months', amount: 10n });
    expect(demand([basis])).toMatchObject({ basis: 'mean-of-12-months', amount: 10n });
    expect(demand([basis, asked])).toMatchObject({ basis: 'assumed', amount: 99n });
  });

  it('say what will not come back, rounded half up', () => {
    const share = one({ kind: 'write-off-share', percent: parseRate('0.5') });
    expect(writeOffOf(100n, share)).toBe(1n);
    expect(writeOffOf(99n, share)).toBe(0n);
    expect(writeOffOf(99n, null)).toBe(0n);
  });

  it('say one thing each', () => {
    expect(() => {
      assertAssumption(one({ amount: vnd(1) }));
    }).not.toThrow();
    for (const wrong of [
      one({}),
      one({ amount: vnd(1), months: 3 }),
      one({ kind: 'write-off-share', amount: vnd(1) }),
      one({ kind: 'write-off-share', percent: parseRate('100.000001') }),
    ]) {
      expect(() => {
        assertAssumption(wrong);
      }).toThrow('forecast-assumption-refused');
    }
  });
});

it('counts calendar months from that of a day', () => {
  expect(monthsFrom('2026-11-24', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
});
