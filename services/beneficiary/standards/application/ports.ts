import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { STANDARD_ROUTES } from '#shared/contracts/beneficiary/standards/routes.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { ProposalStatus } from '#shared/domain/proposal.ts';
import type { PovertyStandard } from '../domain/poverty-standard.ts';
import type { StandardProposal } from '../domain/standard-proposal.ts';

export type StandardContent = BodyOf<typeof STANDARD_ROUTES.proposePovertyStandard>['standard'];

export type ProposedStandard = StandardProposal<StandardContent>;

/** Standards that were approved; others are none. */
export interface StandardReader {
  standard(standardId: string): Promise<PovertyStandard | null>;
}

/** Standards as people read them. */
export interface StandardReads extends StandardReader {
  page(cursor: string | undefined): Promise<Page<StandardContent>>;
  /** One revision of a standard, or null. */
  revision(standardId: string, revision: number): Promise<StandardContent | null>;
  proposal(proposalId: string): Promise<ProposedStandard | null>;
  /** Those that wait longest first. */
  withStatus(status: ProposalStatus, page: PageRequest): Promise<Page<ProposedStandard>>;
}

/** Standards as one act sees them: strongly consistent, and kept only as they were read. */
export interface StandardBook {
  readonly now: string;
  proposal(proposalId: string): Promise<ProposedStandard | null>;
  onRecord(
    standardId: string,
  ): Promise<{ readonly revision: number; readonly content: StandardContent } | null>;
  /** Keeps a proposal at its next version; approved, the standard with it. */
  keep<A>(proposal: ProposedStandard, draft: EventDraft, answer: A): Promise<A>;
}
