import { CAPITAL_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { errorsOf } from './errors.ts';

const refuse = errorsOf(CAPITAL_ERRORS);

/** What one person proposes and another decides: nothing changes in between, and both are on record. */
export interface Proposal {
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decided: Decided | null;
}

export interface Decided {
  readonly outcome: 'approved' | 'rejected' | 'withdrawn';
  readonly by: string;
  readonly at: string;
  /** Why it was rejected or withdrawn. */
  readonly reason: string | null;
}

export type ProposalStatus = 'pending' | Decided['outcome'];

export function statusOf({ decided }: Proposal): ProposalStatus {
  return decided?.outcome ?? 'pending';
}

/**
 * Approves, rejects or withdraws what is pending; only the maker withdraws and only another person decides.
 * Throws `maker-may-not-decide`, `only-maker-may-withdraw` (403), `proposal-not-pending` (409).
 */
export function decide<P extends Proposal>(proposal: P, decided: Decided): P {
  if (proposal.decided !== null) {
    throw refuse('proposal-not-pending', { status: statusOf(proposal), by: proposal.decided.by });
  }
  const { proposedBy } = proposal;
  if (decided.outcome === 'withdrawn') {
    if (decided.by !== proposedBy) throw refuse('only-maker-may-withdraw', { proposedBy });
  } else if (decided.by === proposedBy) {
    throw refuse('maker-may-not-decide', { proposedBy });
  }
  return { ...proposal, decided };
}
