import * as z from 'zod/mini';
import { factOf } from '#lending/engine/adapters/fact-wire.ts';
import type { Fact as EngineFact } from '#lending/engine/domain/facts/facts.ts';
import { EnvelopeSchema, presentData } from '#shared/contracts/event.ts';
import type { DataOf, Envelope, EventType } from '#shared/contracts/event.ts';
import {
  ApplicationSubmitted,
  CapitalRequested,
  LoanApproved,
  LoanCancelled,
  LoanCapitalRecorded,
  LoanChanged,
  LoanConfirmed,
  LoanDisbursed,
  LoanEligibilityRecorded,
  LoanFrozen,
  LoanListed,
  LoanRefusedByCommune,
  LoanRejected,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import { LoanRulesSchema } from '#shared/contracts/lending/engine/views.ts';
import { StoredRateSchema } from '#shared/data/stored.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { Change } from '../domain/changes.ts';
import type { LoanFact } from '../domain/loan-facts.ts';

export const LoanFactItemSchema = z.object({ event: EnvelopeSchema, figures: z.optional(z.unknown()) });

const AppliedFiguresSchema = z.object({ organisationId: z.string(), termMonths: z.int() });

const ApprovedFiguresSchema = z.object({
  rate: StoredRateSchema,
  overdueRate: StoredRateSchema,
  termMonths: z.int(),
  principalEveryMonths: z.int(),
  rules: z.optional(LoanRulesSchema),
});

const RepaidFiguresSchema = z.object({ method: z.enum(['cash', 'transfer']) });

const DecisionFiguresSchema = z.object({ issuedOn: z.string(), issuer: z.string() });

type Told = Pick<LoanFact, 'on' | 'by' | 'recordedAt'>;

type Reader = (told: Told, data: unknown, figures: unknown) => LoanFact;

function reader<E extends EventType>(
  event: E,
  read: (told: Told, data: DataOf<E>, figures: unknown) => LoanFact,
): [E, Reader] {
  return [event, (told, data, figures) => read(told, z.parse(event.data, data) as DataOf<E>, figures)];
}

const READERS: readonly [EventType, Reader][] = [
  reader(ApplicationSubmitted, (told, { amount, ...data }, figures) => ({
    kind: 'applied',
    ...told,
    ...data,
    amount: parseVnd(amount),
    ...z.parse(AppliedFiguresSchema, figures),
  })),
  reader(LoanListed, (told, { listId }) => ({ kind: 'listed', ...told, listId })),
  reader(LoanConfirmed, (told) => ({ kind: 'confirmed', ...told })),
  reader(LoanRefusedByCommune, (told, { reason }) => ({ kind: 'refused', ...told, reason })),
  reader(LoanEligibilityRecorded, (told, { eligible, capitalKinds }) => ({
    kind: 'screened',
    ...told,
    eligible,
    capitalKinds,
  })),
  reader(LoanApproved, (told, { sourceId, amount }, figures) => ({
    kind: 'approved',
    ...told,
    terms: { sourceId, amount: parseVnd(amount), ...z.parse(ApprovedFiguresSchema, figures) },
  })),
  reader(CapitalRequested, (told, { sourceId }) => ({ kind: 'capital-requested', ...told, sourceId })),
  reader(LoanRejected, (told, { reason }) => ({ kind: 'rejected', ...told, reason })),
  reader(LoanCapitalRecorded, (told, { outcome, missing, capitalVersion }) =>
    outcome === 'declined'
      ? { kind: 'capital-declined', ...told, capitalVersion, missing: parseVnd(missing) }
      : { kind: `capital-${outcome}`, ...told, capitalVersion },
  ),
  reader(LoanCancelled, (told, { reason }) => ({ kind: 'cancelled', ...told, reason })),
  reader(LoanDisbursed, (told) => ({ kind: 'disbursed', ...told })),
  reader(RepaymentRecorded, (told, { repaymentId, principal, interest }, figures) => ({
    kind: 'repaid',
    ...told,
    repaymentId,
    principal: parseVnd(principal),
    interest: parseVnd(interest),
    ...z.parse(RepaidFiguresSchema, figures),
  })),
  reader(LoanFrozen, (told, { until, decisionNumber }, figures) => ({
    kind: 'frozen',
    ...told,
    until: businessDay(until),
    decision: { number: decisionNumber, ...z.parse(DecisionFiguresSchema, figures) },
  })),
  reader(LoanWrittenOff, (told, { principal, interest, reason, decisionNumber }, figures) => ({
    kind: 'written-off',
    ...told,
    principal: parseVnd(principal),
    interest: parseVnd(interest),
    reason,
    decision: { number: decisionNumber, ...z.parse(DecisionFiguresSchema, figures) },
  })),
  reader(LoanChanged, (told, { change }) => ({ kind: 'changed', ...told, change: changeOf(factOf(change)) })),
];

/** Receipts, freezes and write-offs have events of their own. */
function changeOf(fact: EngineFact): Change {
  if (fact.type === 'payment' || fact.type === 'freeze' || fact.type === 'write-off') {
    throw new TypeError(`${fact.type} told as a change of the loan`);
  }
  return fact;
}

const BY_TYPE = new Map(READERS.map(([event, read]) => [event.type, { event, read }]));

/** The fact an item holds. Throws on an event that is not of a loan. */
export function factOfItem({ event, figures }: z.infer<typeof LoanFactItemSchema>): LoanFact {
  const { recordedAt } = event;
  const told = { on: businessDay(event.effectiveOn), by: event.actor, recordedAt };
  const { event: type, read } = known(event);
  return read(told, presentData(type, event), figures);
}

/** What kind of event happened, for people. */
export function titleOf(event: Envelope): EventType['title'] {
  return known(event).event.title;
}

function known(event: Envelope) {
  const found = BY_TYPE.get(event.type);
  if (!found) throw new TypeError(`${event.type} is not of a loan`);
  return found;
}
