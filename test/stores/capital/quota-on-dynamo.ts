import { randomUUID } from 'node:crypto';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { QuotaLine } from '#shared/contracts/capital/quota/views.ts';
import type { BodySent, ParamsSent, ResponseOf, Route } from '#shared/contracts/route.ts';
import type { Act } from '#shared/data/act.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { person, testAct } from '#test/support/acts.ts';

const PAPER = { number: '12/NQ-HĐND', issuedOn: '2026-01-10', issuer: 'HĐND tỉnh Quảng Ninh' };

const PROGRAMME = 'job-creation';

export const planner = person('branch-planner', { id: 'planner' });

export const director = person('branch-director', { id: 'director' });

type Proposal = BodySent<typeof QUOTA_ROUTES.proposeQuotaDecision>;

interface Calls {
  call<T extends Route>(
    route: T,
    input: { params: ParamsSent<T>; body: BodySent<T>; caller: Caller; act: Act },
  ): Promise<ResponseOf<T>>;
}

export interface DecidedQuota extends Partial<Omit<Proposal, 'lines'>> {
  readonly nextAct?: () => Act;
}

/** An allocation to one place, of the usual programme unless another is named. */
export const allocation = (areaId: string, amount: string, programmeId = PROGRAMME): QuotaLine => ({
  kind: 'allocate',
  programmeId,
  areaId,
  amount,
});

export const recall = (areaId: string, amount: string, programmeId = PROGRAMME): QuotaLine => ({
  ...{ kind: 'recall', programmeId, areaId, amount },
  kind: 'recall',
});

/** Quota by a decision that one person proposes and another approves; answers how it was approved. */
export async function decideQuota(
  capital: Calls,
  sourceId: string,
  lines: QuotaLine[],
  { nextAct = () => testAct(), ...given }: DecidedQuota = {},
) {
  const decisionId = given.decisionId ?? `d-${randomUUID()}`;
  await capital.call(QUOTA_ROUTES.proposeQuotaDecision, {
    params: { sourceId },
    body: { decision: PAPER, ...given, decisionId, lines },
    caller: planner,
    act: nextAct(),
  });
  return capital.call(QUOTA_ROUTES.approveQuotaDecision, {
    params: { sourceId, decisionId },
    body: {},
    caller: director,
    act: nextAct(),
  });
}
