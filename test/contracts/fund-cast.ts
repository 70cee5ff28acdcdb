import * as give from '#test/support/world/commands.ts';
import type { World } from '#test/support/world/small-world.ts';

/** A source of a former district, whose investor ended on 2025-06-30. */
export const DISTRICT = 's-district';

/** Plays the funds into every state that some refusal needs. */
export async function playFunds(world: World): Promise<void> {
  await world.must(give.openSource(DISTRICT, '2025-06-02', { investorId: 'former-district-cam-pha' }));
  await world.must(give.receiveCapital(DISTRICT, '1000', '2025-06-03'));
}
