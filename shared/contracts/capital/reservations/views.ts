import * as z from 'zod/mini';
import { PositiveVndCodec, VndCodec } from '#shared/contracts/codecs.ts';
import {
  CommuneIdSchema,
  DaySchema,
  IdSchema,
  InstantSchema,
  LegalSourceSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { LOAN_CAPITAL_STATUSES } from '#shared/domain/words/loan-capital-status.ts';

export const ReservationRulesSchema = z
  .strictObject({
    rules: z
      .array(
        z.strictObject({
          /** Reservations made from this day on, until the next rule. */
          from: DaySchema,
          /** Days after that of the reservation on which it still holds. */
          expiresAfterDays: z.int().check(z.minimum(1), z.maximum(3650)),
          /** Days before the last one on which the warning is given. */
          warnDaysBefore: z.int().check(z.minimum(0), z.maximum(3650)),
          source: LegalSourceSchema,
        }),
      )
      .check(z.maxLength(100)),
  })
  .check(
    z.meta({ id: 'ReservationRules', description: 'How long reservations hold, by the day they are made' }),
  );

const waitingLoan = {
  loanId: IdSchema,
  householdId: IdSchema,
  amount: PositiveVndCodec,
  /** Instant of the approval, or of the request after it: the order of the queue. */
  since: InstantSchema,
};

export const WaitingRowSchema = z
  .object({ ...waitingLoan, programmeId: SlugSchema, communeId: CommuneIdSchema })
  .check(z.meta({ id: 'WaitingRow', description: 'A loan that waits for capital of a source' }));

export const QueueSchema = z
  .object({
    available: VndCodec,
    waiting: z.int(),
    /** What all that wait ask for. */
    amount: VndCodec,
    items: z.array(
      z.object({
        ...waitingLoan,
        place: z.int(),
        /** What the leaf lacks for this loan and all before it. */
        missing: VndCodec,
      }),
    ),
  })
  .check(
    z.meta({ id: 'Queue', description: 'Loans that wait on a leaf, in the order in which they are served' }),
  );

export const ReservationRowSchema = z
  .object({
    loanId: IdSchema,
    householdId: IdSchema,
    amount: VndCodec,
    reservedOn: z.nullable(DaySchema),
    /** The last day on which it holds; null when it does not expire. */
    expiresOn: z.nullable(DaySchema),
  })
  .check(z.meta({ id: 'ReservationRow', description: 'Reserved capital of a loan' }));

export const LoanCapitalStatusSchema = z
  .enum(LOAN_CAPITAL_STATUSES)
  .check(z.meta({ id: 'LoanCapitalStatus', description: 'What capital a loan has' }));

export const LoanCapitalSchema = z
  .object({
    loanId: IdSchema,
    householdId: IdSchema,
    programmeId: SlugSchema,
    communeId: CommuneIdSchema,
    status: LoanCapitalStatusSchema,
    reserved: VndCodec,
    lent: VndCodec,
    /** The last day on which a reservation holds; null when it does not expire. */
    expiresOn: z.nullable(DaySchema),
  })
  .check(
    z.meta({
      id: 'LoanCapital',
      description: 'What a loan holds of its source; `lent` is the principal still out',
    }),
  );
