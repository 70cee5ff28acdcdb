import { knownUpTo } from '#shared/application/known-on.ts';
import type { PageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { SPLIT_ROUTES } from '#shared/contracts/capital/split/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { SPLIT_RULE } from '../domain/split-terms.ts';
import type { SplitReads } from './ports.ts';

/** Months whose interest is split, oldest first. Throws `area-not-allowed` (403), `not-found` (404). */
export async function listSplits(
  reads: SplitReads,
  caller: Caller,
  sourceId: string,
  page: PageRequest,
): Promise<AnswerOf<typeof SPLIT_ROUTES.listInterestSplits>> {
  assertReachProvince(caller);
  const found = await reads.splitMonths(sourceId, page);
  if (found.items.length === 0) existing((await reads.contractVersions(sourceId))[0] ?? null, sourceId);
  return found;
}

/**
 * The statement of a month’s split for the Department of Finance, as its last run found it; as known on an instant,
 * the last run up to then. Throws `area-not-allowed` (403), `not-found` (404), `known-on-in-future` (422).
 */
export async function showSplit(
  reads: SplitReads,
  caller: Caller,
  asked: { readonly sourceId: string; readonly month: string; readonly knownOn?: string | undefined },
  now: string,
): Promise<AnswerOf<typeof SPLIT_ROUTES.getInterestSplit>> {
  assertReachProvince(caller);
  const { sourceId, month } = asked;
  const knownOn = knownUpTo(asked.knownOn, now);
  const all = await reads.splitRuns(sourceId, month);
  const runs = all.filter(({ recordedAt }) => knownOn === null || recordedAt <= knownOn);
  const last = existing(runs.at(-1) ?? null, `${sourceId} ${month}`);
  const { contract, collected, averagePerforming, due, short, parts, lines, days } = last;
  return {
    sourceId,
    month,
    knownOn,
    contract,
    collected,
    averagePerforming,
    due,
    short,
    parts,
    lines,
    days,
    rule: { ...SPLIT_RULE, order: [...SPLIT_RULE.order] },
    runs,
  };
}
