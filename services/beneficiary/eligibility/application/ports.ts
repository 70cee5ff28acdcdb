import type { CapitalKind } from '#shared/domain/words/capital-kind.ts';
import type { ELIGIBILITY_ROUTES } from '#shared/contracts/beneficiary/eligibility/routes.ts';
import type { Accepted, Revised } from '#shared/contracts/common.ts';
import type { ProvenClass } from '#beneficiary/registry/domain/classification.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { Reason } from '../domain/eligibility-reasons.ts';
import type { EligibilityVersion } from '../domain/eligibility.ts';

export type RulesContent = BodyOf<typeof ELIGIBILITY_ROUTES.putEligibilityRules>;

export interface RuleReader {
  rules(programmeId: string): Promise<{
    readonly revision: number;
    readonly versions: readonly EligibilityVersion[];
  } | null>;
}

export interface RuleStore {
  put(content: RulesContent): Promise<Revised>;
  record(programmeId: string): Promise<{ readonly revision: number; readonly content: RulesContent } | null>;
}

export interface StoredDecision {
  readonly loanId: string;
  readonly householdId: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly communeId: string;
  readonly eligible: boolean;
  readonly reasons: readonly Reason[];
  readonly capitalKinds: readonly CapitalKind[];
  readonly decidedFor: BusinessDay;
  readonly ruleRevision: number | null;
}

export type KnownDecision = StoredDecision & { readonly recordedAt: string };

export interface DecisionReader {
  decision(loanId: string): Promise<KnownDecision | null>;
}

export interface Borrower {
  readonly household: { readonly communeId: string; readonly registeredOn: BusinessDay } | null;
  readonly person: { readonly birthDate: BusinessDay } | null;
  /** A decision on this loan that is already stored. */
  readonly alreadyDecided: boolean;
}

export interface EligibilityStore {
  /** Read strongly, together with the record of an earlier delivery of the same event. */
  borrower(loanId: string, householdId: string, personId: string): Promise<Borrower>;
  classes(householdId: string, upTo: BusinessDay): Promise<ProvenClass[]>;
  /** Loans of the household that run in the programme. */
  runningDebts(householdId: string, programmeId: string): Promise<readonly string[]>;
  decide(decision: StoredDecision, draft: EventDraft): Promise<Accepted>;
}

export interface Debt {
  readonly loanId: string;
  readonly householdId: string;
  readonly programmeId: string;
  readonly amount: Vnd | null;
  readonly disbursedOn: BusinessDay | null;
  readonly settledOn: BusinessDay | null;
}

export interface DebtStore {
  find(
    loan: Pick<Debt, 'loanId' | 'householdId' | 'programmeId'>,
  ): Promise<(Debt & { readonly version: number }) | null>;
  keep(debt: Debt, readVersion: number | null): Promise<Accepted>;
}
