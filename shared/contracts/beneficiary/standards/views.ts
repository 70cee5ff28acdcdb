import * as z from 'zod/mini';
import { NoteSchema, UrbanRuralSchema } from '#shared/contracts/beneficiary/areas/views.ts';
import {
  ConfidenceSchema,
  DaySchema,
  GivenVndSchema,
  LegalSourceSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';

const IncomeRuleSchema = z
  .strictObject({
    category: SlugSchema,
    area: UrbanRuralSchema,
    /** Đồng a person and month. */
    maxIncome: z.nullable(GivenVndSchema),
    minIncomeExclusive: z.nullable(GivenVndSchema),
    /** Number of lacking indicators. */
    minLacking: z.nullable(z.int().check(z.minimum(0), z.maximum(30))),
    maxLacking: z.nullable(z.int().check(z.minimum(0), z.maximum(30))),
    confidence: z.optional(ConfidenceSchema),
  })
  .check(
    z.meta({ id: 'PovertyRule', description: 'Which category an income and number of deprivations give' }),
  );

export const PovertyStandardContentSchema = z.strictObject({
  standardId: SlugSchema,
  scope: z.enum(['national', 'province']),
  from: DaySchema,
  to: z.nullable(DaySchema),
  indicatorsTotal: z.nullable(z.int().check(z.minimum(0), z.maximum(30))),
  /** The first rule that fits gives the category; none: no category by this standard. */
  rules: z.array(IncomeRuleSchema).check(z.maxLength(30)),
  source: LegalSourceSchema,
  note: NoteSchema,
});

export const PovertyStandardSchema = z
  .object({ ...PovertyStandardContentSchema.shape })
  .check(
    z.meta({ id: 'PovertyStandard', description: 'A poverty standard with its lines and legal source' }),
  );
