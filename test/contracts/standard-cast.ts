import * as standard from '#test/support/world/standard-commands.ts';
import type { World } from '#test/support/world/small-world.ts';
import { revisedStandard } from './well-formed.ts';

/** Proposals of one standard: one waits, one was rejected, one was made before another was approved. */
export const WAITING = 'standard-waiting';
export const REJECTED = 'standard-rejected';
export const OVERTAKEN = 'standard-overtaken';
const OVERTAKING = 'standard-overtaking';

const anew = { ...revisedStandard('Chuẩn của kịch bản'), standardId: 'province-of-scenarios' };

export async function playStandards(world: World): Promise<void> {
  await world.must(standard.proposeStandard(OVERTAKEN, anew));
  await world.must(standard.proposeStandard(OVERTAKING, { ...anew, note: 'Chuẩn được duyệt trước' }));
  await world.must(standard.approveStandard(OVERTAKING));
  await world.must(standard.proposeStandard(WAITING, anew));
  await world.must(standard.proposeStandard(REJECTED, anew));
  await world.must(standard.rejectStandard(REJECTED));
}

/** What is on record once the cast was played. */
export const ON_RECORD = { ...anew, note: 'Chuẩn được duyệt trước' };
