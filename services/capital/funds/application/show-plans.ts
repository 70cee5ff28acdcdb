import type { BookReads } from '#capital/ledger/application/ports.ts';
import { knownUpTo } from '#shared/application/known-on.ts';
import type { PageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { planInForce, planPosition } from '../domain/funding-plan.ts';
import type { Asked, PlanPosition } from '../domain/funding-plan.ts';
import type { FundReads, PlanDecision, RecordedPlan } from './ports.ts';

interface PlanOnADay {
  readonly plan: RecordedPlan;
  readonly position: PlanPosition<PlanDecision | null>;
}

/** The plans of a source that hold on a day, with what came for them; two queries. */
async function plansOn(funds: FundReads, sourceId: string, asked: Asked): Promise<PlanOnADay[]> {
  const all = await funds.plans(sourceId);
  if (all.length === 0) return [];
  const receipts = await funds.receipts(sourceId);
  return [...Map.groupBy(all, ({ planId }) => planId).values()].flatMap((versions) => {
    const plan = planInForce(versions, asked);
    return plan === null ? [] : [{ plan, position: planPosition(plan, versions, receipts, asked) }];
  });
}

/**
 * Funding plans of a source as of a day, as known on an instant: planned, received, remaining, late.
 * Throws `area-not-allowed` (403), `not-found` (404), `known-on-in-future` (422).
 */
export async function showPlans(
  reads: BookReads,
  funds: FundReads,
  caller: Caller,
  sourceId: string,
  asked: { readonly asOf: string; readonly knownOn?: string | undefined },
  now: string,
): Promise<AnswerOf<typeof FUND_ROUTES.listFundingPlans>> {
  assertReachProvince(caller);
  const { asOf } = asked;
  const knownOn = knownUpTo(asked.knownOn, now);
  existing(await reads.source(sourceId), sourceId);
  const plans = await plansOn(funds, sourceId, { asOf, knownOn });
  return {
    sourceId,
    asOf,
    knownOn,
    items: plans.map(({ plan, position }) => ({ ...plan, ...position })),
  };
}

/** Every version of a plan, in the order of their days. Throws `area-not-allowed` (403), `not-found` (404). */
export async function showPlanVersions(
  funds: FundReads,
  caller: Caller,
  { sourceId, planId }: { readonly sourceId: string; readonly planId: string },
): Promise<AnswerOf<typeof FUND_ROUTES.listFundingPlanVersions>> {
  assertReachProvince(caller);
  const versions = (await funds.plans(sourceId)).filter((plan) => plan.planId === planId);
  existing(versions[0] ?? null, planId);
  return { items: versions };
}

/**
 * What is late in the whole province on a day. A page goes over some of the sources, so it may hold few rows or
 * none and still not be the last. Throws `area-not-allowed` (403).
 */
export async function showLateTranches(
  reads: BookReads,
  funds: FundReads,
  caller: Caller,
  asOf: string,
  page: PageRequest,
): Promise<AnswerOf<typeof FUND_ROUTES.listLateTranches>> {
  assertReachProvince(caller);
  const sources = await reads.sources(page);
  const late = await Promise.all(
    sources.items.map(async ({ sourceId }) =>
      (await plansOn(funds, sourceId, { asOf, knownOn: null })).flatMap(({ plan, position }) =>
        position.tranches
          .filter(({ daysLate }) => daysLate > 0)
          .map((tranche) => ({ sourceId, planId: plan.planId, ...tranche })),
      ),
    ),
  );
  return { asOf, items: late.flat(), next: sources.next };
}
