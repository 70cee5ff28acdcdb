import * as give from '#test/support/world/commands.ts';
import type { Command } from '#test/support/world/commands.ts';
import * as fund from '#test/support/world/fund-commands.ts';
import * as opening from '#test/support/world/opening-commands.ts';
import type { World } from '#test/support/world/small-world.ts';

/** A source without any entry, with balances that wait for a decision and balances that were withdrawn. */
export const UNTOUCHED = 's-untouched';
export const CUT_OVER = '2026-02-02';
export const WAITING = 'opening-waiting';
export const CLOSED = 'opening-closed';
/** A source that received money after its balances were proposed. */
export const TOUCHED = 's-touched';
/** Sources with balances in the ledger: some that were lent from meanwhile, some that were taken back. */
export const IN_USE = 's-opening-in-use';
export const TAKEN_BACK = 's-opening-taken-back';
export const STANDING = 'opening-standing';

export async function playOpenings(world: World): Promise<void> {
  await world.must(give.openSource(UNTOUCHED, CUT_OVER));
  await world.must(opening.proposeOpening(UNTOUCHED, WAITING, CUT_OVER));
  await world.must(opening.proposeOpening(UNTOUCHED, CLOSED, CUT_OVER));
  await world.must(opening.withdrawOpening(UNTOUCHED, CLOSED));
  await world.must(give.openSource(TOUCHED, CUT_OVER));
  await world.must(opening.proposeOpening(TOUCHED, WAITING, CUT_OVER));
  await world.must(give.receiveCapital(TOUCHED, '1000', CUT_OVER));
  await playReversals(world);
}

async function playReversals(world: World): Promise<void> {
  const byColleague = (command: Command) => world.must({ ...command, by: 'finance-officer-2' });
  for (const sourceId of [IN_USE, TAKEN_BACK]) {
    await world.must(give.openSource(sourceId, CUT_OVER));
    await world.must(opening.proposeOpening(sourceId, STANDING, CUT_OVER));
    await world.must(opening.proposeOpening(sourceId, WAITING, CUT_OVER));
    await byColleague(opening.approveOpening(sourceId, STANDING));
    await world.must(opening.proposeReversal(sourceId, STANDING));
  }
  await world.must(fund.withdrawCapital(IN_USE, '1000', CUT_OVER));
  await byColleague(opening.approveReversal(TAKEN_BACK, STANDING));
}
