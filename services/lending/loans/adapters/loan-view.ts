import * as z from 'zod/mini';
import type { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { VndCodec } from '#shared/contracts/codecs.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Asked } from '../application/ports.ts';
import { isForMoney, textOf } from '../domain/capital-decline.ts';
import { accountOf } from '../domain/loan-account.ts';
import type { Folded } from '../domain/loan-fold.ts';
import { isRunning } from '../domain/loan.ts';
import type { LoanIn, RunningLoan } from '../domain/loan.ts';
import { positionOn, scheduleOn } from '../domain/position.ts';
import { titleOf } from './loan-facts.ts';
import type { LoanFactItemSchema } from './loan-facts.ts';

/** What people read of a loan, as the contract names it. */

export function loanView({ loan, account }: Folded, { asOf, knownOn }: Asked) {
  return {
    ...EARNED_LATER,
    ...loan,
    ...(loan.status === 'awaiting-capital' ? awaitingView(loan) : {}),
    ...(isRunning(loan) ? runningView(loan, asOf, account ?? accountOf(loan)) : {}),
    asOf,
    knownOn,
  };
}

/** What a loan that has not come so far shows of the stages ahead. */
const EARNED_LATER = {
  ...{
    listId: null,
    capitalKinds: [],
    reason: null,
    terms: null,
    missingCapital: null,
    capitalDeclined: null,
  },
  ...{ disbursedOn: null, maturityOn: null, freeze: null, writtenOff: null, position: null, schedule: [] },
};

function awaitingView(loan: LoanIn<'awaiting-capital'>) {
  const { missing, decline } = loan;
  return {
    missingCapital: isForMoney(decline) ? missing : null,
    capitalDeclined: decline && { reason: decline.reason, detail: textOf(decline, loan) },
  };
}

function runningView(loan: RunningLoan, asOf: BusinessDay, account: LoanAccount) {
  const { disbursedOn, freeze } = loan.book;
  return {
    disbursedOn,
    freeze,
    position: positionOn(loan, asOf, account),
    schedule: scheduleOn(loan, asOf, account),
  };
}

/** Figures by which people know what an event was about, each where it has one. */
const FiguresSchema = z.object({
  amount: z.optional(VndCodec),
  principal: z.optional(VndCodec),
  interest: z.optional(VndCodec),
  outstanding: z.optional(VndCodec),
  reason: z.optional(z.string()),
  decision: z.optional(z.object({ number: z.string() })),
});

export function transactionView({ event }: z.infer<typeof LoanFactItemSchema>) {
  const { id, type, aggregateVersion, effectiveOn, recordedAt, actor, correlationId } = event;
  const figures = z.parse(FiguresSchema, event.data);
  return {
    eventId: id,
    title: titleOf(event),
    version: aggregateVersion,
    ...{ type, effectiveOn, recordedAt, actor, correlationId },
    amount: figures.amount ?? paidOf(figures),
    principal: figures.principal ?? null,
    interest: figures.interest ?? null,
    outstanding: figures.outstanding ?? null,
    reason: figures.reason ?? figures.decision?.number ?? null,
  };
}

function paidOf({ principal, interest }: z.infer<typeof FiguresSchema>): Vnd | null {
  return principal === undefined || interest === undefined ? null : vnd(principal + interest);
}
