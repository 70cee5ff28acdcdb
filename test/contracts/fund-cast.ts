import * as give from '#test/support/world/commands.ts';
import * as fund from '#test/support/world/fund-commands.ts';
import type { World } from '#test/support/world/small-world.ts';

/** A source of a former district, whose investor ended on 2025-06-30, with a fund of 1000 đồng. */
export const DISTRICT = 's-district';
/** Another, without money. */
export const EMPTY_DISTRICT = 's-district-empty';
/** Two that were handed over; the hand-over is their third version. Some scenario takes the second one's back. */
export const HANDED = 's-handed';
export const HANDED_BACK = 's-handed-back';
export const HANDED_ON = '2026-02-05';
/** Two with a withdrawal, their third version. */
export const WITHDRAWN = 's-withdrawn';
export const GIVEN_BACK = 's-given-back';
export const WITHDRAWN_ON = '2025-06-10';
/** A plan that has a tranche. */
export const PLAN = 'plan-contracts';

const INVESTORS: Readonly<Record<string, string>> = {
  [DISTRICT]: 'former-district-ha-long',
  [HANDED]: 'former-district-ha-long',
  [HANDED_BACK]: 'former-district-ha-long',
  [EMPTY_DISTRICT]: 'former-district-ha-long',
  [WITHDRAWN]: 'province-22',
  [GIVEN_BACK]: 'province-22',
};

/** Plays the funds into every state that some refusal needs; the source that takes over is there already. */
export async function playFunds(world: World): Promise<void> {
  for (const [sourceId, investorId] of Object.entries(INVESTORS)) {
    await world.must(give.openSource(sourceId, '2025-06-02', { investorId }));
    if (sourceId !== EMPTY_DISTRICT) await world.must(give.receiveCapital(sourceId, '1000', '2025-06-03'));
  }
  for (const sourceId of [HANDED, HANDED_BACK])
    await world.must(fund.handOverFund(sourceId, '1000', HANDED_ON));
  for (const sourceId of [WITHDRAWN, GIVEN_BACK])
    await world.must(fund.withdrawCapital(sourceId, '100', WITHDRAWN_ON));
  await world.must(fund.recordFundingPlan(WITHDRAWN, PLAN, '2026-01-05'));
  await world.must(fund.closeYear(WITHDRAWN, 2025));
}
