import { defineErrors, errorsOf } from './errors.ts';
import { mayMove } from './transitions.ts';
import type { TransitionTable } from './transitions.ts';

/** Refusals of what one person proposes and another decides. */
export const PROPOSAL_ERRORS = defineErrors({
  'maker-may-not-decide': {
    status: 403,
    title: { vi: 'Người đề xuất không được tự duyệt', en: 'The maker of a proposal may not decide it' },
    remedy: {
      vi: 'Đề nghị người khác có thẩm quyền duyệt hoặc trả lại.',
      en: 'Ask another person with the authority to approve or reject it.',
    },
    when: {
      vi: 'Người duyệt hoặc trả lại đề xuất chính là người đã lập.',
      en: 'The person who would approve or reject a proposal is the one who made it.',
    },
  },
  'only-maker-may-withdraw': {
    status: 403,
    title: { vi: 'Chỉ người đề xuất được rút đề xuất', en: 'Only its maker may withdraw a proposal' },
    remedy: {
      vi: 'Người có thẩm quyền khác có thể trả lại đề xuất kèm lý do.',
      en: 'Another person with the authority may reject it with a reason.',
    },
    when: {
      vi: 'Người rút đề xuất không phải người đã lập.',
      en: 'A proposal is to be withdrawn by someone who did not make it.',
    },
  },
  'proposal-not-pending': {
    status: 409,
    title: { vi: 'Đề xuất không còn chờ duyệt', en: 'The proposal is no longer pending' },
    remedy: {
      vi: 'Mở đề xuất để xem ai đã quyết định; lập đề xuất mới nếu vẫn cần.',
      en: 'Open the proposal to see who decided it; make a new one if it is still needed.',
    },
    when: {
      vi: 'Quyết định lại một đề xuất đã được duyệt, trả lại hoặc rút.',
      en: 'A proposal that was approved, rejected or withdrawn before is decided again.',
    },
  },
});

const refuse = errorsOf(PROPOSAL_ERRORS);

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

export type ProposalVerb = 'approve' | 'reject' | 'withdraw';

/** Every legal move of a proposal; what has more to its life has these among its own. */
export const PROPOSAL_TRANSITIONS: TransitionTable<ProposalStatus, ProposalVerb> = {
  approve: { from: ['pending'], to: 'approved' },
  reject: { from: ['pending'], to: 'rejected' },
  withdraw: { from: ['pending'], to: 'withdrawn' },
};

const VERB_OF: Readonly<Record<Decided['outcome'], ProposalVerb>> = {
  approved: 'approve',
  rejected: 'reject',
  withdrawn: 'withdraw',
};

export function statusOf({ decided }: Proposal): ProposalStatus {
  return decided?.outcome ?? 'pending';
}

/**
 * Approves, rejects or withdraws what is pending; only the maker withdraws and only another person decides.
 * Throws `maker-may-not-decide`, `only-maker-may-withdraw` (403), `proposal-not-pending` (409).
 */
export function decide<P extends Proposal>(proposal: P, decided: Decided): P {
  const { proposedBy } = proposal;
  const status = statusOf(proposal);
  if (!mayMove(PROPOSAL_TRANSITIONS, VERB_OF[decided.outcome], status)) {
    throw refuse('proposal-not-pending', { status, by: proposal.decided?.by ?? proposedBy });
  }
  if (decided.outcome === 'withdrawn') {
    if (decided.by !== proposedBy) throw refuse('only-maker-may-withdraw', { proposedBy });
  } else if (decided.by === proposedBy) {
    throw refuse('maker-may-not-decide', { proposedBy });
  }
  return { ...proposal, decided };
}
