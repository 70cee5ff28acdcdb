import type { CapitalKind } from '#shared/domain/words/capital-kind.ts';
import { isAdult } from '#beneficiary/registry/domain/age.ts';
import type { UrbanRural } from '#beneficiary/areas/domain/area.ts';
import { classesInForce, ESCAPED } from '#beneficiary/registry/domain/classification.ts';
import type { ProvenClass } from '#beneficiary/registry/domain/classification.ts';
import { addMonths, businessDay, isWithin } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import {
  areaRural,
  communeConfirmed,
  householdKnown,
  householdResident,
  listedAs,
  notListedAs,
  personAdult,
  personInHousehold,
  recentlyEscaped,
  ruleInForce,
  runningDebt,
} from './eligibility-reasons.ts';
import type { Reason } from './eligibility-reasons.ts';

export type Requirement =
  | { readonly kind: 'category'; readonly categories: readonly string[] }
  | { readonly kind: 'escaped-within-months'; readonly months: number }
  | { readonly kind: 'commune-confirmation' };

/** Who may borrow under a programme in a period, as the law said then. */
export interface EligibilityVersion {
  readonly from: BusinessDay;
  readonly to: BusinessDay | null;
  readonly requires: readonly Requirement[];
  readonly ruralOnly: boolean;
  readonly capital: Readonly<Record<'national' | 'province' | 'unlisted', readonly CapitalKind[]>>;
}

/** Everything the platform knows on the day of the commune's confirmation. */
export interface Knowledge {
  readonly day: BusinessDay;
  readonly loan: {
    readonly householdId: string;
    readonly personId: string;
    readonly programmeId: string;
    readonly communeId: string;
    readonly listId: string;
  };
  readonly household: { readonly communeId: string; readonly registeredOn: BusinessDay } | null;
  readonly person: { readonly birthDate: BusinessDay } | null;
  readonly classes: readonly ProvenClass[];
  readonly rules: { readonly revision: number; readonly versions: readonly EligibilityVersion[] } | null;
  readonly urbanRural: UrbanRural | null;
  readonly runningDebts: readonly string[];
}

export interface Decision {
  readonly eligible: boolean;
  readonly reasons: readonly Reason[];
  readonly capitalKinds: readonly CapitalKind[];
}

/** Judges a loan request by the law in force on the day of the confirmation; every answer keeps its reasons. */
export function decideEligibility(known: Knowledge): Decision {
  const version = known.rules?.versions.find(({ from, to }) => isWithin(known.day, from, to));
  const judged = (version?.requires ?? []).map((requirement) => judge(requirement, known));
  const reasons = [
    ...aboutBorrower(known),
    ruleInForce(version !== undefined, known.loan.programmeId, known.rules?.revision ?? null),
    ...judged.map(({ reason }) => reason),
    ...(version?.ruralOnly ? [areaRural(known.urbanRural === 'rural', known.loan.communeId)] : []),
    ...(known.runningDebts.length > 0 ? [runningDebt(known.runningDebts)] : []),
  ];
  const eligible = reasons.every(({ met }) => met);
  return { eligible, reasons, capitalKinds: eligible && version ? capitalFor(version, judged) : [] };
}

function aboutBorrower({ day, loan, household, person }: Knowledge): Reason[] {
  if (household === null || household.registeredOn > day) return [householdKnown(false, loan.householdId)];
  const reasons = [
    householdKnown(true, loan.householdId),
    householdResident(household.communeId === loan.communeId, household.communeId),
    personInHousehold(person !== null, loan.personId),
  ];
  if (person === null) return reasons;
  return [...reasons, personAdult(isAdult(person.birthDate, day), loan.personId)];
}

interface Judgement {
  readonly reason: Reason;
  /** Levels whose list meets the requirement; null when no list is asked for. */
  readonly lists: readonly ('national' | 'province')[] | null;
}

function judge(requirement: Requirement, known: Knowledge): Judgement {
  switch (requirement.kind) {
    case 'commune-confirmation':
      return { reason: communeConfirmed(known.loan.listId), lists: null };
    case 'category': {
      const fitting = inForce(known).filter(({ category }) => requirement.categories.includes(category));
      return {
        reason: ofFirst(fitting, listedAs) ?? notListedAs(requirement.categories),
        lists: scopesOf(fitting),
      };
    }
    case 'escaped-within-months': {
      const { months } = requirement;
      const fitting = inForce(known).filter(
        (one) => one.category === ESCAPED && known.day <= lastDayOf(one, months),
      );
      const reason = ofFirst(fitting, (one) => recentlyEscaped(one, lastDayOf(one, months)));
      return { reason: reason ?? recentlyEscaped(null, months), lists: scopesOf(fitting) };
    }
  }
}

/** The clock starts with the decision that removed the household from the list; the last day still counts. */
function lastDayOf(escape: ProvenClass, months: number): BusinessDay {
  return addMonths(businessDay(escape.decision.issuedOn), months);
}

function inForce({ classes, day }: Knowledge): ProvenClass[] {
  return classesInForce(classes, day).sort((a, b) => (a.scope < b.scope ? -1 : 1));
}

function ofFirst<T>(found: readonly T[], describe: (one: T) => Reason): Reason | null {
  const [first] = found;
  return first === undefined ? null : describe(first);
}

function scopesOf(classes: readonly ProvenClass[]): Judgement['lists'] {
  return classes.map(({ scope }) => scope);
}

/** A household that is only on the provincial list may not take what follows the national one. */
function capitalFor({ capital }: EligibilityVersion, judged: readonly Judgement[]): readonly CapitalKind[] {
  const lists = judged.flatMap(({ lists }) => (lists === null ? [] : [lists]));
  if (lists.length === 0) return capital.unlisted;
  return lists.every((scopes) => scopes.includes('national')) ? capital.national : capital.province;
}
