import * as z from 'zod/mini';
import { CapitalKindSchema } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { ContractSchema } from '#shared/contracts/capital/contracts/views.ts';
import {
  EntrySchema,
  MoneyDecisionSchema,
  SourceTotalsSchema,
} from '#shared/contracts/capital/ledger/views.ts';
import { LoanCapitalStatusSchema } from '#shared/contracts/capital/reservations/views.ts';
import { InvestorSchema } from '#shared/contracts/capital/sources/views.ts';
import { VndCodec } from '#shared/contracts/codecs.ts';
import { CommuneIdSchema, DaySchema, IdSchema, SlugSchema } from '#shared/contracts/common.ts';

const sourceIdentity = {
  sourceId: IdSchema,
  kind: CapitalKindSchema,
  openedOn: DaySchema,
  investor: InvestorSchema,
  contract: ContractSchema,
};

export const SourceTraceSchema = z
  .object({
    ...sourceIdentity,
    asOf: DaySchema,
    version: z.int(),
    /** Receipts up to the day, oldest first: the decisions that formed the source. */
    decisions: z.array(MoneyDecisionSchema),
    /** Withdrawals up to the day, oldest first. */
    withdrawals: z.array(MoneyDecisionSchema),
    /** The contract that holds the fund on the day; null: the source itself. The origin never changes. */
    holder: z.nullable(z.object({ sourceId: IdSchema, since: DaySchema })),
    totals: SourceTotalsSchema,
  })
  .check(z.meta({ id: 'SourceTrace', description: 'Where the money of a source came from and where it is' }));

export const LoanTraceSchema = z
  .object({
    loanId: IdSchema,
    householdId: IdSchema,
    asOf: DaySchema,
    status: LoanCapitalStatusSchema,
    leaf: z.object({ sourceId: IdSchema, programmeId: SlugSchema, communeId: CommuneIdSchema }),
    /** null when capital was declined because no such source exists. */
    source: z.nullable(z.object(sourceIdentity)),
    /** The contract that holds the fund on the day; null: the source itself. */
    holder: z.nullable(z.object({ sourceId: IdSchema, since: DaySchema })),
    /** Receipts of the source up to the day. */
    capitalDecisions: z.array(MoneyDecisionSchema),
    /** Allocations to the leaf up to the day. */
    quotaDecisions: z.array(MoneyDecisionSchema),
    entries: z.array(EntrySchema),
    balance: z.object({
      reserved: VndCodec,
      lent: VndCodec,
      principalReturned: VndCodec,
      writtenOff: VndCodec,
      interestCollected: VndCodec,
    }),
  })
  .check(z.meta({ id: 'LoanTrace', description: 'From a loan back to the decision its money comes from' }));
