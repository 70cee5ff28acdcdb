import type { PageRequest } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import { QUOTA_CHECKERS } from '#shared/contracts/capital/quota/routes.ts';
import type { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReach, assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { QuotaStatus } from '#shared/domain/words/quota-status.ts';
import { statusOfDecision } from '../domain/quota-decision.ts';
import type { QuotaDecision } from '../domain/quota-decision.ts';
import type { NamedDecision, QuotaReads } from './ports.ts';

type Routes = typeof QUOTA_ROUTES;

/** Decisions of a source, pending ones first. Throws `area-not-allowed` (403), `not-found` (404). */
export async function listQuotaDecisions(
  reads: QuotaReads,
  caller: Caller,
  sourceId: string,
  asked: { readonly status: QuotaStatus | null; readonly page: PageRequest },
): Promise<AnswerOf<Routes['listQuotaDecisions']>> {
  assertReachProvince(caller);
  const { items, next } = await reads.decisions(sourceId, asked.status, asked.page);
  if (items.length === 0) existing((await reads.hasSource(sourceId)) ? true : null, sourceId);
  return { items: items.map(decisionView), next };
}

/** A decision with a page of its rows. Throws `area-not-allowed` (403), `not-found` (404). */
export async function showQuotaDecision(
  reads: QuotaReads,
  caller: Caller,
  named: NamedDecision,
  cursor: string | undefined,
): Promise<AnswerOf<Routes['getQuotaDecision']>> {
  const [found, rows] = await Promise.all([reads.decision(named), reads.rowsOf(named, cursor)]);
  const decision = existing(found, named.decisionId);
  for (const areaId of decision.areaIds) assertReach(caller, areaId);
  return {
    decision: decisionView(decision),
    items: rows.items,
    next: rows.next,
    decidedBy: [...QUOTA_CHECKERS],
  };
}

function decisionView(found: QuotaDecision) {
  const { application } = found;
  return {
    ...found,
    status: statusOfDecision(found),
    applied: application?.next ?? 0,
    failedLines: application?.failedLines ?? [],
  };
}
