import * as give from '#test/support/world/commands.ts';
import * as opening from '#test/support/world/opening-commands.ts';
import type { World } from '#test/support/world/small-world.ts';

/** A source without any entry, with balances that wait for a decision and balances that were withdrawn. */
export const UNTOUCHED = 's-untouched';
export const CUT_OVER = '2026-02-02';
export const WAITING = 'opening-waiting';
export const CLOSED = 'opening-closed';
/** A source that received money after its balances were proposed. */
export const TOUCHED = 's-touched';

export async function playOpenings(world: World): Promise<void> {
  await world.must(give.openSource(UNTOUCHED, CUT_OVER));
  await world.must(opening.proposeOpening(UNTOUCHED, WAITING, CUT_OVER));
  await world.must(opening.proposeOpening(UNTOUCHED, CLOSED, CUT_OVER));
  await world.must(opening.withdrawOpening(UNTOUCHED, CLOSED));
  await world.must(give.openSource(TOUCHED, CUT_OVER));
  await world.must(opening.proposeOpening(TOUCHED, WAITING, CUT_OVER));
  await world.must(give.receiveCapital(TOUCHED, '1000', CUT_OVER));
}
