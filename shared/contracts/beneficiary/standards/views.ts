import * as z from 'zod/mini';
import { NoteSchema, UrbanRuralSchema } from '#shared/contracts/beneficiary/areas/views.ts';
import { DayCodec, GivenVndCodec } from '#shared/contracts/codecs.ts';
import {
  ConfidenceSchema,
  IdSchema,
  InstantSchema,
  LegalSourceSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';

const IncomeRuleSchema = z
  .strictObject({
    category: SlugSchema,
    area: UrbanRuralSchema,
    /** Đồng a person and month. */
    maxIncome: z.nullable(GivenVndCodec),
    minIncomeExclusive: z.nullable(GivenVndCodec),
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
  from: DayCodec,
  to: z.nullable(DayCodec),
  indicatorsTotal: z.nullable(z.int().check(z.minimum(0), z.maximum(30))),
  /** The first rule that fits gives the category; none: no category by this standard. */
  rules: z.array(IncomeRuleSchema).check(z.maxLength(30)),
  source: LegalSourceSchema,
  note: NoteSchema,
});

/** As approved: what is only proposed is no standard. */
export const PovertyStandardSchema = z
  .object({ ...PovertyStandardContentSchema.shape })
  .check(
    z.meta({ id: 'PovertyStandard', description: 'A poverty standard with its lines and legal source' }),
  );

export const ProposalStatusSchema = z.enum(['pending', 'approved', 'rejected', 'withdrawn']);

export const PovertyStandardProposalSchema = z
  .object({
    proposalId: IdSchema,
    version: z.int(),
    status: ProposalStatusSchema,
    reason: z.string(),
    standard: PovertyStandardSchema,
    /** Revision of the standard it was made to; 0: there was none. */
    basedOn: z.int(),
    proposedBy: z.string(),
    proposedAt: InstantSchema,
    decided: z.nullable(z.object({ by: z.string(), at: InstantSchema, reason: z.nullable(z.string()) })),
  })
  .check(
    z.meta({
      id: 'PovertyStandardProposal',
      description: 'A poverty standard as one person proposes it, and the decision of another',
    }),
  );

export const ProposalBesideSchema = z
  .object({
    proposal: PovertyStandardProposalSchema,
    /** The revision it was made to; null: a standard that was not there. */
    before: z.nullable(PovertyStandardSchema),
    /** Roles of which another person than the maker may decide. */
    decidedBy: z.array(z.string()),
  })
  .check(
    z.meta({
      id: 'PovertyStandardProposalBeside',
      description: 'A proposed poverty standard beside the revision it was made to',
    }),
  );
