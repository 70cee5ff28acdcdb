import type { Person } from '#infra/local/identity/identity.ts';
import type { Command } from '#test/support/world/commands.ts';
import * as quota from '#test/support/world/quota-commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import { POSTPONED_DECISION, SHORT_LIVED } from './programme-cast.ts';
import { DECIDED, NO_LONGER_FITS, REJECTED, WAITS } from './quota-cast.ts';
import { stranger, twice } from './scenario.ts';
import type { Scenario, Scenarios } from './scenario.ts';

const TOMORROW = '2026-06-16';

const NEW = 'decision-new';

const propose = (amount: string, on = TODAY, decisionId = NEW) =>
  quota.proposeDecision(DECIDED, decisionId, [quota.allocateLine(HOME, amount)], on);

const proposeIn = (programmeId: string) =>
  quota.proposeDecision(DECIDED, NEW, [quota.allocateLine(HOME, '1', programmeId)], TODAY);

/** The account that proposed what waits, were it to decide as well. */
const byMaker = (command: Command): Command => ({ ...command, by: 'branch-planner' });

const another: Person = { username: 'another-planner', roles: ['branch-planner'], areas: ['22'] };

const seen = (
  operationId: string,
  params: Readonly<Record<string, string>>,
): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) => say.get(operationId, { params }, stranger('credit-officer')),
});

/** Each way quota decisions are refused. */
export const QUOTA_SCENARIOS: Scenarios = {
  proposeQuotaDecision: {
    'area-not-allowed': (say) => say.give(propose('1'), stranger('branch-planner')),
    'already-exists': (say) => say.give(propose('1', TODAY, WAITS)),
    'effective-day-in-future': (say) => say.give(propose('1', TOMORROW)),
    'quota-decision-refused': (say) => say.give(propose('999999999')),
    'reference-unknown': (say) => say.give(proposeIn('never-heard-of')),
    'reference-not-in-force': (say) => say.give(proposeIn(SHORT_LIVED)),
    'looks-like-a-duplicate': (say) =>
      twice(say, propose('3', TODAY, 'paper-once'), propose('3', TODAY, 'paper-twice')),
  },
  approveQuotaDecision: {
    'area-not-allowed': (say) => say.give(quota.approveDecision(DECIDED, WAITS), stranger('branch-director')),
    'maker-may-not-decide': (say) => say.give(byMaker(quota.approveDecision(DECIDED, WAITS))),
    'proposal-not-pending': (say) => say.give(quota.approveDecision(DECIDED, REJECTED)),
    'quota-decision-refused': (say) => say.give(quota.approveDecision(DECIDED, NO_LONGER_FITS)),
    'reference-not-in-force': (say) => say.give(quota.approveDecision(DECIDED, POSTPONED_DECISION)),
  },
  rejectQuotaDecision: {
    'area-not-allowed': (say) => say.give(quota.rejectDecision(DECIDED, WAITS), stranger('branch-director')),
    'maker-may-not-decide': (say) => say.give(byMaker(quota.rejectDecision(DECIDED, WAITS))),
    'proposal-not-pending': (say) => say.give(quota.rejectDecision(DECIDED, REJECTED)),
  },
  withdrawQuotaDecision: {
    'area-not-allowed': (say) => say.give(quota.withdrawDecision(DECIDED, WAITS), stranger('branch-planner')),
    'only-maker-may-withdraw': (say) => say.give(quota.withdrawDecision(DECIDED, WAITS), another),
    'proposal-not-pending': (say) => say.give(quota.withdrawDecision(DECIDED, REJECTED)),
  },
  listQuotaDecisions: seen('listQuotaDecisions', { sourceId: DECIDED }),
  getQuotaDecision: seen('getQuotaDecision', { sourceId: DECIDED, decisionId: WAITS }),
};
