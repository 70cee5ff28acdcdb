import * as z from 'zod/mini';
import { NoteSchema } from '#shared/contracts/beneficiary/areas/views.ts';
import { revision } from '#shared/contracts/beneficiary/route-parts.ts';
import { DayCodec } from '#shared/contracts/codecs.ts';
import { CommuneIdSchema, IdSchema, LegalSourceSchema, SlugSchema } from '#shared/contracts/common.ts';
import { CapitalKindSchema, EligibilityReasonSchema } from './events.ts';

export const EligibilityDecisionSchema = z
  .object({
    loanId: IdSchema,
    householdId: IdSchema,
    personId: IdSchema,
    programmeId: SlugSchema,
    communeId: CommuneIdSchema,
    eligible: z.boolean(),
    reasons: z.array(EligibilityReasonSchema),
    capitalKinds: z.array(CapitalKindSchema),
    /** Day of the commune's confirmation, which the law in force and the class are judged on. */
    decidedFor: DayCodec,
    ruleRevision: z.nullable(z.int()),
    recordedAt: z.string(),
  })
  .check(
    z.meta({
      id: 'EligibilityDecision',
      description: 'Why a loan request was found eligible or not, on that day',
    }),
  );

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
    from: DayCodec,
    to: z.nullable(DayCodec),
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

export const EligibilityRulesSchema = z
  .object({ ...EligibilityRulesContentSchema.shape, revision })
  .check(z.meta({ id: 'EligibilityRules', description: 'Who may borrow under a programme, by period' }));
