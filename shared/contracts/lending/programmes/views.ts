import * as z from 'zod/mini';
import {
  ConfidenceSchema,
  DaySchema,
  LegalSourceSchema,
  lineOf,
  PositiveVndSchema,
  RateSchema,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { LoanRulesSchema } from '#shared/contracts/lending/engine/rules.ts';

/** Wire shapes of programmes, whose terms are dated by law, and of the entrusted organisations. */

export const CeilingSchema = z
  .strictObject({
    /** đồng for one unit of the basis. */
    amount: PositiveVndSchema,
    basis: z.enum([
      'per-household',
      'per-person',
      'per-worker',
      'per-borrower',
      'per-work-type',
      'per-student-month',
      'per-establishment',
      'per-job',
      'per-hectare',
      'per-building',
    ]),
    /** How many units one household may have, such as two types of water work; 1 when absent. */
    units: z.optional(z.int().check(z.minimum(1), z.maximum(120))),
  })
  .check(z.meta({ id: 'Ceiling', description: 'The most a borrower may owe in the programme' }));

/** The longest spacing of principal instalments for terms up to a length; null means any length. */
const InstalmentRuleSchema = z
  .strictObject({
    termUpToMonths: z.nullable(z.int().check(z.minimum(1), z.maximum(600))),
    everyMonths: z.int().check(z.minimum(1), z.maximum(120)),
  })
  .check(z.meta({ id: 'InstalmentRule', description: 'How often principal is repaid, by the term' }));

export const ProgrammeVersionSchema = z
  .strictObject({
    from: DaySchema,
    to: z.nullable(DaySchema),
    /** Per cent a year; null when the instrument that sets it was not found. */
    ratePerYear: z.nullable(RateSchema),
    /** The ceiling the platform enforces; null when the law gives none as an amount. */
    maxAmount: z.nullable(CeilingSchema),
    /** Ceilings of other borrowers of the programme, recorded and not enforced on households. */
    otherCeilings: z.optional(z.array(CeilingSchema).check(z.maxLength(8))),
    maxTermMonths: z.nullable(z.int().check(z.minimum(1), z.maximum(600))),
    /** The rate of overdue principal is the rate times this. */
    overdueFactor: RateSchema,
    principalEveryMonths: z.nullable(z.array(InstalmentRuleSchema).check(z.minLength(1), z.maxLength(5))),
    /** How its loans are calculated, where not as the usual loan; fixed for each at its approval. */
    calculation: z.optional(LoanRulesSchema),
    note: z.optional(z.nullable(lineOf(2000))),
    sources: z.array(LegalSourceSchema).check(z.maxLength(10)),
    confidence: ConfidenceSchema,
    confidenceNote: z.optional(z.nullable(lineOf(1000))),
  })
  .check(z.meta({ id: 'ProgrammeVersion', description: 'The terms of a programme between two days' }));

const programme = {
  /** Code in the core banking system; null when it has none of its own. */
  coreCode: z.nullable(lineOf(60)),
  nameVi: ShortTextSchema,
  nameEn: ShortTextSchema,
  /** How the money reaches the borrower, in words. */
  channel: ShortTextSchema,
  status: z.enum(['open', 'closed']),
  statusNote: z.optional(z.nullable(lineOf(500))),
  beneficiary: z.optional(z.nullable(lineOf(1000))),
  purpose: z.optional(z.nullable(lineOf(1000))),
};

export const ProgrammeBodySchema = z
  .strictObject({ ...programme, versions: z.array(ProgrammeVersionSchema).check(z.maxLength(20)) })
  .check(z.meta({ id: 'ProgrammeBody', description: 'A credit programme as it is recorded' }));

export type ProgrammeBody = z.infer<typeof ProgrammeBodySchema>;

export const ProgrammeSchema = z
  .object({
    programmeId: SlugSchema,
    revision: z.int(),
    ...programme,
    versions: z.array(ProgrammeVersionSchema),
    on: DaySchema,
    /** The version in force on the day; null when there is none. */
    inForce: z.nullable(ProgrammeVersionSchema),
  })
  .check(z.meta({ id: 'Programme', description: 'A credit programme with its terms over time' }));

/** The figures of a version that a list shows. */
export const ProgrammeTermsSchema = z
  .object({
    from: DaySchema,
    to: z.nullable(DaySchema),
    ratePerYear: z.nullable(RateSchema),
    maxAmount: z.nullable(CeilingSchema),
    maxTermMonths: z.nullable(z.int()),
    confidence: ConfidenceSchema,
  })
  .check(z.meta({ id: 'ProgrammeTerms', description: 'Terms of a programme in short' }));

export const ProgrammeRowSchema = z
  .object({
    programmeId: SlugSchema,
    coreCode: z.nullable(z.string()),
    nameVi: z.string(),
    nameEn: z.string(),
    status: z.enum(['open', 'closed']),
    inForce: z.nullable(ProgrammeTermsSchema),
  })
  .check(z.meta({ id: 'ProgrammeRow', description: 'A programme in the list' }));

const organisation = {
  /** Code in the core banking system: 11 Farmers, 12 Women, 13 Veterans, 14 Youth. */
  code: z.string().check(z.regex(/^\d{2}$/)),
  nameVi: ShortTextSchema,
  nameEn: ShortTextSchema,
};

export const OrganisationBodySchema = z
  .strictObject({ ...organisation, source: LegalSourceSchema })
  .check(z.meta({ id: 'OrganisationBody', description: 'An entrusted organisation as it is recorded' }));

export type OrganisationBody = z.infer<typeof OrganisationBodySchema>;

export const OrganisationSchema = z
  .object({ organisationId: SlugSchema, ...organisation })
  .check(z.meta({ id: 'Organisation', description: 'An entrusted organisation' }));
