import type { Person } from '#infra/local/identity/identity.ts';
import * as ask from '#test/support/world/quota-request-commands.ts';
import { HOME } from '#test/support/world/small-world.ts';
import { SHORT_LIVED } from './programme-cast.ts';
import { DECIDED, REJECTED, WAITS } from './quota-cast.ts';
import { ANSWERED, OPEN } from './quota-request-cast.ts';
import { stranger } from './scenario.ts';
import type { Say, Scenarios } from './scenario.ts';

const accept = (requestId: string) => ask.acceptRequest(requestId, DECIDED, WAITS);

const askWith = (given: Parameters<typeof ask.askForQuota>[2]) => ask.askForQuota('request-new', HOME, given);

/** One who asks for the commune and answers for the branch; each request is of the scenario’s own. */
const both: Person = {
  username: 'asks-and-answers',
  roles: ['commune-officer', 'branch-planner'],
  areas: ['22'],
};

const askedByBoth = async (say: Say, requestId: string): Promise<string> => {
  await say.give(ask.askForQuota(requestId, HOME), both);
  return requestId;
};

/** Each way requests of communes are refused. */
export const QUOTA_REQUEST_SCENARIOS: Scenarios = {
  requestQuota: {
    'area-not-allowed': (say) => say.give(ask.askForQuota('request-new', HOME), stranger('commune-officer')),
    'already-exists': (say) => say.give(ask.askForQuota(OPEN, HOME)),
    'not-found': (say) => say.give(askWith({ sourceId: 'never-opened' })),
    'reference-unknown': (say) => say.give(askWith({ programmeId: 'never-heard-of' })),
    'reference-not-in-force': (say) => say.give(askWith({ programmeId: SHORT_LIVED })),
  },
  acceptQuotaRequest: {
    'area-not-allowed': (say) => say.give(accept(OPEN), stranger('branch-planner')),
    'maker-may-not-decide': async (say) => say.give(accept(await askedByBoth(say, 'request-mine')), both),
    'proposal-not-pending': (say) => say.give(accept(ANSWERED)),
    'quota-decision-does-not-meet': (say) => say.give(ask.acceptRequest(OPEN, DECIDED, REJECTED)),
  },
  declineQuotaRequest: {
    'area-not-allowed': (say) => say.give(ask.declineRequest(OPEN), stranger('branch-planner')),
    'maker-may-not-decide': async (say) =>
      say.give(ask.declineRequest(await askedByBoth(say, 'request-mine-too')), both),
    'proposal-not-pending': (say) => say.give(ask.declineRequest(ANSWERED)),
  },
  listQuotaRequests: {
    'area-not-allowed': (say) => say.get('listQuotaRequests', {}, stranger('commune-officer')),
  },
  getQuotaRequest: {
    'area-not-allowed': (say) =>
      say.get('getQuotaRequest', { params: { requestId: OPEN } }, stranger('commune-officer')),
  },
};
