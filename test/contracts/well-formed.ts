import { PUBLISHED_ROUTES } from '#infra/documents/published.ts';
import type { Route } from '#shared/contracts/route.ts';
import {
  readAreas,
  readEligibilityRules,
  readInvestors,
  readOrganisations,
  readPovertyStandards,
  readProgrammes,
} from '#shared/reference/reference-data.ts';
import type { Ask } from '#test/support/world/ask.ts';
import { CALCULATION } from '#infra/documents/examples/lending.ts';
import * as give from '#test/support/world/commands.ts';
import * as contract from '#test/support/world/contract-commands.ts';
import * as opening from '#test/support/world/opening-commands.ts';
import * as standard from '#test/support/world/standard-commands.ts';
import * as quota from '#test/support/world/quota-commands.ts';
import * as ask from '#test/support/world/quota-request-commands.ts';
import * as running from '#test/support/world/reservation-commands.ts';
import * as file from '#test/support/world/file-commands.ts';
import * as fund from '#test/support/world/fund-commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import { RESERVATION_BODIES } from './reservation-well-formed.ts';
import { FIGURE_BODIES, FIGURE_PARAMS, FIGURE_QUERIES } from './figures-well-formed.ts';

/** A request that fits the contract of its route, by one who may send it, for things that do not exist. */
export interface WellFormed extends Ask {
  readonly by: string;
}

const LOAN = 'no-such-loan';
const GROUP = 'no-such-group';
const SOURCE = 'no-such-source';
const HOUSEHOLDS = ['nobody-1', 'nobody-2', 'nobody-3', 'nobody-4', 'nobody-5'];

/** What a path parameter may be called; ids that nothing has. */
const UNKNOWN: Readonly<Record<string, string>> = {
  ...FIGURE_PARAMS,
  areaId: '99999-2025',
  code: '99999',
  proposalId: 'no-such-proposal',
  programmeId: 'no-such-programme',
  householdId: 'no-such-household',
  loanId: LOAN,
  eventId: 'no-such-event',
  investorId: 'no-such-investor',
  sourceId: SOURCE,
  changeId: 'no-such-change',
  decisionId: 'no-such-decision',
  month: '2026-05',
  communeId: '99999-2025',
  groupId: GROUP,
  listId: 'no-such-list',
  organisationId: 'no-such-organisation',
  planId: 'no-such-plan',
  requestId: 'no-such-request',
  openingId: 'no-such-opening',
  templateId: 'quota-decision',
  year: '2020',
};

const STATEMENT = { account: 'loans', from: TODAY, to: TODAY };

const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...FIGURE_QUERIES,
  listHouseholds: { communeId: HOME },
  listGroups: { communeId: HOME },
  listLoans: { communeId: HOME },
  listLists: { communeId: HOME, status: 'submitted' },
  getStatement: STATEMENT,
  exportQuotas: { format: 'csv' },
  getFileTemplate: { format: 'csv' },
  getLeafStatement: STATEMENT,
  listBeneficiaryRefusals: { on: TODAY },
  listCapitalRefusals: { on: TODAY },
  listLendingRefusals: { on: TODAY },
};

/** A standard with a content that would be a revision. */
export function revisedStandard(note = 'Revised') {
  const [first] = readPovertyStandards();
  if (first === undefined) throw new Error('there are no standards');
  return { ...first, note };
}

const COMMANDS = [
  standard.proposeStandard('no-such-proposal', revisedStandard()),
  standard.approveStandard('no-such-proposal'),
  standard.rejectStandard('no-such-proposal'),
  standard.withdrawStandard('no-such-proposal'),
  give.registerHousehold('no-such-household', HOME, TODAY),
  give.classify('no-such-household', TODAY),
  give.openSource(SOURCE, TODAY),
  give.receiveCapital(SOURCE, '1000', TODAY),
  give.reverseReceipt(SOURCE, TODAY, 2),
  give.reverseAllocation(SOURCE, HOME, TODAY, 1),
  contract.proposeChange(SOURCE, 'no-such-change', TODAY, contract.termsFrom(TODAY)),
  contract.approveChange(SOURCE, 'no-such-change'),
  contract.rejectChange(SOURCE, 'no-such-change'),
  contract.withdrawChange(SOURCE, 'no-such-change'),
  contract.splitInterest(SOURCE, '2026-05'),
  opening.proposeOpening(SOURCE, 'no-such-opening', TODAY),
  file.importDecision(SOURCE, 'no-such-decision', TODAY),
  file.importOpening(SOURCE, 'no-such-opening', TODAY),
  opening.approveOpening(SOURCE, 'no-such-opening'),
  opening.rejectOpening(SOURCE, 'no-such-opening'),
  opening.withdrawOpening(SOURCE, 'no-such-opening'),
  opening.proposeReversal(SOURCE, 'no-such-opening'),
  opening.approveReversal(SOURCE, 'no-such-opening'),
  opening.rejectReversal(SOURCE, 'no-such-opening'),
  opening.withdrawReversal(SOURCE, 'no-such-opening'),
  quota.proposeDecision(SOURCE, 'no-such-decision', [quota.allocateLine(HOME, '1000')], TODAY),
  quota.approveDecision(SOURCE, 'no-such-decision'),
  quota.rejectDecision(SOURCE, 'no-such-decision'),
  quota.withdrawDecision(SOURCE, 'no-such-decision'),
  ask.askForQuota('no-such-request', HOME),
  ask.acceptRequest('no-such-request', SOURCE, 'no-such-decision'),
  ask.declineRequest('no-such-request'),
  fund.withdrawCapital(SOURCE, '1000', TODAY),
  fund.reverseWithdrawal(SOURCE, TODAY, 2),
  fund.handOverFund(SOURCE, '1000', TODAY),
  fund.reverseHandOver(SOURCE, TODAY, 2),
  fund.recordFundingPlan(SOURCE, 'no-such-plan', TODAY),
  fund.closeYear(SOURCE, 2025),
  give.formGroup(GROUP, HOME, HOUSEHOLDS, TODAY),
  give.addMembers(GROUP, ['nobody-1'], TODAY),
  give.apply(LOAN, GROUP, 'nobody-1', TODAY),
  give.submitList('no-such-list', GROUP, [LOAN], TODAY),
  give.confirmList('no-such-list', [LOAN], TODAY),
  give.approve(LOAN, SOURCE, TODAY),
  give.reject(LOAN, TODAY),
  give.requestCapital(LOAN, TODAY),
  give.cancel(LOAN, TODAY),
  give.withdraw(LOAN, TODAY),
  give.disburse(LOAN, TODAY),
  give.repay(LOAN, 1, '1000', TODAY),
  give.freeze(LOAN, TODAY, '2026-12-31'),
  running.writeOff(LOAN, TODAY),
  running.releaseReservation(LOAN),
];

const BODIES: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(COMMANDS.map(({ route, body }) => [route.operationId, body])),
  ...Object.fromEntries(
    ['Beneficiary', 'Capital', 'Lending'].map((service) => [
      `redrive${service}ParkedEvent`,
      { consumer: 'on-events' },
    ]),
  ),
  calculateLoan: CALCULATION,
  ...FIGURE_BODIES,
  ...RESERVATION_BODIES,
  // Records fit their own ids, so these name what is there, with a content that would be a revision.
  putArea: { ...readAreas().find(({ areaId }) => areaId === HOME), nameAscii: 'Revised' },
  putEligibilityRules: readEligibilityRules().at(-1),
  putInvestor: { ...without(readInvestors()[0], 'investorId'), nameEn: 'Revised' },
  putProgramme: { ...without(readProgrammes()[0], 'programmeId'), nameEn: 'Revised' },
  putOrganisation: { ...without(readOrganisations()[0], 'organisationId'), nameEn: 'Revised' },
};

const IDS_OF_RECORDS: Readonly<Record<string, string | undefined>> = {
  putArea: HOME,
  putEligibilityRules: readEligibilityRules().at(-1)?.programmeId,
};

/** Throws when a route with a body has none here. */
export function wellFormed(route: Route): WellFormed {
  const { operationId } = route;
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const body = BODIES[operationId];
  if (route.body !== null && body === undefined) throw new Error(`${operationId} has no well-formed body`);
  return {
    by: String(route.access.roles.at(-1)),
    params: Object.fromEntries(
      names.map((name) => [name, IDS_OF_RECORDS[operationId] ?? UNKNOWN[name] ?? 'unknown']),
    ),
    query: QUERIES[operationId] ?? {},
    ...(body === undefined ? {} : { body }),
  };
}

function without<T extends object>(record: T | undefined, name: keyof T): Partial<T> {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([field]) => field !== name)) as Partial<T>;
}

export function routeCalled(operationId: string): Route {
  const route = PUBLISHED_ROUTES.find((one) => one.operationId === operationId);
  if (route === undefined) throw new Error(`no route is called ${operationId}`);
  return route;
}
