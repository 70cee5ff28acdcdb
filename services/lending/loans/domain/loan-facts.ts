import type { CapitalKind } from '#shared/domain/words/capital-kind.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Change } from './changes.ts';
import type { CapitalDecline, Requested, Terms } from './loan.ts';

interface Told {
  /** Business day the fact counts for. */
  readonly on: BusinessDay;
  readonly by: string;
  /** Instant it was written, RFC 3339 in UTC; a fact that is being written has none yet. */
  readonly recordedAt?: string;
}

interface Answered extends Told {
  /** Version of the loan in the capital service: an answer that comes behind a later one is old. */
  readonly capitalVersion: number;
}

export interface Applied extends Told, Requested {
  readonly kind: 'applied';
  readonly amount: Vnd;
  readonly termMonths: number;
}

export interface Repaid extends Told {
  readonly kind: 'repaid';
  readonly repaymentId: string;
  readonly principal: Vnd;
  readonly interest: Vnd;
  readonly method: 'cash' | 'transfer';
}

export interface Frozen extends Told {
  readonly kind: 'frozen';
  readonly until: BusinessDay;
  readonly decision: { readonly number: string; readonly issuedOn: string; readonly issuer: string };
}

/** The split is the engine's, of all that is owed on the day. */
export interface WrittenOff extends Told {
  readonly kind: 'written-off';
  readonly principal: Vnd;
  readonly interest: Vnd;
  readonly reason: string;
  readonly decision: Frozen['decision'];
}

/** Any of them: a tranche, reversal, waiver, decision on rate or due dates, the end of a freeze, a recovery … */
export interface Changed extends Told {
  readonly kind: 'changed';
  readonly change: Change;
}

/** Everything that can happen to a loan. A loan is the fold of its facts; nothing else is the truth. */
export type LoanFact =
  | Applied
  | (Told & { readonly kind: 'listed'; readonly listId: string })
  | (Told & { readonly kind: 'confirmed' })
  | (Told & { readonly kind: 'refused'; readonly reason: string })
  | (Told & {
      readonly kind: 'screened';
      readonly eligible: boolean;
      readonly capitalKinds: readonly CapitalKind[];
    })
  | (Told & { readonly kind: 'approved'; readonly terms: Omit<Terms, 'approvedBy'> })
  | (Told & { readonly kind: 'capital-requested'; readonly sourceId: string })
  | (Answered & { readonly kind: 'capital-reserved' })
  | (Answered & {
      readonly kind: 'capital-declined';
      readonly missing: Vnd;
      /** null in answers from before they told. */
      readonly decline: CapitalDecline | null;
    })
  /** A reservation expired or was released although the loan lives on. */
  | (Answered & { readonly kind: 'capital-released' })
  | (Told & { readonly kind: 'rejected'; readonly reason: string })
  | (Told & { readonly kind: 'cancelled'; readonly reason: string })
  | (Told & { readonly kind: 'disbursed' })
  | Repaid
  | Frozen
  | WrittenOff
  | Changed;

/** What happens to a loan after the disbursement. */
export type RunningFact = Repaid | Frozen | WrittenOff | Changed;
