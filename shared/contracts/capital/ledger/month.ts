import * as z from 'zod/mini';

export const MonthSchema = z
  .string()
  .check(
    z.regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    z.meta({ id: 'Month', description: 'Calendar month in Viet Nam', examples: ['2026-10'] }),
  );
