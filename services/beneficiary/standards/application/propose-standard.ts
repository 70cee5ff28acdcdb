import { assertAll, endsBeforeItBegins } from '#beneficiary/areas/application/record-checks.ts';
import type { Context } from '#shared/application/context.ts';
import { absent, existing, expectVersion } from '#shared/application/preconditions.ts';
import {
  PovertyStandardApproved,
  PovertyStandardProposed,
  PovertyStandardRejected,
  PovertyStandardWithdrawn,
} from '#shared/contracts/beneficiary/standards/events.ts';
import type { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { statusOf } from '#shared/domain/proposal.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { decideStandard, proposeStandard } from '../domain/standard-proposal.ts';
import type { ProposedStandard, StandardBook } from './ports.ts';

/**
 * Proposes a standard, new or with other content:
 * 1. it does not end before it begins; the proposal’s id is free and the standard is as the maker saw it;
 * 2. decide: it says something else than what is on record;
 * 3. keep the proposal beside the standard, which stays in force as it is.
 *
 * Throws `input-malformed` (400), `already-exists`, `version-stale` (409), `standard-unchanged` (422).
 */
export async function proposePovertyStandard(
  { caller, today, store: book }: Context<StandardBook>,
  input: BodyOf<typeof STANDARD_ROUTES.proposePovertyStandard>,
): Promise<Accepted> {
  const { proposalId, reason, standard, expectedRevision } = input;
  assertAll(endsBeforeItBegins(standard.from, standard.to, '/standard/to'));
  absent(await book.proposal(proposalId), proposalId);
  const onRecord = await book.onRecord(standard.standardId);
  expectVersion(expectedRevision, onRecord?.revision ?? 0);
  const made = { proposedBy: caller.id, proposedAt: book.now };
  const proposal = proposeStandard(onRecord, { proposalId, reason, standard, ...made });
  const draft = draftEvent({
    event: PovertyStandardProposed,
    ...subjectOf(proposal, today),
    data: { ...dataOf(proposal), basedOn: proposal.basedOn },
  });
  return book.keep(proposal, draft, answerOf(proposal));
}

/**
 * Approves, rejects or withdraws a pending proposal; approved, it is the newest revision of the standard.
 *
 * Throws `maker-may-not-decide`, `only-maker-may-withdraw` (403), `not-found` (404), `proposal-not-pending`,
 * `standard-changed-since` (409).
 */
export async function decidePovertyStandard(
  { caller, today, store: book }: Context<StandardBook>,
  proposalId: string,
  decision: Pick<Decided, 'outcome' | 'reason'>,
): Promise<Accepted> {
  const { standard } = existing(await book.proposal(proposalId), proposalId);
  const onRecord = await book.onRecord(standard.standardId);
  // Read again behind the standard: who comes second is told of the decision, not of what it changed.
  const pending = existing(await book.proposal(proposalId), proposalId);
  const decided: Decided = { ...decision, by: caller.id, at: book.now };
  const proposal = decideStandard(pending, decided, onRecord?.revision ?? 0);
  return book.keep(proposal, decisionDraft(proposal, decided, today), answerOf(proposal));
}

function decisionDraft(
  proposal: ProposedStandard,
  { outcome, reason }: Decided,
  today: BusinessDay,
): EventDraft {
  const subject = subjectOf(proposal, today);
  const data = dataOf(proposal);
  const { proposedBy, basedOn } = proposal;
  switch (outcome) {
    case 'approved':
      return draftEvent({
        event: PovertyStandardApproved,
        ...subject,
        data: { ...data, revision: basedOn + 1, proposedBy },
      });
    case 'rejected':
      return draftEvent({
        event: PovertyStandardRejected,
        ...subject,
        data: { ...data, reason: reason ?? '', proposedBy },
      });
    case 'withdrawn':
      return draftEvent({
        event: PovertyStandardWithdrawn,
        ...subject,
        data: { ...data, reason: reason ?? '' },
      });
  }
}

/** The act counts on its own day; `from` and `to` say when the standard does. */
function subjectOf({ proposalId, version }: ProposedStandard, today: BusinessDay) {
  return { subject: proposalId, aggregateVersion: version, communeId: null, effectiveOn: today };
}

function dataOf({ proposalId, standard: { standardId, from, to } }: ProposedStandard) {
  return { proposalId, standardId, from, to };
}

function answerOf(proposal: ProposedStandard): Accepted {
  return { id: proposal.proposalId, version: proposal.version, status: statusOf(proposal) };
}
