import { fc, test } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  businessDay,
  businessDayOf,
  daysBetween,
  isBusinessDay,
  isWithin,
} from './business-day.ts';

const days = fc
  .integer({ min: -36_500, max: 60_000 })
  .map((offset) => businessDay(Temporal.PlainDate.from('2000-01-01').add({ days: offset }).toString()));

describe('business days agree with Temporal', () => {
  test.prop([days, fc.integer({ min: -2_000, max: 2_000 })])('when adding days', (day, count) => {
    expect(addDays(day, count)).toBe(Temporal.PlainDate.from(day).add({ days: count }).toString());
  });

  test.prop([days, fc.integer({ min: -400, max: 400 })])('when adding months', (day, count) => {
    expect(addMonths(day, count)).toBe(Temporal.PlainDate.from(day).add({ months: count }).toString());
  });

  test.prop([days, days])('when counting nights', (from, to) => {
    expect(daysBetween(from, to)).toBe(Temporal.PlainDate.from(from).until(to).days);
  });

  test.prop([fc.integer({ min: 0, max: 4_000_000_000_000 })])(
    'when reading the day in Ho Chi Minh City',
    (epochMs) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
      if (zoned.year >= 1976) expect(businessDayOf(epochMs)).toBe(zoned.toPlainDate().toString());
    },
  );
});

describe('business days', () => {
  it('are from 1900 to 2199', () => {
    expect(['1900-01-01', '2199-12-31', '2000-02-29'].map(isBusinessDay)).toEqual([true, true, true]);
    expect(['1899-12-31', '2200-01-01', '9999-12-31', '0000-00-00'].map(isBusinessDay)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(() => businessDay('2200-01-01')).toThrow(RangeError);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-01-01T00:00', ''])(
    'does not take %j for a day',
    (text) => {
      expect(isBusinessDay(text)).toBe(false);
    },
  );

  it('counts month ends from the first date', () => {
    const start = businessDay('2026-01-31');
    expect([1, 2, 13].map((months) => addMonths(start, months))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2027-02-28',
    ]);
  });

  it('includes both ends of a validity and treats null as open', () => {
    expect(isWithin('2025-06-30', null, '2025-06-30')).toBe(true);
    expect(isWithin('2025-07-01', null, '2025-06-30')).toBe(false);
    expect(isWithin('2025-07-01', '2025-07-01', null)).toBe(true);
  });
});
