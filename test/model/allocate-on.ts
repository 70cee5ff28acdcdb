import { randomUUID } from 'node:crypto';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { Decision } from '#shared/contracts/common.ts';
import { person } from '#test/support/acts.ts';
import type { LedgerInMemory, Outcome } from './ledger-in-memory.ts';

interface Leaf {
  readonly sourceId: string;
  readonly programmeId: string;
  readonly communeId: string;
}

/** Allocates quota to one leaf by a decision of one line; refused when it is proposed or when it is approved. */
export async function allocateOn(
  ledger: LedgerInMemory,
  { sourceId, programmeId, communeId: areaId }: Leaf,
  amount: bigint,
  { on, paper }: { readonly on: string; readonly paper: Decision },
): Promise<Outcome> {
  const decisionId = randomUUID();
  const line = { kind: 'allocate' as const, programmeId, areaId, amount: amount.toString() };
  // Drawn at random, one paper may come with the same sum again.
  const given = { decision: paper, isAnother: true };
  const proposed = await ledger.give(
    QUOTA_ROUTES.proposeQuotaDecision,
    { params: { sourceId }, body: { decisionId, ...given, effectiveOn: on, lines: [line] } },
    person('branch-planner', { id: 'proposer' }),
  );
  if (proposed !== 'done') return proposed;
  return ledger.give(
    QUOTA_ROUTES.approveQuotaDecision,
    { params: { sourceId, decisionId }, body: {} },
    person('branch-planner', { id: 'planner' }),
  );
}
