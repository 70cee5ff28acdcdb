import { PROPOSAL_TRANSITIONS } from '#shared/domain/proposal.ts';

/** Every legal move of a change of a contract; the diagram in the README of the service is drawn from it. */
export const CONTRACT_CHANGE_TRANSITIONS = PROPOSAL_TRANSITIONS;
