import { mapPage, pageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import { STANDARD_CHECKERS } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { QueryOf } from '#shared/contracts/route.ts';
import { statusOf } from '#shared/domain/proposal.ts';
import { isStandardInForce } from '../domain/poverty-standard.ts';
import type { ProposedStandard, StandardReads } from './ports.ts';

type Routes = typeof STANDARD_ROUTES;

/** The standards that were approved, or those of them in force on a day. */
export async function listPovertyStandards(
  reads: StandardReads,
  { on, cursor }: QueryOf<Routes['listPovertyStandards']>,
) {
  const { items, next } = await reads.page(cursor);
  return {
    items: on === undefined ? items : items.filter((standard) => isStandardInForce(standard, on)),
    next,
  };
}

export async function listProposals(
  reads: StandardReads,
  query: QueryOf<Routes['listPovertyStandardProposals']>,
) {
  return mapPage(await reads.withStatus(query.status ?? 'pending', pageRequest(query)), proposalView);
}

/** A proposal beside the revision it was made to. Throws `not-found` (404). */
export async function showProposal(reads: StandardReads, proposalId: string) {
  const proposal = existing(await reads.proposal(proposalId), proposalId);
  const { standard, basedOn } = proposal;
  return {
    proposal: proposalView(proposal),
    before: basedOn === 0 ? null : await reads.revision(standard.standardId, basedOn),
    decidedBy: STANDARD_CHECKERS,
  };
}

function proposalView(proposal: ProposedStandard) {
  return { ...proposal, status: statusOf(proposal) };
}
