import type { REGISTRY_ROUTES } from '#shared/contracts/beneficiary/registry/routes.ts';
import { effectiveDay } from '#shared/application/preconditions.ts';
import type { Accepted, AreaReader } from '#beneficiary/areas/application/ports.ts';
import { urbanRuralOf } from '#beneficiary/areas/domain/area.ts';
import type { StandardReader } from '#beneficiary/standards/application/ports.ts';
import type { Acting } from '#shared/application/acting.ts';
import { STANDARD_ERRORS } from '#shared/contracts/beneficiary/standards/errors.ts';
import { HouseholdClassified } from '#shared/contracts/beneficiary/registry/events.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import { classify } from '../domain/classification.ts';
import { classified } from '../domain/household.ts';
import type { Household } from '../domain/household.ts';
import type { HouseholdStore } from './ports.ts';

const refuse = errorsOf({ ...COMMON_ERRORS, ...STANDARD_ERRORS });

type Input = BodyOf<typeof REGISTRY_ROUTES.recordClassification>;

/**
 * Records that the commune recognises a household as belonging to a category, or as escaped from poverty.
 *
 * 1. The household must exist, lie within the caller's area and be at the version the caller saw.
 * 2. Neither the day nor the decision may lie ahead.
 * 3. The standard named must give the category stated for the survey's figures.
 * 4. Household and fact are written as one.
 *
 * Throws `not-found`, `area-not-allowed`, `version-stale`, `effective-day-in-future`, `standard-unknown`,
 * `standard-not-in-force`, `category-not-by-standard`, `not-on-the-list` or `before-last-fact`.
 */
export async function recordClassification(
  stores: {
    readonly households: HouseholdStore;
    readonly areas: AreaReader;
    readonly standards: StandardReader;
  },
  by: Acting & { readonly caller: Caller },
  householdId: string,
  input: Input,
): Promise<Accepted> {
  const household = await stores.households.find(householdId);
  if (household === null) throw refuse('not-found', { householdId });
  assertReach(by.caller, household.communeId);
  assertVersion(household, input.expectedVersion);
  const from = effectiveDay(input.effectiveOn, by.today);
  effectiveDay(input.decision.issuedOn, by.today);
  const standard = await stores.standards.standard(input.standardId);
  if (standard === null) throw refuse('standard-unknown', { standardId: input.standardId });
  const area = await stores.areas.area(household.communeId);
  if (area === null)
    throw new Error(`household ${householdId} lies in the unknown area ${household.communeId}`);
  const classification = classify(standard, urbanRuralOf(area), household.lastCategory[standard.scope], {
    category: input.category,
    from,
    incomePerPerson: parseVnd(input.incomePerPerson),
    lacking: input.lacking,
    decision: input.decision,
  });
  const next = classified(household, classification);
  return stores.households.recordClass(
    next,
    classification,
    draftEvent({
      event: HouseholdClassified,
      subject: householdId,
      aggregateVersion: next.version,
      communeId: next.communeId,
      effectiveOn: from,
      data: {
        householdId,
        communeId: next.communeId,
        standardId: standard.standardId,
        category: classification.category,
        from,
        decisionNumber: input.decision.number,
      },
    }),
  );
}

function assertVersion(household: Household, expected: number | undefined): void {
  if (expected !== undefined && expected !== household.version) {
    throw refuse('version-stale', { expected, current: household.version });
  }
}
