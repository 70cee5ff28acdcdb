import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import {
  DaySchema,
  DecisionSchema,
  IdSchema,
  InstantSchema,
  LegalSourceSchema,
  PositiveVndSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';

/** What the capital service shows. Amounts are đồng. */

export const InvestorSchema = z
  .object({
    investorId: SlugSchema,
    nameVi: z.string(),
    nameEn: z.optional(z.string()),
    kind: z.enum(['central', 'province', 'former-district', 'organisation', 'depositors']),
    /** The investor code (mã nhà đầu tư) of the bank’s core system. */
    coreCode: z.nullable(z.string()),
    /** The capital source code of the bank’s core system: 1 central, 2 local. */
    capitalCode: z.optional(z.nullable(z.enum(['1', '2']))),
    validFrom: z.nullable(DaySchema),
    validTo: z.nullable(DaySchema),
    source: LegalSourceSchema,
  })
  .check(
    z.meta({
      id: 'Investor',
      description: 'Whose money it is, with the validity and legal source of the record',
    }),
  );

export const SourceSummarySchema = z
  .object({
    sourceId: IdSchema,
    investorId: SlugSchema,
    kind: CapitalKindSchema,
    contractNumber: z.string(),
    openedOn: DaySchema,
  })
  .check(z.meta({ id: 'SourceSummary' }));

/** A decision that moved money: who decided, what, when, and who recorded it. */
export const MoneyDecisionSchema = z
  .object({
    effectiveOn: DaySchema,
    amount: PositiveVndSchema,
    decision: DecisionSchema,
    document: z.nullable(z.string()),
    recordedBy: z.string(),
    recordedAt: InstantSchema,
    /** With the day it names the entry, as when it is to be reversed. */
    version: z.int(),
    reversed: z.nullable(z.object({ effectiveOn: DaySchema, reason: z.string(), by: z.string() })),
  })
  .check(z.meta({ id: 'MoneyDecision' }));
