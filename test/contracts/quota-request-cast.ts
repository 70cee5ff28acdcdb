import * as ask from '#test/support/world/quota-request-commands.ts';
import { HOME } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';

/** Requests of a commune: one waits, one is answered. */
export const OPEN = 'request-open';
export const ANSWERED = 'request-answered';

export async function playQuotaRequests(world: World): Promise<void> {
  await world.must(ask.askForQuota(OPEN, HOME));
  await world.must(ask.askForQuota(ANSWERED, HOME));
  await world.must(ask.declineRequest(ANSWERED));
}
