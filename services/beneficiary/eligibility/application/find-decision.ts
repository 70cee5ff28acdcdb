import type { ELIGIBILITY_ROUTES } from '#shared/contracts/beneficiary/eligibility/routes.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { DecisionReader } from './ports.ts';

const refuse = errorsOf(COMMON_ERRORS);

type DecisionAnswer = ResponseOf<typeof ELIGIBILITY_ROUTES.getEligibilityDecision>;

/** The decision on a loan with its reasons. Throws `not-found` or `area-not-allowed`. */
export async function findDecision(
  decisions: DecisionReader,
  caller: Caller,
  loanId: string,
): Promise<DecisionAnswer> {
  const decision = await decisions.decision(loanId);
  if (decision === null) throw refuse('not-found', { loanId });
  assertReach(caller, decision.communeId);
  return { ...decision, reasons: [...decision.reasons], capitalKinds: [...decision.capitalKinds] };
}
