import { existing } from '#shared/application/preconditions.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { DecisionReader, KnownDecision } from './ports.ts';

/** The decision on a loan with its reasons. Throws `not-found` or `area-not-allowed`. */
export async function findDecision(
  decisions: DecisionReader,
  caller: Caller,
  loanId: string,
): Promise<KnownDecision> {
  const decision = existing(await decisions.decision(loanId), loanId);
  assertReach(caller, decision.communeId);
  return decision;
}
