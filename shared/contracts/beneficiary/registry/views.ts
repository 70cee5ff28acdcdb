import * as z from 'zod/mini';
import { DayCodec, GivenVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  CommuneIdSchema,
  DecisionSchema,
  IdSchema,
  lineOf,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';

const StandardScopeSchema = z
  .enum(['national', 'province'])
  .check(z.meta({ id: 'StandardScope', description: 'National or provincial' }));

const PersonInputSchema = z
  .strictObject({
    personId: IdSchema,
    fullName: ShortTextSchema,
    birthDate: DayCodec,
    sex: z.enum(['male', 'female']),
    nationalId: z.optional(
      z.string().check(z.regex(/^\d{12}$/), z.meta({ description: 'Number of the citizen card, 12 digits' })),
    ),
    phone: z.optional(z.string().check(z.regex(/^0\d{9}$/), z.meta({ examples: ['0912345678'] }))),
    relation: z.enum(['head', 'spouse', 'child', 'parent', 'grandparent', 'grandchild', 'sibling', 'other']),
    ethnicity: z.optional(lineOf(40)),
  })
  .check(z.meta({ id: 'PersonInput', description: 'A member of the household' }));

export const RegisterHouseholdSchema = z.strictObject({
  householdId: IdSchema,
  communeId: CommuneIdSchema,
  villageName: ShortTextSchema,
  address: z.optional(ShortTextSchema),
  representativeId: IdSchema,
  persons: z.array(PersonInputSchema).check(z.minLength(1), z.maxLength(20)),
  effectiveOn: z.optional(DayCodec),
});

export const RecordClassificationSchema = z.strictObject({
  standardId: SlugSchema,
  /** A category of the standard, or `escaped-poverty`: removed from the list, which starts the 36 months. */
  category: SlugSchema,
  /** Đồng a person and month. */
  incomePerPerson: GivenVndCodec,
  lacking: z.int().check(z.minimum(0), z.maximum(30)),
  decision: DecisionSchema,
  /** First day the class holds; today when absent. */
  effectiveOn: z.optional(DayCodec),
  expectedVersion: z.optional(z.int().check(z.minimum(1))),
});

const PersonSchema = z
  .object({
    personId: IdSchema,
    fullName: z.string(),
    birthDate: DayCodec,
    sex: z.enum(['male', 'female']),
    /** Whole for the commune's own officers; else its last four digits behind dots. */
    nationalId: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    relation: z.string(),
    ethnicity: z.nullable(z.string()),
  })
  .check(z.meta({ id: 'Person', description: 'A member of a household' }));

const ClassificationSchema = z
  .object({
    standardId: SlugSchema,
    standardRevision: z.int(),
    scope: StandardScopeSchema,
    category: SlugSchema,
    from: DayCodec,
    /** Last day the class can hold, the end of its standard; null for an escape, which programmes count by months. */
    until: z.nullable(DayCodec),
    /** Whether it is the class in force at its level on the day asked for. */
    inForce: z.boolean(),
    incomePerPerson: VndCodec,
    lacking: z.int(),
    decision: DecisionSchema,
    recordedBy: z.string(),
    recordedAt: z.string(),
  })
  .check(
    z.meta({
      id: 'Classification',
      description: 'A recognised class of the household, and under which standard',
    }),
  );

export const HouseholdSchema = z
  .object({
    householdId: IdSchema,
    version: z.int(),
    communeId: CommuneIdSchema,
    villageName: z.string(),
    address: z.nullable(z.string()),
    representativeId: IdSchema,
    registeredOn: DayCodec,
    registeredBy: z.string(),
    persons: z.array(PersonSchema),
    /** Newest first. */
    classifications: z.array(ClassificationSchema),
    asOf: DayCodec,
  })
  .check(z.meta({ id: 'Household', description: 'A household with its persons and classes as of a day' }));

export const HouseholdRowSchema = z
  .object({
    householdId: IdSchema,
    villageName: z.string(),
    representativeName: z.string(),
    members: z.int(),
    /** The last recorded class by level; its validity is on the household. */
    nationalCategory: z.nullable(SlugSchema),
    provinceCategory: z.nullable(SlugSchema),
  })
  .check(z.meta({ id: 'HouseholdRow', description: 'A household in the list' }));
