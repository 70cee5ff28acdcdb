import * as z from 'zod/mini';

/** How a proposal was decided, as every kind of proposal keeps it. */
export const DecidedSchema = z.object({
  outcome: z.enum(['approved', 'rejected', 'withdrawn']),
  by: z.string(),
  at: z.string(),
  reason: z.nullable(z.string()),
});
