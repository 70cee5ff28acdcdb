import { describe, expect, test } from 'vitest';
import { parseRate } from '#shared/domain/rate.ts';
import { day, lent, paid } from '#test/support/engine-terms.ts';
import type { Fact } from './facts.ts';
import { historyOf } from './history.ts';
import type { History } from './history.ts';

const ON = day('2026-03-02');

const of = (...facts: readonly Fact[]): History => historyOf(facts, day('2027-01-01'), null);

test('a loan without facts has no history', () => {
  const nothing: History = { tranches: [], changes: [], money: [], calendar: [], free: [], freezes: [] };
  expect(of()).toEqual(nothing);
  expect(of({ type: 'transfer', on: ON }, { type: 'representative-change', on: ON })).toEqual(nothing);
});

describe('whatever the order of arrival', () => {
  test('money of one day acts as payments and waivers by their ids, rollover, write-off, recoveries', () => {
    const inOrder: Fact[] = [
      paid('2026-03-01', 1, 'z'),
      { type: 'waiver', id: 'a', on: ON, amount: 9 },
      paid('2026-03-02', 5, 'b'),
      paid('2026-03-02', 2, 'c'),
      { type: 'waiver', id: 'd', on: ON, amount: 1 },
      { type: 'rollover', on: ON, to: day('2027-03-02') },
      { type: 'write-off', on: ON },
      { type: 'recovery', id: 'a', on: ON, amount: 3 },
    ];
    expect(of(...inOrder).money).toEqual(inOrder);
    expect(of(...inOrder.toReversed()).money).toEqual(inOrder);
  });

  test('of one id the smaller amount comes first', () => {
    const [less, more] = [paid('2026-03-02', 1, 'b'), paid('2026-03-02', 2, 'b')];
    expect(of(less, more).money).toEqual([less, more]);
    expect(of(more, less).money).toEqual([less, more]);
  });

  test('tranches are ordered by day, on one day by amount', () => {
    const inOrder = [lent('2026-02-01', 7), lent('2026-03-02', 5), lent('2026-03-02', 6)];
    expect(of(...inOrder.toReversed()).tranches).toEqual(inOrder);
  });

  test('decisions of one day: first due date, moves, adjustments, extension, rollover', () => {
    const from = day('2026-05-15');
    const inOrder: Fact[] = [
      { type: 'rollover', on: day('2026-03-01'), to: from },
      { type: 'first-due-set', on: ON, due: from },
      { type: 'first-due-set', on: ON, due: from + 1 },
      { type: 'due-date-move', on: ON, from, to: from + 9 },
      { type: 'due-date-move', on: ON, from: from + 1, to: from + 1 },
      { type: 'due-date-move', on: ON, from: from + 1, to: from + 2 },
      { type: 'instalment-adjustment', on: ON, from, to: from + 30 },
      { type: 'extension', on: ON, to: day('2027-05-15') },
      { type: 'rollover', on: ON, to: from },
      { type: 'first-due-set', on: day('2026-03-03'), due: from },
    ];
    expect(of(...inOrder).calendar).toEqual(inOrder);
    expect(of(...inOrder.toReversed()).calendar).toEqual(inOrder);
  });

  test('a move that names no day of its own counts from the day it moves', () => {
    const unnamed: Fact = { type: 'due-date-move', from: day('2026-05-15'), to: day('2026-05-20') };
    const extension = (on: string): Fact => ({ type: 'extension', on: day(on), to: day('2027-05-15') });
    const inOrder = [extension('2026-05-14'), unnamed, extension('2026-05-15'), extension('2026-05-16')];
    expect(of(...inOrder.toReversed()).calendar).toEqual(inOrder);
  });
});

describe('a fact counts', () => {
  const late: Fact = { ...paid('2026-03-02', 5), recordedAt: '2026-04-01T00:00:00.000Z' };
  const amounts = (asOf: string, knownOn: string | null, ...facts: Fact[]) =>
    historyOf(facts, day(asOf), knownOn).money.length;

  test('from its day on', () => {
    expect(amounts('2026-03-02', null, late)).toBe(1);
    expect(amounts('2026-03-01', null, late)).toBe(0);
  });

  test('once it is recorded, and always when it does not say when that was', () => {
    expect(amounts('2026-05-01', '2026-03-31T23:59:59.999Z', late)).toBe(0);
    expect(amounts('2026-05-01', '2026-04-01T00:00:00.000Z', late)).toBe(1);
    expect(amounts('2026-05-01', '2020-01-01T00:00:00.000Z', paid('2026-03-02', 5))).toBe(1);
  });

  test('until it is reversed', () => {
    const reversal: Fact = { type: 'reversal', target: 'b', on: ON };
    const off: Fact = { type: 'write-off', on: ON };
    expect(of(lent('2026-02-01', 7), off, paid('2026-03-02', 5, 'b'), reversal)).toMatchObject({
      tranches: [lent('2026-02-01', 7)],
      money: [off],
    });
  });
});

test('a rate that begins twice on a day is the same rate, or no history', () => {
  const change = (on: string, percent: string): Fact => ({
    type: 'rate-change',
    on: day(on),
    rate: parseRate(percent),
  });
  const twice = [change('2026-03-02', '6'), change('2026-03-02', '6')];
  expect(of(...twice, change('2026-03-01', '5')).changes).toEqual([change('2026-03-01', '5'), ...twice]);
  expect(() => of(...twice, change('2026-03-02', '5'))).toThrow('facts-contradict');
});

describe('nights without interest', () => {
  test('of a pause are those before its days, as known from the day it was decided', () => {
    const pause: Fact = { type: 'interest-pause', from: day('2026-05-02'), to: day('2026-05-09') };
    // The interest of 2 May is that of the night from the 1st.
    const nights = { replacedOn: Infinity, from: day('2026-05-01'), to: day('2026-05-09') };
    expect(of(pause).free).toEqual([{ ...nights, on: -Infinity }]);
    expect(of({ ...pause, on: ON }).free).toEqual([{ ...nights, on: ON }]);
  });

  test('of a freeze that ends early were known to last longer until then', () => {
    const [until, end] = [day('2026-08-31'), day('2026-06-01')];
    const { free, freezes } = of({ type: 'freeze-end', on: end }, { type: 'freeze', on: ON, until });
    expect(free).toEqual([
      { on: ON, replacedOn: end, from: ON, to: until + 1 },
      { on: end, replacedOn: Infinity, from: ON, to: end },
    ]);
    expect(freezes).toEqual([{ from: ON, until: end - 1 }]);
  });
});
