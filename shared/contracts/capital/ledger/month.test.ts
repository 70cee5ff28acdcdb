import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { MonthSchema } from './month.ts';

test.each(['1900-01', '2026-10', '2199-12'])('the month %s is taken', (text) => {
  expect(z.safeParse(MonthSchema, text).success).toBe(true);
});

test.each(['0000-01', '1899-12', '2200-01', '2026-00', '2026-13', '2026-1', '2026-10-01'])(
  '%s is no month of the days that are kept',
  (text) => {
    expect(z.safeParse(MonthSchema, text).success).toBe(false);
  },
);
