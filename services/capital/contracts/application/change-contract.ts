import { absent, existing, expectVersion } from '#shared/application/preconditions.ts';
import {
  ContractChangeApproved,
  ContractChangeProposed,
  ContractChangeRejected,
  ContractChangeWithdrawn,
} from '#shared/contracts/capital/contracts/events.ts';
import type { CONTRACT_ROUTES } from '#shared/contracts/capital/contracts/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { statusOf } from '#shared/domain/proposal.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { decideChange, proposeChange } from '../domain/contract-change.ts';
import type { ContractChange } from '../domain/contract-change.ts';
import type { Contract } from '../domain/contract.ts';
import type { ContractBook } from './ports.ts';

export interface NamedChange {
  readonly sourceId: string;
  readonly changeId: string;
}

/**
 * Proposes a change of a contract by an annex:
 * 1. the caller’s area is the province; the change’s id is free and the contract is as the maker saw it;
 * 2. decide: no other change is pending, the annex is decided, terms follow one another and touch no earlier day;
 * 3. keep the change beside the contract, which stays in force as it is.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `already-exists`, `version-stale` (409) and what the
 * decision refuses.
 */
export async function proposeContractChange(
  book: ContractBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof CONTRACT_ROUTES.proposeContractChange>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const { changeId, annex, effectiveOn, reason, terms, expectedVersion } = input;
  const opened = existing(await book.open(sourceId, changeId), sourceId);
  absent(opened.change, changeId);
  expectVersion(expectedVersion, opened.contract.newest);
  const { contract, change } = proposeChange(
    opened.contract,
    opened,
    { changeId, annex, effectiveOn, reason, after: terms, proposedBy: caller.id, proposedAt: book.now },
    book.today,
  );
  return book.keep({
    contract,
    change,
    version: null,
    draft: draftEvent({
      event: ContractChangeProposed,
      ...subjectOf(contract, book),
      data: { ...dataOf(contract, change), basedOn: change.basedOn, annexNumber: annex.number },
    }),
    answer: { id: changeId, version: contract.version, status: statusOf(change) },
  });
}

/**
 * Approves, rejects or withdraws a pending change; approved, it is the newest version of the contract.
 *
 * Throws `area-not-allowed`, `maker-may-not-decide`, `only-maker-may-withdraw` (403), `not-found` (404),
 * `proposal-not-pending` (409).
 */
export async function decideContractChange(
  book: ContractBook,
  caller: Caller,
  { sourceId, changeId }: NamedChange,
  decision: Pick<Decided, 'outcome' | 'reason'>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const opened = existing(await book.open(sourceId, changeId), sourceId);
  const pending = existing(opened.change, changeId);
  const decided: Decided = { ...decision, by: caller.id, at: book.now };
  const { contract, change, version } = decideChange(opened.contract, opened.newest, pending, decided);
  return book.keep({
    contract,
    change,
    version,
    draft: decisionDraft(contract, change, decided, book),
    answer: { id: changeId, version: contract.version, status: statusOf(change) },
  });
}

function decisionDraft(
  contract: Contract,
  change: ContractChange,
  { outcome, reason }: Decided,
  book: ContractBook,
): EventDraft {
  const subject = subjectOf(contract, book);
  const data = dataOf(contract, change);
  const { proposedBy } = change;
  switch (outcome) {
    case 'approved':
      return draftEvent({
        event: ContractChangeApproved,
        ...subject,
        data: { ...data, contractVersion: contract.newest, proposedBy },
      });
    case 'rejected':
      return draftEvent({
        event: ContractChangeRejected,
        ...subject,
        data: { ...data, reason: reason ?? '', proposedBy },
      });
    case 'withdrawn':
      return draftEvent({
        event: ContractChangeWithdrawn,
        ...subject,
        data: { ...data, reason: reason ?? '' },
      });
  }
}

/** The act counts on its own day; `countsFrom` says from when the terms do. */
function subjectOf({ sourceId, version }: Contract, { today }: ContractBook) {
  return { subject: sourceId, aggregateVersion: version, communeId: null, effectiveOn: today };
}

function dataOf({ sourceId }: Contract, { changeId, effectiveOn }: ContractChange) {
  return { sourceId, changeId, countsFrom: effectiveOn };
}
