import type { Person } from '#infra/local/identity/identity.ts';
import type { Role } from '#shared/domain/roles.ts';
import * as give from '#test/support/world/commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import { DAYS, LOANS, REVERSED, SOURCE } from './cast.ts';
import { CONTRACT_SCENARIOS } from './contract-scenarios.ts';
import { FIGURES_SCENARIOS } from './figures-scenarios.ts';
import { FILE_SCENARIOS } from './file-scenarios.ts';
import { FUND_SCENARIOS } from './fund-scenarios.ts';
import { OPENING_SCENARIOS } from './opening-scenarios.ts';
import { TWICE } from './quota-cast.ts';
import { QUOTA_REQUEST_SCENARIOS } from './quota-request-scenarios.ts';
import { QUOTA_SCENARIOS } from './quota-scenarios.ts';
import { RESERVATION_SCENARIOS } from './reservation-scenarios.ts';
import { stranger, twice } from './scenario.ts';
import type { Scenario, Scenarios } from './scenario.ts';

const TOMORROW = '2026-06-16';

const NEW = 's-new';

const later = { number: '1/QĐ', issuedOn: TOMORROW, issuer: 'Ủy ban nhân dân tỉnh' };

/** The source as a whole is for those whose area is the province, also when one commune's row is asked for. */
const ofTheProvince = (operationId: string): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) =>
    say.get(operationId, { params: { sourceId: SOURCE } }, stranger('finance-officer')),
});

const rowsOf = (operationId: string): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) =>
    say.get(
      operationId,
      { params: { sourceId: SOURCE }, query: { communeId: HOME } },
      stranger('credit-officer'),
    ),
});

/** Another person with the same role: whoever recorded an entry may not take it back. */
const colleague = (role: Role): Person => ({ username: `${role}-colleague`, roles: [role], areas: ['22'] });

const officer = colleague('finance-officer');

const planner = colleague('branch-planner');

/** Whoever approved a decision recorded its entries. */
const approver: Person = { username: 'branch-director', roles: ['branch-planner'], areas: ['22'] };

/** The receipt of the cast is the source's second version, its allocation the leaf's first. */
const reverseReceipt = (given: Parameters<typeof give.reverseReceipt>[3] = {}) =>
  give.reverseReceipt(SOURCE, DAYS.received, 2, given);

const reverseAllocation = (given: Parameters<typeof give.reverseAllocation>[4] = {}) =>
  give.reverseAllocation(SOURCE, HOME, DAYS.allocated, 1, given);

const LEAF = { sourceId: SOURCE, programmeId: give.PROGRAMME, communeId: HOME };

const STATEMENT = { account: 'loans', from: DAYS.opened, to: TODAY };

const NEVER = '2099-01-01T00:00:00.000Z';

const ofABook = (
  operationId: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>> = {},
): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) => say.get(operationId, { params, query }, stranger('credit-officer')),
  'known-on-in-future': (say) =>
    say.get(operationId, { params, query: { ...query, knownOn: NEVER } }, 'auditor'),
});

const ofAStatement = (
  operationId: string,
  params: Readonly<Record<string, string>>,
): Readonly<Record<string, Scenario>> => ({
  ...ofABook(operationId, params, STATEMENT),
  'statement-range-refused': (say) =>
    say.get(operationId, { params, query: { ...STATEMENT, from: '2020-01-01' } }, 'auditor'),
});

/** What proves the ledger of a source is for those who audit the whole province. */
const ofTheAuditor = (operationId: string): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) => say.get(operationId, { params: { sourceId: SOURCE } }, stranger('auditor')),
});

/** Each way the capital service refuses by its own rules. */
export const CAPITAL_SCENARIOS: Scenarios = {
  ...FIGURES_SCENARIOS,
  ...RESERVATION_SCENARIOS,
  ...QUOTA_REQUEST_SCENARIOS,
  ...OPENING_SCENARIOS,
  ...QUOTA_SCENARIOS,
  ...FILE_SCENARIOS,
  ...FUND_SCENARIOS,
  ...CONTRACT_SCENARIOS,
  openSource: {
    ...CONTRACT_SCENARIOS['openSource'],
    'area-not-allowed': (say) => say.give(give.openSource(NEW, TODAY), stranger('finance-officer')),
    'already-exists': (say) => say.give(give.openSource(SOURCE, DAYS.opened)),
    'effective-day-in-future': (say) => say.give(give.openSource(NEW, TOMORROW)),
    'investor-unknown': (say) => say.give(give.openSource(NEW, TODAY, { investorId: 'nobody' })),
    'investor-not-in-force': (say) =>
      say.give(give.openSource(NEW, TODAY, { investorId: 'former-district-ha-long' })),
    'capital-kind-not-of-investor': (say) => say.give(give.openSource(NEW, TODAY, { kind: 'central' })),
    'decision-not-yet-issued': (say) =>
      say.give(
        give.openSource(NEW, TODAY, {
          contract: {
            number: '1/HĐUT',
            signedOn: TODAY,
            parties: ['Một', 'Hai'],
            decision: later,
            parameters: [],
          },
        }),
      ),
  },
  receiveCapital: {
    ...FUND_SCENARIOS['receiveCapital'],
    'area-not-allowed': (say) =>
      say.give(give.receiveCapital(SOURCE, '1', TODAY), stranger('finance-officer')),
    'version-stale': (say) => say.give(give.receiveCapital(SOURCE, '1', TODAY, { expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(give.receiveCapital(SOURCE, '1', TOMORROW)),
    'decision-not-yet-issued': (say) =>
      say.give(give.receiveCapital(SOURCE, '1', TODAY, { decision: later })),
    'looks-like-a-duplicate': (say) => twice(say, give.receiveCapital(TWICE, '2', TODAY)),
  },
  reverseReceipt: {
    'area-not-allowed': (say) => say.give(reverseReceipt(), stranger('finance-officer')),
    'version-stale': (say) => say.give(reverseReceipt({ expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(reverseReceipt({ effectiveOn: TOMORROW })),
    'maker-may-not-reverse': (say) => say.give(reverseReceipt()),
    'entry-already-reversed': async (say) => {
      const again = give.reverseReceipt(REVERSED, DAYS.received, 3);
      await say.give(again, officer);
      return say.give(again, officer);
    },
    'effective-day-before-last-entry': (say) =>
      say.give(reverseReceipt({ effectiveOn: DAYS.opened }), officer),
    'capital-unallocated-exceeded': (say) => say.give(reverseReceipt(), officer),
  },
  reverseAllocation: {
    'version-stale': (say) => say.give(reverseAllocation({ expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(reverseAllocation({ effectiveOn: TOMORROW })),
    'area-not-allowed': (say) => say.give(reverseAllocation(), stranger('branch-planner')),
    'maker-may-not-reverse': (say) => say.give(reverseAllocation(), approver),
    'entry-already-reversed': async (say) => {
      const again = give.reverseAllocation(REVERSED, HOME, DAYS.allocated, 1);
      await say.give(again, planner);
      return say.give(again, planner);
    },
    'effective-day-before-last-entry': (say) =>
      say.give(reverseAllocation({ effectiveOn: DAYS.opened }), planner),
    'capital-available-exceeded': (say) => say.give(reverseAllocation(), planner),
  },
  getSource: ofTheProvince('getSource'),
  listEntries: ofTheProvince('listEntries'),
  getTrialBalance: ofABook('getTrialBalance', { sourceId: SOURCE }),
  getStatement: ofAStatement('getStatement', { sourceId: SOURCE }),
  getLeafStatement: ofAStatement('getLeafStatement', LEAF),
  getLeafTrialBalance: ofABook('getLeafTrialBalance', LEAF),
  listChain: ofTheAuditor('listChain'),
  listChainHeads: ofTheAuditor('listChainHeads'),
  listSeals: ofTheAuditor('listSeals'),
  listQuotas: rowsOf('listQuotas'),
  listSourceLoans: rowsOf('listSourceLoans'),
  getLoanCapital: {
    'area-not-allowed': (say) =>
      say.get('getLoanCapital', { params: { loanId: LOANS.active } }, stranger('auditor')),
  },
};
