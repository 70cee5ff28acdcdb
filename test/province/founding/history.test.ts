import { expect, test } from 'vitest';
import { FOUNDING_SOURCES } from './history.ts';
import { NATIONAL_TABLE } from './national-table.ts';

const totalOn = (day: string, isCounted: (kind: string) => boolean): number =>
  FOUNDING_SOURCES.filter(({ kind }) => isCounted(kind))
    .flatMap(({ receipts }) => receipts)
    .filter(({ on }) => on <= day)
    .reduce((sum, { amount }) => sum + amount, 0);
const entrusted = (kind: string): boolean => kind === 'entrusted';

test('the sums of the founding text and of the press come out, in millions of đồng', () => {
  expect(totalOn('2014-11-22', entrusted)).toBe(36_100);
  expect(totalOn('2023-07-31', entrusted)).toBe(1_020_300);
  expect(totalOn('2023-07-31', () => true)).toBe(4_435_300);
  expect(totalOn('2024-12-31', entrusted) - totalOn('2023-12-31', entrusted)).toBe(492_300);
  expect(totalOn('2024-12-31', entrusted)).toBe(1_650_000);
  expect(totalOn('2024-12-31', () => true)).toBe(5_348_000);
});

test('every receipt is of whole millions, comes after its source was opened, and in the order of the days', () => {
  for (const { openedOn, receipts } of FOUNDING_SOURCES) {
    const days = receipts.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    expect((days[0] ?? '') > openedOn).toBe(true);
    expect(receipts.every(({ amount }) => Number.isInteger(amount) && amount > 0)).toBe(true);
  }
});

test('the whole history is far fewer acts than would keep somebody waiting', () => {
  const acts = FOUNDING_SOURCES.reduce((sum, { receipts }) => sum + 2 + receipts.length, 0);
  expect(acts).toBeLessThan(150);
});

test('the national table names each of the 63 provinces once', () => {
  expect(new Set(NATIONAL_TABLE.rows.map(({ provinceId }) => provinceId)).size).toBe(63);
  expect(NATIONAL_TABLE.rows).toHaveLength(63);
});
