import type { Person } from '#infra/local/identity/identity.ts';
import type { Role } from '#shared/domain/roles.ts';
import * as give from '#test/support/world/commands.ts';
import * as contract from '#test/support/world/contract-commands.ts';
import { TODAY } from '#test/support/world/small-world.ts';
import { DAYS, SOURCE } from './cast.ts';
import { AMENDED, APPROVED, MONTH, PENDING, SIGNED, SPLIT } from './contract-cast.ts';
import { stranger } from './scenario.ts';
import type { Scenario, Scenarios } from './scenario.ts';

const TOMORROW = '2026-06-16';

const NEVER = '2099-01-01T00:00:00.000Z';

const NEW = 's-new-contract';

const colleague: Person = { username: 'officer-of-contracts', roles: ['finance-officer'], areas: ['22'] };

const undecided = {
  number: 'PL',
  decision: { number: '1/QĐ', issuedOn: TOMORROW, issuer: 'Ủy ban nhân dân tỉnh' },
};

const rate = (from: string, to: string | null) =>
  ({ name: 'risk-provision-rate', rate: '0.75', from, to }) as const;

const OVERLAPPING = [rate(DAYS.opened, null), rate(TODAY, null)];

const REVERSED_DATES = [rate(TODAY, DAYS.opened)];

const propose = (
  given: Parameters<typeof contract.termsFrom>[1] = {},
  rest: Parameters<typeof contract.proposeChange>[4] = {},
) => contract.proposeChange(SOURCE, 'change-new', DAYS.opened, contract.termsFrom(DAYS.opened, given), rest);

const open = (parameters: ReturnType<typeof rate>[]) => {
  const { body } = give.openSource(NEW, TODAY);
  return { ...give.openSource(NEW, TODAY), body: { ...(body as object), contract: foundingOn(parameters) } };
};

const foundingOn = (parameters: ReturnType<typeof rate>[]) => ({
  number: '1/HĐUT',
  signedOn: TODAY,
  parties: ['Một', 'Hai'],
  decision: { number: '1/QĐ', issuedOn: TODAY, issuer: 'Ủy ban nhân dân tỉnh' },
  parameters,
});

const ofTheProvince = (
  operationId: string,
  given: Readonly<Record<string, string>> = {},
  role: Role = 'credit-officer',
): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) =>
    say.get(operationId, { params: { sourceId: AMENDED, ...given } }, stranger(role)),
});

/** Each way contracts and their changes are refused. */
export const CONTRACT_SCENARIOS: Scenarios = {
  openSource: {
    'contract-terms-overlap': (say) => say.give(open(OVERLAPPING)),
    'contract-term-dates-refused': (say) => say.give(open(REVERSED_DATES)),
  },
  proposeContractChange: {
    'area-not-allowed': (say) => say.give(propose(), stranger('finance-officer')),
    'already-exists': (say) =>
      say.give(contract.proposeChange(AMENDED, APPROVED, SIGNED, contract.termsFrom(SIGNED))),
    'version-stale': (say) => say.give(propose({}, { expectedVersion: 99 })),
    'decision-not-yet-issued': (say) => say.give(propose({}, { annex: undecided })),
    'contract-terms-overlap': (say) => say.give(propose({ parameters: OVERLAPPING })),
    'contract-term-dates-refused': (say) => say.give(propose({ parameters: REVERSED_DATES })),
    'contract-change-pending': (say) =>
      say.give(contract.proposeChange(AMENDED, 'change-new', SIGNED, contract.termsFrom(SIGNED))),
    'contract-change-reaches-back': (say) => say.give(propose({}, { effectiveOn: TODAY })),
    'contract-change-empty': (say) => say.give(propose({ targets: [] })),
  },
  approveContractChange: {
    'area-not-allowed': (say) =>
      say.give(contract.approveChange(AMENDED, PENDING), stranger('finance-officer')),
    'maker-may-not-decide': (say) =>
      say.give({ ...contract.approveChange(AMENDED, PENDING), by: 'finance-officer' }),
    'proposal-not-pending': (say) => say.give(contract.approveChange(AMENDED, APPROVED)),
  },
  rejectContractChange: {
    'area-not-allowed': (say) =>
      say.give(contract.rejectChange(AMENDED, PENDING), stranger('finance-officer')),
    'maker-may-not-decide': (say) =>
      say.give({ ...contract.rejectChange(AMENDED, PENDING), by: 'finance-officer' }),
    'proposal-not-pending': (say) => say.give(contract.rejectChange(AMENDED, APPROVED)),
  },
  withdrawContractChange: {
    'area-not-allowed': (say) =>
      say.give(contract.withdrawChange(AMENDED, PENDING), stranger('finance-officer')),
    'only-maker-may-withdraw': (say) => say.give(contract.withdrawChange(AMENDED, PENDING), colleague),
    'proposal-not-pending': (say) => say.give(contract.withdrawChange(AMENDED, APPROVED)),
  },
  getContract: {
    ...ofTheProvince('getContract'),
    'known-on-in-future': (say) =>
      say.get('getContract', { params: { sourceId: AMENDED }, query: { knownOn: NEVER } }, 'auditor'),
  },
  listContractVersions: ofTheProvince('listContractVersions'),
  listContractChanges: ofTheProvince('listContractChanges'),
  getContractChange: ofTheProvince('getContractChange', { changeId: PENDING }),
  getContractTargets: ofTheProvince('getContractTargets'),
  splitInterest: {
    'area-not-allowed': (say) => say.give(contract.splitInterest(SPLIT, MONTH), stranger('finance-officer')),
    'version-stale': (say) => say.give(contract.splitInterest(SPLIT, MONTH, { expectedVersion: 99 })),
    'effective-day-in-future': (say) =>
      say.give(contract.splitInterest(SPLIT, MONTH, { effectiveOn: TOMORROW })),
    'effective-day-before-last-entry': (say) =>
      say.give(contract.splitInterest(SPLIT, MONTH, { effectiveOn: '2026-05-04' })),
    'month-not-over': (say) => say.give(contract.splitInterest(SPLIT, TODAY.slice(0, 7))),
    'split-terms-missing': (say) => say.give(contract.splitInterest(AMENDED, MONTH)),
    'split-money-spent': (say) => say.give(contract.splitInterest(SPLIT, MONTH)),
  },
  listInterestSplits: ofTheProvince('listInterestSplits'),
  getInterestSplit: {
    ...ofTheProvince('getInterestSplit', { sourceId: SPLIT, month: MONTH }),
    'known-on-in-future': (say) =>
      say.get(
        'getInterestSplit',
        { params: { sourceId: SPLIT, month: MONTH }, query: { knownOn: NEVER } },
        'auditor',
      ),
  },
};
