import type { CapitalFact } from '#capital/ledger/application/ports.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { ReservationReleased } from '#shared/contracts/capital/reservations/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { ReleasedLoan } from '../domain/loan-capital.ts';

/** A reservation given back while the loan lives on; `reason` when a person decided it. */
export function releasedFact(
  { loan, postings }: { readonly loan: ReleasedLoan; readonly postings: readonly Posting[] },
  reason: string | null,
): CapitalFact {
  const { loanId, sourceId, programmeId, communeId, amount, on, version } = loan;
  const place = { sourceId, programmeId, communeId };
  const draft = draftEvent({
    event: ReservationReleased,
    subject: loanId,
    aggregateVersion: version,
    communeId,
    effectiveOn: on,
    data: { ...place, loanId, amount, reason, postings },
  });
  return { of: { loan: loanId }, line: { ...place, loanId, postings }, draft };
}
