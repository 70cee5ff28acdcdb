import * as z from 'zod/mini';
import { loanKey } from '#capital/ledger/adapters/capital-table.ts';
import { LoanCapitalStatusSchema } from '#shared/contracts/capital/reservations/views.ts';
import { StoredDaySchema, StoredVndSchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import { createItem, moveItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { nextStep } from '../domain/expiry.ts';
import { LOAN_CAPITAL_TABLE } from '../domain/loan-capital-transitions.ts';
import { lentOf, reservedOf } from '../domain/loan-capital.ts';
import type { LoanCapital } from '../domain/loan-capital.ts';

export const loansPartition = (sourceId: string): string => `LOANS#${sourceId}`;

export const waitingPartition = (sourceId: string): string => `WAITING#${sourceId}`;

/** Reservations of a source by the day on which something happens to them by itself. */
export const expiryPartition = (sourceId: string): string => `EXPIRY#${sourceId}`;

const loanIdentity = {
  loanId: z.string(),
  householdId: z.string(),
  sourceId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  version: z.int(),
  requestNumber: z.int(),
};

const EndingSchema = z.object({
  kind: z.enum(['settled', 'written-off']),
  loanVersion: z.int(),
  on: z.string(),
});

export const LoanItemSchema = z.discriminatedUnion('status', [
  z.object({ ...loanIdentity, status: z.literal('declined') }),
  z.object({ ...loanIdentity, status: z.literal('waiting'), amount: StoredVndSchema, since: z.string() }),
  z.object({
    ...loanIdentity,
    status: z.literal('reserved'),
    reserved: StoredVndSchema,
    reservedOn: z._default(z.string(), ''),
    expiry: z._default(
      z.nullable(z.object({ lastDay: StoredDaySchema, warnOn: z.nullable(StoredDaySchema) })),
      null,
    ),
  }),
  z.object({ ...loanIdentity, status: z.literal('released'), amount: StoredVndSchema, on: z.string() }),
  z.object({
    ...loanIdentity,
    status: z.literal('lent'),
    lent: StoredVndSchema,
    ending: z.nullable(EndingSchema),
  }),
  z.object({ ...loanIdentity, status: z.enum(['closed', 'written-off']), ending: EndingSchema }),
  z.object({
    ...loanIdentity,
    status: z.literal('cancelled'),
    sourceId: z.nullable(z.string()),
    endedOn: z.string(),
  }),
]);

export const LoanSummarySchema = z.object({
  loanId: z.string(),
  householdId: z.string(),
  programmeId: z.string(),
  communeId: z.string(),
  status: LoanCapitalStatusSchema,
  reserved: StoredVndSchema,
  lent: StoredVndSchema,
  reservedOn: z._default(z.nullable(z.string()), null),
  /** The last day on which the reservation holds. */
  expiresOn: z._default(z.nullable(z.string()), null),
});

/** A loan that becomes known, or moves on from the version that was read. */
export function loanWrite(loan: LoanCapital): Write {
  const item = loanItem(loan);
  return loan.version === 1
    ? createItem(item)
    : moveItem(item, loan.version - 1, { table: LOAN_CAPITAL_TABLE, to: loan.status });
}

/** A loan that never got to a source is in no list. */
function loanItem(loan: LoanCapital): Item {
  const { loanId, householdId, sourceId, programmeId, communeId, status } = loan;
  const summary: z.input<typeof LoanSummarySchema> = {
    loanId,
    householdId,
    programmeId,
    communeId,
    status,
    reserved: reservedOf(loan),
    lent: lentOf(loan),
    ...(loan.status === 'reserved'
      ? { reservedOn: loan.reservedOn, expiresOn: loan.expiry?.lastDay ?? null }
      : {}),
  };
  const step = loan.status === 'reserved' ? nextStep(loan) : null;
  return {
    ...loanKey(loanId),
    ...(step === null || sourceId === null
      ? {}
      : { gsi2pk: expiryPartition(sourceId), gsi2sk: `${step.on}#${loanId}`, label: { loanId } }),
    ...(sourceId === null
      ? {}
      : { gsi1pk: loansPartition(sourceId), gsi1sk: `${communeId}#${loanId}`, summary }),
    ...loan,
  };
}
