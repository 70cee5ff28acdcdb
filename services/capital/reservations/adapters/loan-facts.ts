import * as z from 'zod/mini';
import { PostingSchema } from '#shared/contracts/capital/ledger/postings.ts';
import { CapitalDeclined } from '#shared/contracts/capital/reservations/events.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import type { LoanFact } from '../application/ports.ts';
import type { LoanEntry } from '../domain/loan-entry.ts';

/** A loan of ten years repaid weekly is about 520 facts. */
export const LOAN_FACTS_BOUND = 2000;

const LoanFactDataSchema = z.object({ postings: z.optional(z.array(PostingSchema)) });

const OUTCOMES: Readonly<Record<string, LoanEntry['outcome']>> = {
  CapitalDeclined: 'declined',
  CapitalReserved: 'reserved',
  ReservationReleased: 'released',
  ReservationExpiring: 'reserved',
  ReservationExpired: 'released',
  CapitalLent: 'lent',
  CapitalReturned: 'returned',
  CapitalWrittenOff: 'written-off',
};

/** A decline that gave the loan a place in the queue lets it wait. */
function outcomeOf(type: string, { place }: Envelope['data']): LoanEntry['outcome'] | undefined {
  return type === CapitalDeclined.type && typeof place === 'number' ? 'waiting' : OUTCOMES[type];
}

export function loanFactOf({ type, subject, communeId, effectiveOn, recordedAt, data }: Envelope): LoanFact {
  const outcome = outcomeOf(type, data);
  if (!outcome) throw new TypeError(`a loan's capital has no fact ${type}`);
  const { postings = [] } = z.parse(LoanFactDataSchema, data);
  return {
    effectiveOn,
    outcome,
    postings,
    line: {
      type,
      effectiveOn,
      recordedAt,
      version: null,
      programmeId: typeof data['programmeId'] === 'string' ? data['programmeId'] : null,
      communeId,
      loanId: subject,
      postings,
    },
  };
}
