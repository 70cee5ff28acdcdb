import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { QuotaLine } from '#shared/contracts/capital/quota/views.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { command, decisionOn, PROGRAMME } from './commands.ts';
import type { Command } from './commands.ts';

const { proposeQuotaDecision, approveQuotaDecision, rejectQuotaDecision, withdrawQuotaDecision } =
  QUOTA_ROUTES;

export const allocateLine = (areaId: string, amount: string, programmeId = PROGRAMME): QuotaLine => ({
  kind: 'allocate',
  programmeId,
  areaId,
  amount,
});

export const recallLine = (areaId: string, amount: string): QuotaLine => ({
  kind: 'recall',
  programmeId: PROGRAMME,
  areaId,
  amount,
});

export function proposeDecision(
  sourceId: string,
  decisionId: string,
  lines: QuotaLine[],
  effectiveOn: string,
  given: Partial<BodySent<typeof proposeQuotaDecision>> = {},
): Command {
  return command(
    'branch-planner',
    proposeQuotaDecision,
    `${sourceId}-${decisionId}-propose`.slice(-64),
    { decisionId, decision: decisionOn(effectiveOn), effectiveOn, lines, ...given },
    { sourceId },
  );
}

export function approveDecision(sourceId: string, decisionId: string): Command {
  return command(
    'branch-director',
    approveQuotaDecision,
    `${sourceId}-${decisionId}-approve`.slice(-64),
    {},
    { sourceId, decisionId },
  );
}

export function rejectDecision(sourceId: string, decisionId: string): Command {
  return command(
    'branch-director',
    rejectQuotaDecision,
    `${sourceId}-${decisionId}-reject`.slice(-64),
    { reason: 'Chưa đúng kế hoạch' },
    { sourceId, decisionId },
  );
}

export function withdrawDecision(sourceId: string, decisionId: string): Command {
  return command(
    'branch-planner',
    withdrawQuotaDecision,
    `${sourceId}-${decisionId}-withdraw`.slice(-64),
    { reason: 'Lập lại theo quyết định mới' },
    { sourceId, decisionId },
  );
}

/** Quota allocated to a commune by a decision of one line: proposed by one person, approved by another. */
export function allocateQuota(
  sourceId: string,
  communeId: string,
  amount: string,
  effectiveOn: string,
  decisionId = `quota-${communeId}`,
): [Command, Command] {
  return [
    proposeDecision(sourceId, decisionId, [allocateLine(communeId, amount)], effectiveOn),
    approveDecision(sourceId, decisionId),
  ];
}
