import { actDay } from '#lending/act-day.ts';
import type { Group } from '#lending/groups/domain/group.ts';
import { changeOf } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import type { Loan } from '#lending/loans/domain/loan.ts';
import { GROUP_ERRORS } from '#shared/contracts/lending/groups/errors.ts';
import { REQUEST_ERRORS } from '#shared/contracts/lending/requests/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Context } from '#shared/application/context.ts';
import { absent } from '#shared/application/preconditions.ts';
import type { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { laterOf } from '#shared/domain/business-day.ts';
import { assertOrganisation, assertReach } from '#shared/domain/caller.ts';
import { sumVnd } from '#shared/domain/vnd.ts';
import type { LoanList } from '../domain/loan-list.ts';
import type { RequestStore } from './ports.ts';

const refuse = errorsOf({ ...GROUP_ERRORS, ...REQUEST_ERRORS });

/**
 * A group sends its voted list (03/TD) to the commune.
 * 1. Read the group and every request of the list.
 * 2. The caller reaches the commune and works for the organisation of the group.
 * 3. Every request is of this group, `applied`, and not later than the list.
 * 4. The list is submitted and its requests become `listed`, together.
 */
export async function submitList(
  context: Context<RequestStore>,
  body: BodyOf<typeof REQUEST_ROUTES.submitList>,
): Promise<Accepted> {
  const { caller, store } = context;
  const { list, group, loans } = await store.readNewList(body);
  absent(list, body.listId);
  if (group === null) throw refuse('group-unknown', { groupId: body.groupId });
  assertReach(caller, group.communeId);
  assertOrganisation(caller, group.organisationId);
  assertListable(group, body.loanIds, loans);
  const latest = loans.reduce((day, loan) => laterOf(day, loan.lastFactOn), group.formedOn);
  const on = actDay(context.today, body, latest);
  const submitted: LoanList = {
    listId: body.listId,
    groupId: group.groupId,
    communeId: group.communeId,
    organisationId: group.organisationId,
    status: 'submitted',
    total: sumVnd(loans.map(({ requestedAmount }) => requestedAmount)),
    submittedOn: on,
    submittedBy: caller.id,
    confirmedOn: null,
    confirmedBy: null,
    lines: loans.map(({ loanId }) => ({ loanId, outcome: 'waiting', reason: null })),
    version: 1,
  };
  const changes = loans.map((loan) =>
    changeOf(loan, { kind: 'listed', on, by: caller.id, listId: body.listId }),
  );
  const answer = { id: body.listId, version: submitted.version, status: submitted.status };
  return store.save({ list: { before: null, after: submitted }, loans: changes }, answer);
}

function assertListable(group: Group, loanIds: readonly string[], loans: readonly Loan[]): void {
  const known = new Set(loans.map(({ loanId }) => loanId));
  const unknown = loanIds.filter((loanId) => !known.has(loanId));
  if (unknown.length > 0) throw refuse('loan-unknown', { loanIds: unknown });
  if (known.size !== loanIds.length) throw refuse('list-loan-not-applied', { loanIds: repeated(loanIds) });
  const unfit = loans.filter((loan) => loan.status !== 'applied' || loan.groupId !== group.groupId);
  if (unfit.length > 0) throw refuse('list-loan-not-applied', { loanIds: unfit.map(({ loanId }) => loanId) });
}

function repeated(loanIds: readonly string[]): string[] {
  return loanIds.filter((loanId, index) => loanIds.indexOf(loanId) !== index);
}
