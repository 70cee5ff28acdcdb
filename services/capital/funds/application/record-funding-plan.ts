import { effectiveDay, existing, expectVersion } from '#shared/application/preconditions.ts';
import { FundingPlanRecorded } from '#shared/contracts/capital/funds/events.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { assertOwnTranches, assertPlan } from '../domain/funding-plan.ts';
import type { PlanBook } from './ports.ts';

/**
 * Records a funding plan of a source, or its revision:
 * 1. the caller’s area is the province; read the source, the plan, and the tranches that are there already;
 * 2. decide: the tranches stay within the years of the plan and are of no other plan;
 * 3. keep it as a version that holds from its day on; the versions before stay.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `version-stale`, `tranche-of-another-plan` (409),
 * `effective-day-in-future`, `decision-not-yet-issued`, `named-twice`, `tranches-exceed-plan` (422).
 */
export async function recordFundingPlan(
  book: PlanBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof FUND_ROUTES.recordFundingPlan>,
): Promise<Accepted> {
  assertReachProvince(caller);
  const { planId, years, tranches, decision } = input;
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  const trancheIds = tranches.map(({ trancheId }) => trancheId);
  const found = await book.plan(sourceId, planId, trancheIds);
  existing(found.source, sourceId);
  expectVersion(input.expectedVersion, found.version);
  assertPlan({ effectiveOn, years, tranches }, decision);
  assertOwnTranches(planId, found.planOf);
  const version = found.version + 1;
  return book.keepPlan({
    sourceId,
    planId,
    version,
    newTranches: trancheIds.filter((trancheId) => !found.planOf.has(trancheId)),
    draft: draftEvent({
      event: FundingPlanRecorded,
      subject: `${sourceId}/${planId}`,
      aggregateVersion: version,
      communeId: null,
      effectiveOn,
      data: { sourceId, planId, years, tranches, decision },
    }),
    answer: { id: planId, version },
  });
}
