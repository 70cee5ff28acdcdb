import { ReservationReleased } from '#shared/contracts/capital/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { Posting } from '../domain/accounts.ts';
import type { ReleasedLoan } from '../domain/loan-capital.ts';
import type { CapitalFact } from './ports.ts';
import { postingsToWire } from './wire.ts';

/** A reservation given back while the loan lives on; `reason` when a person decided it. */
export function releasedFact(
  { loan, postings }: { readonly loan: ReleasedLoan; readonly postings: readonly Posting[] },
  reason: string | null,
): CapitalFact {
  const { loanId, sourceId, programmeId, communeId, amount, on, version } = loan;
  const place = { sourceId, programmeId, communeId };
  const moved = postingsToWire(postings);
  const draft = draftEvent({
    event: ReservationReleased,
    subject: loanId,
    aggregateVersion: version,
    communeId,
    effectiveOn: on,
    data: { ...place, loanId, amount: amount.toString(), reason, postings: moved },
  });
  return { of: { loan: loanId }, line: { ...place, loanId, postings: moved }, draft };
}
