import type { AreaReader } from '#beneficiary/areas/application/ports.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { urbanRuralOf } from '#beneficiary/areas/domain/area.ts';
import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventOf } from '#shared/contracts/event.ts';
import type { LoanConfirmed } from '#shared/contracts/lending/loans/events.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { decideEligibility } from '../domain/eligibility.ts';
import type { EligibilityStore, RuleReader } from './ports.ts';

const refuse = errorsOf(COMMON_ERRORS);

/**
 * Decides whether a loan request the commune confirmed may be granted by law.
 *
 * 1. Read the borrower as known now, and the classes, rules and debts as of the day of the confirmation.
 * 2. Judge; an unknown household is a "no" with its reason, not an error.
 * 3. Store the decision with every reason and publish it, as one.
 *
 * Throws `already-exists` when another event already led to a decision on this loan.
 */
export async function decideOnLoan(
  stores: { readonly eligibility: EligibilityStore; readonly areas: AreaReader; readonly rules: RuleReader },
  event: EventOf<typeof LoanConfirmed>,
): Promise<Accepted> {
  const { loanId, householdId, personId, programmeId, communeId } = event.data;
  const day = event.effectiveOn;
  const borrower = await stores.eligibility.borrower(loanId, householdId, personId);
  if (borrower.alreadyDecided) throw refuse('already-exists', { loanId });
  const [classes, runningDebts, rules, area] = await Promise.all([
    stores.eligibility.classes(householdId, day),
    stores.eligibility.runningDebts(householdId, programmeId),
    stores.rules.rules(programmeId),
    stores.areas.area(communeId),
  ]);
  const { eligible, reasons, capitalKinds } = decideEligibility({
    day,
    loan: event.data,
    household: borrower.household,
    person: borrower.person,
    classes,
    rules,
    urbanRural: area === null ? null : urbanRuralOf(area),
    runningDebts,
  });
  return stores.eligibility.decide(
    {
      loanId,
      householdId,
      personId,
      programmeId,
      communeId,
      eligible,
      reasons,
      capitalKinds,
      decidedFor: day,
      ruleRevision: rules?.revision ?? null,
    },
    draftEvent({
      event: EligibilityDecided,
      subject: loanId,
      aggregateVersion: 1,
      communeId,
      effectiveOn: day,
      data: {
        loanId,
        householdId,
        programmeId,
        eligible,
        reasons: reasons.map(({ code, met }) => ({ code, met })),
        capitalKinds,
      },
    }),
  );
}
