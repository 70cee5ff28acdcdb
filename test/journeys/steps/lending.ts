import type { Answer } from '#shared/client/api-client.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { BodySent, ResponseOf } from '#shared/contracts/route.ts';
import type { Borrower } from './households.ts';
import type { Leaf } from './sources.ts';
import type { Stage } from './stage.ts';
import { until } from './wait.ts';

export type Loan = ResponseOf<typeof LENDING_ROUTES.getLoan>;

export type LoanStatus = Loan['status'];

/** A group of the given households; the first leads it. */
export async function formGroup(stage: Stage, members: readonly Borrower[], on: string): Promise<string> {
  const groupId = stage.id('group');
  const [leader] = members;
  if (!leader) throw new RangeError('a group needs members');
  await stage.command('organisation-officer', 'form-group', LENDING_ROUTES.formGroup, {
    body: {
      groupId,
      name: 'Tổ TK&VV khu phố 5',
      communeId: leader.communeId,
      organisationId: 'women',
      villageName: 'Khu phố 5',
      leaderHouseholdId: leader.householdId,
      transactionDay: 12,
      members: members.map(({ householdId, personId }) => ({ householdId, personId })),
      effectiveOn: on,
    },
  });
  return groupId;
}

export interface Request {
  readonly groupId: string;
  readonly borrower: Borrower;
  readonly programmeId: string;
  readonly amount: string;
  readonly termMonths: number;
  readonly on: string;
}

/** The body of form 01/TD; `name` tells apart several loans of one run. */
export function requestBody(
  stage: Stage,
  request: Request,
  name = 'loan',
): BodySent<typeof LENDING_ROUTES.applyForLoan> {
  const { groupId, borrower, programmeId, amount, termMonths, on } = request;
  const { householdId, personId } = borrower;
  return {
    loanId: stage.id(name),
    ...{ groupId, householdId, personId, programmeId, amount, termMonths },
    purpose: 'Nuôi gà Tiên Yên',
    effectiveOn: on,
  };
}

export async function applyForLoan(
  stage: Stage,
  request: Request,
  name = 'loan',
): Promise<Answer<typeof LENDING_ROUTES.applyForLoan>> {
  return await stage.command('organisation-officer', `apply-${name}`, LENDING_ROUTES.applyForLoan, {
    body: requestBody(stage, request, name),
  });
}

export async function submitList(
  stage: Stage,
  groupId: string,
  loanIds: readonly string[],
  on: string,
  name = 'list',
): Promise<string> {
  const listId = stage.id(name);
  await stage.command('organisation-officer', `submit-${name}`, LENDING_ROUTES.submitList, {
    body: { listId, groupId, loanIds: [...loanIds], effectiveOn: on },
  });
  return listId;
}

export async function confirmList(
  stage: Stage,
  listId: string,
  loanIds: readonly string[],
  on: string,
): Promise<void> {
  await stage.command('commune-chair', `confirm-${listId}`, LENDING_ROUTES.confirmList, {
    params: { listId },
    body: { lines: loanIds.map((loanId) => ({ loanId, outcome: 'confirmed' as const })), effectiveOn: on },
  });
}

export async function approveLoan(
  stage: Stage,
  loanId: string,
  terms: {
    readonly sourceId: string;
    readonly amount: string;
    readonly termMonths: number;
    readonly principalEveryMonths: number;
  },
  on: string,
): Promise<void> {
  await stage.command('branch-director', `approve-${loanId}`, LENDING_ROUTES.approveLoan, {
    params: { loanId },
    body: { ...terms, effectiveOn: on },
  });
}

export async function disburseLoan(stage: Stage, loanId: string, on: string): Promise<void> {
  await stage.command('credit-officer', `disburse-${loanId}`, LENDING_ROUTES.disburseLoan, {
    params: { loanId },
    body: { effectiveOn: on },
  });
}

export async function repay(
  stage: Stage,
  loanId: string,
  payment: { readonly name: string; readonly amount: string; readonly on: string },
): Promise<Answer<typeof LENDING_ROUTES.recordRepayment>> {
  const { name, amount, on } = payment;
  return await stage.command('credit-officer', name, LENDING_ROUTES.recordRepayment, {
    params: { loanId },
    body: { repaymentId: stage.id(name), amount, method: 'cash', effectiveOn: on },
  });
}

export function readLoan(stage: Stage, loanId: string, asOf: string | null = null): Promise<Loan> {
  return stage.doors
    .as('credit-officer')
    .call(LENDING_ROUTES.getLoan, { params: { loanId }, query: asOf === null ? {} : { asOf } });
}

/** Waits until the other services have moved the loan to one of the statuses. */
export function untilLoan(stage: Stage, loanId: string, ...statuses: LoanStatus[]): Promise<Loan> {
  return until(
    `${loanId} ${statuses.join('|')}`,
    () => readLoan(stage, loanId),
    ({ status }) => statuses.includes(status),
  );
}

export function readEligibility(
  stage: Stage,
  loanId: string,
): Promise<ResponseOf<typeof BENEFICIARY_ROUTES.getEligibilityDecision>> {
  return stage.doors
    .as('commune-officer')
    .call(BENEFICIARY_ROUTES.getEligibilityDecision, { params: { loanId } });
}

/** From request to money in the borrower's hand, for stories that begin with a running loan. */
export async function lendTo(
  stage: Stage,
  leaf: Leaf,
  given: {
    readonly groupId: string;
    readonly borrower: Borrower;
    readonly amount: string;
    readonly termMonths: number;
    readonly on: string;
  },
  name = 'loan',
): Promise<string> {
  const { amount, termMonths, on } = given;
  const loanId = stage.id(name);
  await applyForLoan(stage, { ...given, programmeId: leaf.programmeId }, name);
  const listId = await submitList(stage, given.groupId, [loanId], on, `list-${name}`);
  await confirmList(stage, listId, [loanId], on);
  await untilLoan(stage, loanId, 'eligible', 'approved', 'reserved', 'active', 'settled');
  await approveLoan(
    stage,
    loanId,
    { sourceId: leaf.sourceId, amount, termMonths, principalEveryMonths: Math.min(12, termMonths) },
    on,
  );
  await untilLoan(stage, loanId, 'reserved', 'active', 'settled');
  await disburseLoan(stage, loanId, on);
  return loanId;
}
