import { accepted, changeOf } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import { loanForAct } from '#lending/loans/application/loan-for-act.ts';
import {
  assertInstalments,
  assertSpacing,
  assertTerm,
  assertUnderCeiling,
  lendingVersion,
  ratesOf,
  rulesOf,
} from '#lending/programmes/domain/programme.ts';
import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { PROGRAMME_ERRORS } from '#shared/contracts/lending/programmes/errors.ts';
import { REQUEST_ERRORS } from '#shared/contracts/lending/requests/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Context } from '#shared/application/context.ts';
import type { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { commitmentsOf, countingLoans } from './borrower-debt.ts';
import type { RequestStore } from './ports.ts';

const refuse = errorsOf({ ...LOAN_ERRORS, ...PROGRAMME_ERRORS, ...REQUEST_ERRORS });

/**
 * The branch approves an eligible loan and asks for its capital.
 * 1. Read the loan; it is `eligible` and the caller has not acted on it before.
 * 2. Read the programme in force on the day and what the household owes in it.
 * 3. Amount, term and instalments are within request and programme.
 * 4. Terms are fixed for the life of the loan. The household's record in the programme moves with the loan,
 *    so that two approvals at once cannot both use the same room under the ceiling.
 */
export async function approveLoan(
  context: Context<RequestStore>,
  loanId: string,
  body: BodyOf<typeof REQUEST_ROUTES.approveLoan>,
): Promise<Accepted> {
  const { caller, store } = context;
  const { loan, on } = await loanForAct(context, loanId, 'approve', body);
  if (loan.actors.includes(caller.id)) throw refuse('maker-is-checker', { loanId });
  const { programmeId, householdId, personId } = loan;
  const [programme, committed] = await Promise.all([
    store.readProgramme(programmeId),
    store.readCommitted(householdId, programmeId),
  ]);
  if (programme === null) throw refuse('programme-not-open', { on });
  const version = lendingVersion(programme, on);
  const { amount } = body;
  if (amount > loan.requestedAmount) {
    throw refuse('amount-over-request', { requested: loan.requestedAmount.toString(), amount: body.amount });
  }
  assertTerm(version, body.termMonths);
  assertSpacing(version, body.termMonths, body.principalEveryMonths);
  assertInstalments(amount, body.termMonths, body.principalEveryMonths);
  const counting = await countingLoans(store, committed);
  assertUnderCeiling(version, { personId, amount }, commitmentsOf(counting));
  const { sourceId, termMonths, principalEveryMonths } = body;
  const change = changeOf(loan, {
    kind: 'approved',
    on,
    by: caller.id,
    terms: { sourceId, amount, ...ratesOf(version), termMonths, principalEveryMonths, ...rulesOf(version) },
  });
  return store.save(
    {
      loans: [change],
      committed: { ...committed, loanIds: [...counting.map((other) => other.loanId), loanId] },
    },
    accepted(change.after),
  );
}
