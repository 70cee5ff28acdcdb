import * as give from '#test/support/world/commands.ts';
import * as quota from '#test/support/world/quota-commands.ts';
import { HOME } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';

/** Decisions of a source: one waits, one waits that no longer fits, one was rejected. */
export const WAITS = 'decision-waits';
export const NO_LONGER_FITS = 'decision-stale';
export const REJECTED = 'decision-rejected';

/** Their source: it has a thousand, of which one is given out. */
export const DECIDED = 's-decided';
const RECEIVED = '1000';
const ON = '2026-02-05';

/** A source whose papers come twice; nothing else happens to it. */
export const TWICE = 's-twice';

export async function playQuotas(world: World): Promise<void> {
  await world.must(give.openSource(TWICE, ON));
  await world.must(give.receiveCapital(TWICE, RECEIVED, ON));
  await world.must(give.openSource(DECIDED, ON));
  await world.must(give.receiveCapital(DECIDED, RECEIVED, ON));
  const all = [quota.allocateLine('22', RECEIVED)];
  const waiting = { decision: { ...give.decisionOn(ON), number: '13/NQ-HĐND (hư cấu)' } };
  await world.must(quota.proposeDecision(DECIDED, WAITS, [quota.allocateLine(HOME, '1')], ON, waiting));
  await world.must(quota.proposeDecision(DECIDED, NO_LONGER_FITS, all, ON));
  await world.must(quota.proposeDecision(DECIDED, REJECTED, all, ON, { isAnother: true }));
  await world.must(quota.rejectDecision(DECIDED, REJECTED));
  for (const act of quota.allocateQuota(DECIDED, HOME, '1', ON)) await world.must(act);
}
