import type { Person } from '#infra/local/identity/identity.ts';
import * as give from '#test/support/world/commands.ts';
import type { Command } from '#test/support/world/commands.ts';
import * as fund from '#test/support/world/fund-commands.ts';
import { TODAY } from '#test/support/world/small-world.ts';
import { SOURCE } from './cast.ts';
import {
  DISTRICT,
  EMPTY_DISTRICT,
  GIVEN_BACK,
  HANDED,
  HANDED_BACK,
  HANDED_ON,
  PLAN,
  WITHDRAWN,
  WITHDRAWN_ON,
} from './fund-cast.ts';
import { TWICE } from './quota-cast.ts';
import { stranger, twice } from './scenario.ts';
import type { Say, Scenario, Scenarios } from './scenario.ts';

const TOMORROW = '2026-06-16';

const investor = {
  nameVi: 'Ngân sách tỉnh',
  kind: 'province',
  coreCode: null,
  capitalCode: '2',
  validFrom: '2026-01-01',
  validTo: null,
  source: { instrument: 'Thông tư 11/2017/TT-BTC', issuedOn: null, effectiveOn: null, confidence: 'memory' },
};

const putInvestor = (say: Say, given: Readonly<Record<string, string>>) =>
  say.put('putInvestor', { params: { investorId: 'odd-investor' }, body: { ...investor, ...given } });

const officer: Person = { username: 'finance-colleague', roles: ['finance-officer'], areas: ['22'] };

const outsider = stranger('finance-officer');

const later = { number: '1/QĐ', issuedOn: TOMORROW, issuer: 'Ủy ban nhân dân tỉnh' };

interface Given {
  readonly effectiveOn?: string;
  readonly expectedVersion?: number;
}

const handOver = (given: Parameters<typeof fund.handOverFund>[3] = {}, sourceId = DISTRICT) =>
  fund.handOverFund(sourceId, '1000', TODAY, given);

/** What every command on a source is refused for. */
const ofACommand = (command: (given: Given) => Command): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) => say.give(command({}), outsider),
  'version-stale': (say) => say.give(command({ expectedVersion: 99 })),
  'effective-day-in-future': (say) => say.give(command({ effectiveOn: TOMORROW })),
});

const ofAReversal = (
  reverse: (sourceId: string, given?: Given) => Command,
  standing: string,
  takenBack: string,
): Readonly<Record<string, Scenario>> => ({
  ...ofACommand((given) => reverse(standing, given)),
  'maker-may-not-reverse': (say) => say.give(reverse(standing)),
  'entry-already-reversed': async (say) => {
    await say.give(reverse(takenBack), officer);
    return say.give(reverse(takenBack), officer);
  },
  'effective-day-before-last-entry': (say) =>
    say.give(reverse(standing, { effectiveOn: '2025-06-02' }), officer),
});

const inTheFuture = (operationId: string): Readonly<Record<string, Scenario>> => ({
  'known-on-in-future': (say) =>
    say.get(
      operationId,
      { params: { sourceId: SOURCE }, query: { knownOn: '2099-01-01T00:00:00.000Z' } },
      'auditor',
    ),
});

const plan = (given: Parameters<typeof fund.recordFundingPlan>[3] = {}) =>
  fund.recordFundingPlan(WITHDRAWN, 'plan-odd', TODAY, given);

const ofAYear = (operationId: string): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) =>
    say.get(operationId, { params: { sourceId: WITHDRAWN, year: '2025' } }, stranger('auditor')),
});

/** A fund is for those whose area is the province. */
const ofTheProvince = (operationId: string): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) => say.get(operationId, { params: { sourceId: SOURCE } }, stranger('auditor')),
});

/** Each way the funds, their plans and their closed years are refused. */
export const FUND_SCENARIOS: Scenarios = {
  putInvestor: {
    'validity-reversed': (say) => putInvestor(say, { validTo: '2025-12-31' }),
    'capital-code-not-of-investor': (say) => putInvestor(say, { capitalCode: '1' }),
  },
  receiveCapital: {
    'effective-day-before-opening': (say) => say.give(give.receiveCapital(SOURCE, '1', '2026-02-01')),
    'tranche-unknown': (say) => say.give(give.receiveCapital(SOURCE, '1', TODAY, { trancheId: 'nowhere' })),
    'investor-not-in-force': (say) => say.give(give.receiveCapital(DISTRICT, '1', TODAY)),
  },
  withdrawCapital: {
    ...ofACommand((given) => fund.withdrawCapital(SOURCE, '1', TODAY, given)),
    'decision-not-yet-issued': (say) =>
      say.give(fund.withdrawCapital(SOURCE, '1', TODAY, { decision: later })),
    'effective-day-before-last-entry': (say) => say.give(fund.withdrawCapital(SOURCE, '1', '2026-02-02')),
    'capital-unallocated-exceeded': (say) => say.give(fund.withdrawCapital(SOURCE, '500000001', TODAY)),
    'looks-like-a-duplicate': (say) => twice(say, fund.withdrawCapital(TWICE, '2', TODAY)),
  },
  reverseWithdrawal: ofAReversal(
    (sourceId, given) => fund.reverseWithdrawal(sourceId, WITHDRAWN_ON, 3, given),
    WITHDRAWN,
    GIVEN_BACK,
  ),
  handOverFund: {
    ...ofACommand(handOver),
    'decision-not-yet-issued': (say) => say.give(handOver({ decision: later })),
    'source-not-of-former-district': (say) => say.give(handOver({}, SOURCE)),
    'investor-still-in-force': (say) => say.give(fund.handOverFund(DISTRICT, '1000', '2025-06-30')),
    'holder-not-provincial': (say) => say.give(handOver({ holderSourceId: HANDED })),
    'fund-already-handed-over': (say) => say.give(handOver({}, HANDED)),
    'hand-over-figures-differ': (say) => say.give(handOver({ unlentCash: '999' })),
    'overdue-exceeds-principal': (say) => say.give(handOver({ overduePrincipal: '1' })),
    'nothing-to-hand-over': (say) => say.give(fund.handOverFund(EMPTY_DISTRICT, '0', TODAY)),
  },
  reverseHandOver: ofAReversal(
    (sourceId, given) => fund.reverseHandOver(sourceId, HANDED_ON, 3, given),
    HANDED,
    HANDED_BACK,
  ),
  recordFundingPlan: {
    ...ofACommand((given) => plan(given)),
    'decision-not-yet-issued': (say) => say.give(plan({ decision: later })),
    'tranches-exceed-plan': (say) => say.give(plan({ years: [{ year: 2026, amount: '4999' }] })),
    'named-twice': (say) => say.give(plan({ years: ['1', '2'].map((amount) => ({ year: 2026, amount })) })),
    'tranche-of-another-plan': (say) =>
      say.give(plan({ tranches: [{ trancheId: `${PLAN}-t1`, dueOn: TODAY, amount: '1', decision: null }] })),
  },
  listFundingPlans: {
    ...ofTheProvince('listFundingPlans'),
    ...inTheFuture('listFundingPlans'),
  },
  listFundingPlanVersions: {
    'area-not-allowed': (say) =>
      say.get(
        'listFundingPlanVersions',
        { params: { sourceId: WITHDRAWN, planId: PLAN } },
        stranger('auditor'),
      ),
  },
  listLateTranches: {
    'area-not-allowed': (say) => say.get('listLateTranches', {}, stranger('auditor')),
  },
  closeYear: {
    'area-not-allowed': (say) => say.give(fund.closeYear(DISTRICT, 2025), outsider),
    'year-not-over': (say) => say.give(fund.closeYear(DISTRICT, 2026)),
    'year-before-opening': (say) => say.give(fund.closeYear(DISTRICT, 2024)),
    'year-already-closed': (say) => say.give(fund.closeYear(WITHDRAWN, 2025)),
  },
  listClosings: ofTheProvince('listClosings'),
  getClosing: ofAYear('getClosing'),
  listLateEntries: ofAYear('listLateEntries'),
  listHandOvers: ofTheProvince('listHandOvers'),
  getHoldings: {
    ...ofTheProvince('getHoldings'),
    ...inTheFuture('getHoldings'),
  },
};
