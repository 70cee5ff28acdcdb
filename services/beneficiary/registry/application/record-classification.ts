import type { REGISTRY_ROUTES } from '#shared/contracts/beneficiary/registry/routes.ts';
import { effectiveDay, existing, expectVersion } from '#shared/application/preconditions.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { urbanRuralOf } from '#beneficiary/areas/domain/area.ts';
import type { Context } from '#shared/application/context.ts';
import { STANDARD_ERRORS } from '#shared/contracts/beneficiary/standards/errors.ts';
import { HouseholdClassified } from '#shared/contracts/beneficiary/registry/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { classify } from '../domain/classification.ts';
import { classified } from '../domain/household.ts';
import type { RegistryStore } from './ports.ts';

const refuse = errorsOf(STANDARD_ERRORS);

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
  { caller, today, store }: Context<RegistryStore>,
  householdId: string,
  input: Input,
): Promise<Accepted> {
  const household = existing(await store.households.find(householdId), householdId);
  assertReach(caller, household.communeId);
  expectVersion(input.expectedVersion, household.version);
  const from = effectiveDay(input.effectiveOn, today);
  effectiveDay(input.decision.issuedOn, today);
  const standard = await store.standards.standard(input.standardId);
  if (standard === null) throw refuse('standard-unknown', { standardId: input.standardId });
  const area = await store.areas.area(household.communeId);
  if (area === null)
    throw new Error(`household ${householdId} lies in the unknown area ${household.communeId}`);
  const classification = classify(standard, urbanRuralOf(area), household.lastCategory[standard.scope], {
    category: input.category,
    from,
    incomePerPerson: input.incomePerPerson,
    lacking: input.lacking,
    decision: input.decision,
  });
  const next = classified(household, classification);
  return store.households.recordClass(
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
