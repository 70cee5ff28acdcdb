import { STANDARD_ERRORS } from '#shared/contracts/beneficiary/standards/errors.ts';
import { canonical } from '#shared/domain/canonical.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { decide } from '#shared/domain/proposal.ts';
import type { Decided, Proposal } from '#shared/domain/proposal.ts';

const refuse = errorsOf(STANDARD_ERRORS);

/** A standard as one person proposes it; until another approves it, it is no standard. */
export interface StandardProposal<S> extends Proposal {
  readonly proposalId: string;
  readonly version: number;
  readonly reason: string;
  /** Revision of the standard it was made to; 0: there was none. */
  readonly basedOn: number;
  readonly standard: S;
}

/** Throws `standard-unchanged` (422). */
export function proposeStandard<S>(
  onRecord: { readonly revision: number; readonly content: S } | null,
  proposed: Omit<StandardProposal<S>, 'version' | 'basedOn' | 'decided'>,
): StandardProposal<S> {
  if (onRecord !== null && canonical(onRecord.content) === canonical(proposed.standard)) {
    throw refuse('standard-unchanged', { revision: onRecord.revision });
  }
  return { ...proposed, version: 1, basedOn: onRecord?.revision ?? 0, decided: null };
}

/**
 * Decides a proposal; approved, it is the revision after the one it was made to, so that no other approval is
 * undone unseen. Throws `maker-may-not-decide`, `only-maker-may-withdraw` (403), `proposal-not-pending`,
 * `standard-changed-since` (409).
 */
export function decideStandard<S>(
  proposal: StandardProposal<S>,
  decided: Decided,
  revision: number,
): StandardProposal<S> {
  const closed = decide(proposal, decided);
  const { basedOn, version } = proposal;
  if (decided.outcome === 'approved' && revision !== basedOn) {
    throw refuse('standard-changed-since', { basedOn, revision });
  }
  return { ...closed, version: version + 1 };
}
