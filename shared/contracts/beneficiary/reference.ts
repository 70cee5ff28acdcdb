import * as z from 'zod/mini';
import {
  AreaIdSchema,
  ConfidenceSchema,
  DaySchema,
  GivenVndSchema,
  LegalSourceSchema,
  ShortTextSchema,
  SlugSchema,
  lineOf,
} from '../common.ts';
import { CapitalKindSchema } from './events.ts';

/** Reference records of the beneficiary service: what a PUT takes is what a GET gives back. */

const NoteSchema = z.optional(z.string().check(z.maxLength(600)));

const AreaFlagSchema = z
  .strictObject({
    flag: z.enum(['mountainous', 'ethnic-minority-area', 'land-border', 'island']),
    /** null: not known to be either. */
    value: z.nullable(z.boolean()),
    from: z.nullable(DaySchema),
    to: z.nullable(DaySchema),
    source: lineOf(300),
    confidence: ConfidenceSchema,
    note: NoteSchema,
  })
  .check(z.meta({ id: 'AreaFlag', description: 'A dated property of an area that programmes refer to' }));

export const AreaKindSchema = z
  .enum(['province', 'city', 'town', 'district', 'commune', 'ward', 'township', 'special-zone'])
  .check(
    z.meta({
      id: 'AreaKind',
      description: 'Kind of unit; city, town, district and township are former ones',
    }),
  );

export const AreaLevelSchema = z
  .enum(['province', 'district', 'commune'])
  .check(z.meta({ id: 'AreaLevel', description: 'Level of an area; districts ended on 2025-06-30' }));

export const UrbanRuralSchema = z.enum(['urban', 'rural']).check(z.meta({ id: 'UrbanRural' }));

export const AreaContentSchema = z.strictObject({
  areaId: AreaIdSchema,
  code: z
    .string()
    .check(z.regex(/^\d{2}(\d{1}|\d{3})?$/), z.meta({ description: 'Official code; reused over time' })),
  nameVi: ShortTextSchema,
  nameAscii: z.optional(ShortTextSchema),
  kind: AreaKindSchema,
  parentId: z.nullable(AreaIdSchema),
  /** null: the start is not known. */
  validFrom: z.nullable(DaySchema),
  /** Last day of validity; null: in force. */
  validTo: z.nullable(DaySchema),
  urbanRural: z.nullable(UrbanRuralSchema),
  formedFrom: z
    .array(z.strictObject({ areaId: AreaIdSchema, extent: z.enum(['whole', 'part']) }))
    .check(z.maxLength(40)),
  successors: z.array(AreaIdSchema).check(z.maxLength(40)),
  flags: z.array(AreaFlagSchema).check(z.maxLength(20)),
  source: LegalSourceSchema,
});

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

const RequirementSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('category'),
      categories: z.array(SlugSchema).check(z.minLength(1), z.maxLength(10)),
    }),
    z.strictObject({
      kind: z.literal('escaped-within-months'),
      months: z.int().check(z.minimum(1), z.maximum(120)),
    }),
    z.strictObject({ kind: z.literal('commune-confirmation') }),
  ])
  .check(
    z.meta({ id: 'EligibilityRequirement', description: 'One thing the law asks of the borrower household' }),
  );

const CapitalKindsSchema = z.array(CapitalKindSchema).check(z.maxLength(3));

const EligibilityVersionSchema = z
  .strictObject({
    from: DaySchema,
    to: z.nullable(DaySchema),
    /** All of them must be met. */
    requires: z.array(RequirementSchema).check(z.minLength(1), z.maxLength(3)),
    ruralOnly: z.boolean(),
    /** Kinds of capital by the list that makes the household eligible; unlisted: no list is asked for. */
    capital: z.strictObject({
      national: CapitalKindsSchema,
      province: CapitalKindsSchema,
      unlisted: CapitalKindsSchema,
    }),
    source: LegalSourceSchema,
    note: NoteSchema,
  })
  .check(z.meta({ id: 'EligibilityVersion', description: 'Who may borrow, as the law said in a period' }));

export const EligibilityRulesContentSchema = z.strictObject({
  programmeId: SlugSchema,
  versions: z.array(EligibilityVersionSchema).check(z.minLength(1), z.maxLength(20)),
});
