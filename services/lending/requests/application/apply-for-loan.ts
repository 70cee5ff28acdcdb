import { actDay } from '#lending/act-day.ts';
import { assertBorrower } from '#lending/groups/domain/group.ts';
import { saveFact } from '#lending/loans/application/change-loan.ts';
import type { Accepted } from '#lending/loans/application/change-loan.ts';
import {
  assertInstalments,
  assertTerm,
  assertUnderCeiling,
  lendingVersion,
  longestSpacing,
} from '#lending/programmes/domain/programme.ts';
import { GROUP_ERRORS } from '#shared/contracts/lending/groups/errors.ts';
import { PROGRAMME_ERRORS } from '#shared/contracts/lending/programmes/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { Context } from '#shared/application/context.ts';
import { absent } from '#shared/application/preconditions.ts';
import type { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertOrganisation, assertReach } from '#shared/domain/caller.ts';
import { commitmentsOf, countingLoans } from './borrower-debt.ts';
import type { RequestStore } from './ports.ts';

const refuse = errorsOf({ ...GROUP_ERRORS, ...PROGRAMME_ERRORS });

/**
 * A member of a group requests a loan (01/TD).
 * 1. Read the group, the membership and what the household owes in the programme.
 * 2. The caller reaches the commune and works for the organisation of the group.
 * 3. The borrower is a member; the programme lends on the day; term and amount are within its terms.
 * 4. The loan begins as `applied`.
 */
export async function applyForLoan(
  context: Context<RequestStore>,
  body: BodyOf<typeof REQUEST_ROUTES.applyForLoan>,
): Promise<Accepted> {
  const { caller, store } = context;
  const { loan, group, membership, committed } = await store.readApplication(body);
  absent(loan, body.loanId);
  if (group === null) throw refuse('group-unknown', { groupId: body.groupId });
  assertReach(caller, group.communeId);
  assertOrganisation(caller, group.organisationId);
  const { effectiveOn, ...request } = body;
  const on = actDay(context.today, { effectiveOn });
  assertBorrower(group.groupId, body, membership, on);
  const programme = await store.readProgramme(body.programmeId);
  if (programme === null) throw refuse('programme-unknown', { programmeId: body.programmeId });
  const version = lendingVersion(programme, on);
  assertTerm(version, body.termMonths);
  const { amount } = body;
  assertInstalments(amount, body.termMonths, longestSpacing(version, body.termMonths));
  const owed = commitmentsOf(await countingLoans(store, committed));
  assertUnderCeiling(version, { personId: body.personId, amount }, owed);
  const { communeId, organisationId } = group;
  return saveFact(store, null, { kind: 'applied', ...request, communeId, organisationId, on, by: caller.id });
}
