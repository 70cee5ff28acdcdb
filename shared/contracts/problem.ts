import * as z from 'zod/mini';
import { TextSchema } from './common.ts';

/** RFC 9457 problem details as every error of the platform is answered, media type application/problem+json. */
export const ProblemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    title: TextSchema,
    /** What the person can do. */
    detail: TextSchema,
    /** Numbers and names that make the error concrete, such as the amount that is missing. */
    facts: z.optional(
      z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    ),
    errors: z.optional(z.array(z.object({ pointer: z.string(), detail: TextSchema }))),
    correlationId: z.string(),
  })
  .check(z.meta({ id: 'Problem', description: 'What went wrong and what to do, in Vietnamese and English' }));

export type Problem = z.infer<typeof ProblemSchema>;
