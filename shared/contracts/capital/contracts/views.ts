import * as z from 'zod/mini';
import { RateCodec, SignedVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  DaySchema,
  DecisionSchema,
  IdSchema,
  InstantSchema,
  LegalSourceSchema,
  lineOf,
  ShortTextSchema,
} from '#shared/contracts/common.ts';

/** Entrustment contracts: what they say, since when, and what is proposed to change. */

/** First and last day, both included; null: until further notice. `source`: the rule, when it is not the contract. */
const dated = { from: DaySchema, to: z.nullable(DaySchema), source: z.optional(LegalSourceSchema) };

/** Of what a rate is taken: per cent a year of the performing balance of each day, or per cent of the interest. */
const BaseSchema = z.optional(z.enum(['performing-balance', 'interest-collected'])).check(
  z.meta({
    description:
      'performing-balance (when absent): per cent a year of the performing balance of each day; interest-collected: per cent of the interest',
  }),
);

export const ContractParameterSchema = z
  .discriminatedUnion('name', [
    z.strictObject({ name: z.literal('risk-provision-rate'), rate: RateCodec, base: BaseSchema, ...dated }),
    z.strictObject({ name: z.literal('management-fee-rate'), rate: RateCodec, base: BaseSchema, ...dated }),
    /** Per cent a year of the performing balance, whatever the fee itself is taken of. */
    z.strictObject({ name: z.literal('management-fee-cap'), rate: RateCodec, ...dated }),
    /** Per cent of the interest collected, or of what provision and fee leave of it. */
    z.strictObject({
      name: z.literal('steering-activities-share'),
      rate: RateCodec,
      base: z.optional(z.enum(['interest-collected', 'interest-after-provision-and-fee'])),
      ...dated,
    }),
    z.strictObject({
      name: z.literal('rest-of-interest'),
      supplements: z.enum(['entrusted-capital', 'risk-provision', 'steering-activities']),
      ...dated,
    }),
  ])
  .check(
    z.meta({
      id: 'ContractParameter',
      description: 'A dated term of the split of interest; parameters of one name never overlap in time',
    }),
  );

export const ContractTargetSchema = z
  .strictObject({
    name: z.enum(['share-of-capital', 'share-of-growth']),
    /** Per cent. */
    atLeast: RateCodec,
    ...dated,
  })
  .check(
    z.meta({
      id: 'ContractTarget',
      description:
        'What the local budget is to reach: its least share, in per cent, of all capital or of the growth of a year',
    }),
  );

const DocumentSchema = z
  .strictObject({
    title: ShortTextSchema,
    number: lineOf(80),
    issuedOn: DaySchema,
    /** Where the paper or its file lies. */
    keptAt: ShortTextSchema,
    /** SHA-256 of the file, hexadecimal. */
    sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  })
  .check(z.meta({ id: 'ContractDocument', description: 'A document by reference' }));

const PartiesSchema = z.array(ShortTextSchema).check(z.minLength(2), z.maxLength(6));

const ParametersSchema = z.array(ContractParameterSchema).check(z.maxLength(40));

const TargetsSchema = z.array(ContractTargetSchema).check(z.maxLength(10));

const DocumentsSchema = z.array(DocumentSchema).check(z.maxLength(20));

export const AnnexSchema = z
  .strictObject({ number: lineOf(80), decision: DecisionSchema })
  .check(z.meta({ id: 'ContractAnnex', description: 'Annex (phụ lục) and the decision it rests on' }));

/** What a source is founded on. */
export const FoundingContractSchema = z.strictObject({
  number: lineOf(80),
  signedOn: DaySchema,
  parties: PartiesSchema,
  decision: DecisionSchema,
  parameters: ParametersSchema,
  targets: z.optional(TargetsSchema),
  documents: z.optional(DocumentsSchema),
});

/** What a change may replace. */
export const ContractTermsSchema = z
  .strictObject({
    parties: PartiesSchema,
    parameters: ParametersSchema,
    targets: TargetsSchema,
    documents: DocumentsSchema,
  })
  .check(z.meta({ id: 'ContractTerms', description: 'All that a change of a contract may replace' }));

const contract = {
  version: z.int(),
  /** First day this version counts for. */
  effectiveOn: DaySchema,
  number: z.string(),
  signedOn: DaySchema,
  decision: DecisionSchema,
  annex: z.nullable(AnnexSchema),
  parties: z.array(z.string()),
  parameters: z.array(ContractParameterSchema),
  targets: z.array(ContractTargetSchema),
  documents: z.array(DocumentSchema),
};

export const ContractSchema = z.object(contract).check(
  z.meta({
    id: 'EntrustmentContract',
    description: 'The paper a source is founded on, in one version, with its dated terms',
  }),
);

export const ContractVersionSchema = z
  .object({
    ...contract,
    /** The change that made it; null for the founding version. */
    changeId: z.nullable(IdSchema),
    proposedBy: z.string(),
    /** null: founded with the source by one person. */
    approvedBy: z.nullable(z.string()),
    recordedAt: InstantSchema,
  })
  .check(z.meta({ id: 'ContractVersion', description: 'A version with who made it and who approved it' }));

export const ContractChangeSchema = z
  .object({
    changeId: IdSchema,
    status: z.enum(['pending', 'approved', 'rejected', 'withdrawn']),
    effectiveOn: DaySchema,
    reason: z.string(),
    annex: AnnexSchema,
    proposedBy: z.string(),
    proposedAt: InstantSchema,
    decided: z.nullable(z.object({ by: z.string(), at: InstantSchema, reason: z.nullable(z.string()) })),
    /** The version it was made to, and what it makes of it. */
    basedOn: z.int(),
    after: ContractTermsSchema,
  })
  .check(z.meta({ id: 'ContractChange', description: 'A proposed change of a contract and its decision' }));

export const ContractOnDaySchema = z
  .object({
    sourceId: IdSchema,
    asOf: DaySchema,
    /** null: as known now. */
    knownOn: z.nullable(InstantSchema),
    inForce: ContractVersionSchema,
    /** Parameters that hold on the day itself. */
    parametersOfTheDay: z.array(ContractParameterSchema),
    /** The change that awaits its decision, beside what is in force. */
    pending: z.nullable(ContractChangeSchema),
  })
  .check(
    z.meta({ id: 'ContractOnDay', description: 'The contract in force on a day, as known on an instant' }),
  );

export const ContractChangeBesideSchema = z
  .object({
    sourceId: IdSchema,
    change: ContractChangeSchema,
    /** The version it was made to. */
    before: ContractVersionSchema,
    /** What differs, name by name. */
    differences: z.array(z.enum(['parties', 'parameters', 'targets', 'documents'])),
    /** Roles of which another person than the maker may decide. */
    decidedBy: z.array(z.string()),
  })
  .check(z.meta({ id: 'ContractChangeBeside', description: 'A change beside the version it was made to' }));

export const TargetsOnDaySchema = z
  .object({
    sourceId: IdSchema,
    asOf: DaySchema,
    contractVersion: z.int(),
    targets: z.array(
      z.object({
        target: ContractTargetSchema,
        /** The indicator that measures it, over all sources of the province. */
        indicatorId: z.enum(['cap-02', 'growth-share']),
        /** Basis points, rounded; null when there is nothing to take a share of. */
        actual: z.nullable(SignedVndCodec),
        numerator: z.nullable(SignedVndCodec),
        denominator: z.nullable(SignedVndCodec),
        isReached: z.nullable(z.boolean()),
        /** Đồng the local budget lacks of the target while all else stays. */
        missing: z.nullable(VndCodec),
      }),
    ),
  })
  .check(
    z.meta({
      id: 'ContractTargetsOnDay',
      description: 'Targets that hold on a day, each with what it is at and what it lacks',
    }),
  );
