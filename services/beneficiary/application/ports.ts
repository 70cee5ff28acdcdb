import type { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/http.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Area, AreaKind, AreaLevel, UrbanRural } from '../domain/area.ts';
import type { Classification } from '../domain/classification.ts';
import type { CapitalKind, EligibilityVersion, ProvenClass } from '../domain/eligibility.ts';
import type { Reason } from '../domain/eligibility-reasons.ts';
import type { Household, Person } from '../domain/household.ts';
import type { PovertyStandard } from '../domain/poverty-standard.ts';

/**
 * What the verbs need from outside. A store is opened for one act: it writes under that act's actor, instant
 * and idempotency record, or nothing when the act is a dry run.
 */

/** Who acts and when, as far as a verb may know. */
export interface Acting {
  readonly actor: string;
  readonly today: BusinessDay;
}

export interface Accepted {
  readonly id: string;
  readonly version: number;
}

export interface Revised {
  readonly id: string;
  readonly revision: number;
  readonly unchanged: boolean;
}

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** Reference records are kept as they were put. */
export type AreaContent = BodyOf<typeof BENEFICIARY_ROUTES.putArea>;
export type StandardContent = BodyOf<typeof BENEFICIARY_ROUTES.putPovertyStandard>;
export type RulesContent = BodyOf<typeof BENEFICIARY_ROUTES.putEligibilityRules>;

export interface AreaRow {
  readonly areaId: string;
  readonly code: string;
  readonly nameVi: string;
  readonly kind: AreaKind;
  readonly parentId: string | null;
  readonly urbanRural: UrbanRural | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface AreaReader {
  area(areaId: string): Promise<Area | null>;
}

export interface AreaStore extends AreaReader {
  put(content: AreaContent): Promise<Revised>;
  record(areaId: string): Promise<{ readonly revision: number; readonly content: AreaContent } | null>;
  /** One page of a level's units that end on or after the day or not at all, in force or not yet. */
  endingFrom(level: AreaLevel, day: string, cursor: string | undefined): Promise<Page<AreaRow>>;
  /** Every unit that ever had the code and ends on or after the day. */
  withCode(level: AreaLevel, code: string, day: string): Promise<readonly AreaRow[]>;
}

export interface StandardReader {
  standard(standardId: string): Promise<PovertyStandard | null>;
}

export interface StandardStore extends StandardReader {
  put(content: StandardContent): Promise<Revised>;
  page(cursor: string | undefined): Promise<Page<StandardContent>>;
}

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

/** A class as it was recorded. */
export type RecordedClass = ProvenClass & { readonly recordedBy: string; readonly recordedAt: string };

export interface HouseholdStore {
  /** Read strongly, together with the record of an earlier try of the same act, which ends the verb. */
  find(householdId: string): Promise<Household | null>;
  /** What stands in the way of a registration: the household's id, or the persons whose national id is taken. */
  obstacles(
    householdId: string,
    persons: readonly Person[],
  ): Promise<{ readonly idTaken: boolean; readonly nationalIdsTaken: readonly number[] }>;
  register(household: Household, persons: readonly Person[], draft: EventDraft): Promise<Accepted>;
  recordClass(household: Household, classification: Classification, draft: EventDraft): Promise<Accepted>;
}

export interface HouseholdRow {
  readonly householdId: string;
  readonly villageName: string;
  readonly representativeName: string;
  readonly members: number;
  readonly nationalCategory: string | null;
  readonly provinceCategory: string | null;
}

export interface HouseholdReader {
  withPersons(
    householdId: string,
  ): Promise<{ readonly household: Household; readonly persons: readonly Person[] } | null>;
  /** In the order they were recorded, up to a day. */
  classes(householdId: string, upTo: string): Promise<RecordedClass[]>;
  inCommune(communeId: string, cursor: string | undefined, limit: number): Promise<Page<HouseholdRow>>;
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
  readonly decidedFor: string;
  readonly ruleRevision: number | null;
}

export interface DecisionReader {
  decision(loanId: string): Promise<(StoredDecision & { readonly recordedAt: string }) | null>;
}

export interface Borrower {
  readonly household: { readonly communeId: string; readonly registeredOn: string } | null;
  readonly person: { readonly birthDate: BusinessDay } | null;
  /** A decision on this loan that is already stored. */
  readonly alreadyDecided: boolean;
}

export interface EligibilityStore {
  /** Read strongly, together with the record of an earlier delivery of the same event. */
  borrower(loanId: string, householdId: string, personId: string): Promise<Borrower>;
  classes(householdId: string, upTo: string): Promise<ProvenClass[]>;
  /** Loans of the household that run in the programme. */
  runningDebts(householdId: string, programmeId: string): Promise<readonly string[]>;
  decide(decision: StoredDecision, draft: EventDraft): Promise<Accepted>;
}

export interface Debt {
  readonly loanId: string;
  readonly householdId: string;
  readonly programmeId: string;
  readonly amount: bigint | null;
  readonly disbursedOn: string | null;
  readonly settledOn: string | null;
}

export interface DebtStore {
  find(
    loan: Pick<Debt, 'loanId' | 'householdId' | 'programmeId'>,
  ): Promise<(Debt & { readonly version: number }) | null>;
  keep(debt: Debt, readVersion: number | null): Promise<Accepted>;
}
