import type { Person } from '#infra/local/identity/identity.ts';
import * as standard from '#test/support/world/standard-commands.ts';
import type { Scenarios } from './scenario.ts';
import { ON_RECORD, OVERTAKEN, REJECTED, WAITING } from './standard-cast.ts';
import { revisedStandard } from './well-formed.ts';

const colleague: Person = { username: 'another-administrator', roles: ['administrator'], areas: ['22'] };

/** Each way poverty standards and their proposals are refused. */
export const STANDARD_SCENARIOS: Scenarios = {
  proposePovertyStandard: {
    'already-exists': (say) => say.give(standard.proposeStandard(WAITING, revisedStandard())),
    'version-stale': (say) =>
      say.give(standard.proposeStandard('standard-new', revisedStandard(), { expectedRevision: 99 })),
    'standard-unchanged': (say) => say.give(standard.proposeStandard('standard-new', ON_RECORD)),
  },
  approvePovertyStandard: {
    'maker-may-not-decide': (say) => say.give({ ...standard.approveStandard(WAITING), by: 'administrator' }),
    'proposal-not-pending': (say) => say.give(standard.approveStandard(REJECTED)),
    'standard-changed-since': (say) => say.give(standard.approveStandard(OVERTAKEN)),
  },
  rejectPovertyStandard: {
    'maker-may-not-decide': (say) => say.give({ ...standard.rejectStandard(WAITING), by: 'administrator' }),
    'proposal-not-pending': (say) => say.give(standard.rejectStandard(REJECTED)),
  },
  withdrawPovertyStandard: {
    'only-maker-may-withdraw': (say) => say.give(standard.withdrawStandard(WAITING), colleague),
    'proposal-not-pending': (say) => say.give(standard.withdrawStandard(REJECTED)),
  },
};

/** The law is the same for the whole province. */
export const STANDARDS_BOUND_TO_NO_AREA: readonly string[] = [
  'proposePovertyStandard',
  'approvePovertyStandard',
  'rejectPovertyStandard',
  'withdrawPovertyStandard',
  'listPovertyStandardProposals',
  'getPovertyStandardProposal',
  'listPovertyStandards',
];
