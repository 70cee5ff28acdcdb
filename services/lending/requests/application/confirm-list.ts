import { actDay } from '#lending/act-day.ts';
import { changeOf } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import type { LoanFact } from '#lending/loans/domain/loan-facts.ts';
import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Context } from '#shared/application/context.ts';
import { existing, expectVersion } from '#shared/application/preconditions.ts';
import type { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { answerList } from '../domain/loan-list.ts';
import type { RequestStore } from './ports.ts';

const refuse = errorsOf(LOAN_ERRORS);

/**
 * The commune answers every request of a list: the household is resident and of the category, or not.
 * 1. Read the list, then its loans.
 * 2. The caller reaches the commune and is another person than those who made the list or a request of it.
 * 3. Each line is confirmed, or refused with a reason.
 * 4. List and loans change together; each confirmed loan asks the beneficiary service for eligibility.
 */
export async function confirmList(
  context: Context<RequestStore>,
  listId: string,
  body: BodyOf<typeof REQUEST_ROUTES.confirmList>,
): Promise<Accepted> {
  const { caller, store } = context;
  const list = existing(await store.readList(listId), listId);
  assertReach(caller, list.communeId);
  expectVersion(body.expectedVersion, list.version);
  const on = actDay(context.today, body, list.submittedOn);
  const told = { on, by: caller.id };
  const answered = answerList(list, body.lines, told);
  const loans = await store.readLoans(list.lines.map(({ loanId }) => loanId));
  const byId = new Map(loans.map((loan) => [loan.loanId, loan]));
  const changes = answered.lines.map(({ loanId, outcome, reason }) => {
    const loan = byId.get(loanId);
    if (!loan) throw new Error(`list ${listId} names ${loanId}, which is not stored`);
    if (loan.actors.includes(caller.id)) throw refuse('maker-is-checker', { loanId });
    const fact: LoanFact =
      outcome === 'refused'
        ? { kind: 'refused', ...told, reason: reason ?? '' }
        : { kind: 'confirmed', ...told };
    return changeOf(loan, fact);
  });
  const answer = { id: listId, version: answered.version, status: answered.status };
  return store.save({ list: { before: list, after: answered }, loans: changes }, answer);
}
