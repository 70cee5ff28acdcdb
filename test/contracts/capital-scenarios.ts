import * as give from '#test/support/world/commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import { DAYS, LOANS, SOURCE } from './cast.ts';
import { stranger } from './scenario.ts';
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

/** Each way the capital service refuses by its own rules. */
export const CAPITAL_SCENARIOS: Scenarios = {
  openSource: {
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
    'area-not-allowed': (say) =>
      say.give(give.receiveCapital(SOURCE, '1', TODAY), stranger('finance-officer')),
    'version-stale': (say) => say.give(give.receiveCapital(SOURCE, '1', TODAY, { expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(give.receiveCapital(SOURCE, '1', TOMORROW)),
    'decision-not-yet-issued': (say) =>
      say.give(give.receiveCapital(SOURCE, '1', TODAY, { decision: later })),
    'effective-day-before-last-entry': (say) => say.give(give.receiveCapital(SOURCE, '1', DAYS.opened)),
  },
  allocateQuota: {
    'version-stale': (say) => say.give(give.allocateQuota(SOURCE, HOME, '1', TODAY, { expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(give.allocateQuota(SOURCE, HOME, '1', TOMORROW)),
    'area-not-allowed': (say) =>
      say.give(give.allocateQuota(SOURCE, HOME, '1', TODAY), stranger('branch-planner')),
    'decision-not-yet-issued': (say) =>
      say.give(give.allocateQuota(SOURCE, HOME, '1', TODAY, { decision: later })),
    'effective-day-before-last-entry': (say) => say.give(give.allocateQuota(SOURCE, HOME, '1', DAYS.opened)),
    'capital-unallocated-exceeded': (say) => say.give(give.allocateQuota(SOURCE, HOME, '500000001', TODAY)),
  },
  getSource: ofTheProvince('getSource'),
  listEntries: ofTheProvince('listEntries'),
  getTrialBalance: ofTheProvince('getTrialBalance'),
  listQuotas: rowsOf('listQuotas'),
  listSourceLoans: rowsOf('listSourceLoans'),
  getLoanCapital: {
    'area-not-allowed': (say) =>
      say.get('getLoanCapital', { params: { loanId: LOANS.active } }, stranger('auditor')),
  },
};
