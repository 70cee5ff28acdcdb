import * as z from 'zod/mini';

export const MonthSchema = z.string().check(
  // Of the years that days run over: every month taken has its days.
  z.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/),
  z.meta({ id: 'Month', description: 'Calendar month in Viet Nam', examples: ['2026-10'] }),
);
