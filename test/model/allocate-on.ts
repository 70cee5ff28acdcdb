import { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import type { Decision } from '#shared/contracts/common.ts';
import { person } from '#test/support/acts.ts';
import type { LedgerInMemory, Outcome } from './ledger-in-memory.ts';

interface Leaf {
  readonly sourceId: string;
  readonly programmeId: string;
  readonly communeId: string;
}

/** Allocates quota to one leaf. */
export function allocateOn(
  ledger: LedgerInMemory,
  { sourceId, programmeId, communeId }: Leaf,
  amount: bigint,
  { on, paper }: { readonly on: string; readonly paper: Decision },
): Promise<Outcome> {
  return ledger.give(
    CAPITAL_ROUTES.allocateQuota,
    {
      params: { sourceId },
      body: { programmeId, communeId, amount: amount.toString(), decision: paper, effectiveOn: on },
    },
    person('branch-planner', { id: 'planner' }),
  );
}
