import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import { chooseDays } from '#test/journeys/steps/calendar.ts';
import { classifyNearPoor, formHousehold } from '#test/journeys/steps/households.ts';
import type { Borrower } from '#test/journeys/steps/households.ts';
import {
  applyForLoan,
  approveLoan,
  confirmList,
  disburseLoan,
  formGroup,
  repay,
  submitList,
} from '#test/journeys/steps/lending.ts';
import { allocateQuota, fundSource } from '#test/journeys/steps/sources.ts';
import type { Leaf } from '#test/journeys/steps/sources.ts';
import { openStage } from '#test/journeys/steps/stage.ts';
import type { Stage } from '#test/journeys/steps/stage.ts';
import type { Entrance } from '#test/province/doors.ts';

export const COMMUNE = '06652-2025';

const PROGRAMME = 'job-creation';

const GROUP_SIZE = 12;

const AMOUNT = '24000000';

interface Ground {
  readonly leaf: Leaf;
  readonly on: string;
}

/** A source with quota for the whole province of the bench. */
export async function prepareSource(entrance: Entrance): Promise<Ground> {
  const stage = openStage(entrance, 'ground');
  const { start: on } = await chooseDays(stage);
  const money = { received: '900000000000', quota: '800000000000' };
  return { leaf: await fundSource(stage, { programmeId: PROGRAMME, communeId: COMMUNE, on, ...money }), on };
}

/** Fills the commune with groups of running loans, each with two repayments. */
export async function fillCommune(entrance: Entrance, ground: Ground, loans: number): Promise<void> {
  for (let group = 0; group < loans / GROUP_SIZE; group += 1) {
    const stage = openStage(entrance, `fill-${group.toString().padStart(4, '0')}`);
    const members: Borrower[] = [];
    for (let index = 0; index < GROUP_SIZE; index += 1)
      members.push(await household(stage, index, ground.on));
    const groupId = await formGroup(stage, members, ground.on);
    for (const [index, borrower] of members.entries()) {
      const loanId = await lend(stage, ground, {
        name: `loan-${pad(index)}`,
        groupId,
        borrower,
        termMonths: 60,
      });
      for (const name of ['first', 'second'])
        await repay(stage, loanId, { name: `${name}-${pad(index)}`, amount: '500000', on: ground.on });
    }
  }
}

/** One of everything, the same at every size of the province. The caller watches what each step costs. */
export async function playProbe(entrance: Entrance, ground: Ground): Promise<void> {
  const stage = openStage(entrance, 'probe');
  const members: Borrower[] = [];
  for (let index = 0; index < 5; index += 1) members.push(await household(stage, index, ground.on));
  const [borrower] = members;
  if (!borrower) throw new RangeError('no members');
  const days = await chooseDays(stage);
  await classifyNearPoor(stage, borrower, days, ground.on);
  const groupId = await formGroup(stage, members, ground.on);
  await allocateQuota(stage, ground.leaf, '1000000', ground.on);
  const loanId = await lend(stage, ground, { name: 'loan-60', groupId, borrower, termMonths: 60 });
  await repay(stage, loanId, { name: 'pay-1', amount: '700000', on: ground.on });
  await repay(stage, loanId, { name: 'pay-1', amount: '700000', on: ground.on });
  await readEverything(stage, { loanId, groupId, ...ground.leaf });
}

/** The same loan with a schedule twice as long, for comparison of the disbursement alone. */
export async function playLongLoan(entrance: Entrance, ground: Ground): Promise<void> {
  const stage = openStage(entrance, 'probe-long');
  const members: Borrower[] = [];
  for (let index = 0; index < 5; index += 1) members.push(await household(stage, index, ground.on));
  const [borrower] = members;
  if (!borrower) throw new RangeError('no members');
  const groupId = await formGroup(stage, members, ground.on);
  await lend(stage, ground, { name: 'loan-120', groupId, borrower, termMonths: 120 });
}

function pad(index: number): string {
  return index.toString().padStart(2, '0');
}

function household(stage: Stage, index: number, on: string): Promise<Borrower> {
  return formHousehold(stage, { name: `hh-${pad(index)}`, communeId: COMMUNE, on });
}

async function lend(
  stage: Stage,
  { leaf, on }: Ground,
  given: {
    readonly name: string;
    readonly groupId: string;
    readonly borrower: Borrower;
    readonly termMonths: number;
  },
): Promise<string> {
  const { name, groupId, borrower, termMonths } = given;
  const loanId = stage.id(name);
  const request = { groupId, borrower, programmeId: PROGRAMME, amount: AMOUNT, termMonths, on };
  await applyForLoan(stage, request, name);
  const listId = await submitList(stage, groupId, [loanId], on, `list-${name}`);
  await confirmList(stage, listId, [loanId], on);
  const terms = { sourceId: leaf.sourceId, amount: AMOUNT, termMonths, principalEveryMonths: 1 };
  await approveLoan(stage, loanId, terms, on);
  await disburseLoan(stage, loanId, on);
  return loanId;
}

async function readEverything(
  stage: Stage,
  ids: Leaf & { readonly loanId: string; readonly groupId: string },
): Promise<void> {
  const auditor = stage.doors.as('auditor');
  const { loanId, groupId, sourceId } = ids;
  const communeId = COMMUNE;
  await auditor.call(LENDING_ROUTES.getLoan, { params: { loanId }, query: {} });
  await auditor.call(LENDING_ROUTES.listLoans, { query: { communeId } });
  await auditor.call(LENDING_ROUTES.listLoanTransactions, { params: { loanId }, query: {} });
  await auditor.call(LENDING_ROUTES.getGroup, { params: { groupId } });
  await auditor.call(LENDING_ROUTES.listGroups, { query: { communeId, limit: '2' } });
  await auditor.call(LENDING_ROUTES.listLists, { query: { communeId, status: 'confirmed' } });
  await auditor.call(BENEFICIARY_ROUTES.listHouseholds, { query: { communeId } });
  await auditor.call(CAPITAL_ROUTES.getSource, { params: { sourceId }, query: {} });
  await auditor.call(CAPITAL_ROUTES.listSourceLoans, { params: { sourceId }, query: {} });
  await auditor.call(CAPITAL_ROUTES.listEntries, { params: { sourceId }, query: {} });
  await auditor.call(CAPITAL_ROUTES.getTrialBalance, { params: { sourceId }, query: {} });
  await auditor.call(CAPITAL_ROUTES.getLoanCapital, { params: { loanId }, query: {} });
}
