import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import * as give from '#test/support/world/commands.ts';
import * as opening from '#test/support/world/opening-commands.ts';
import * as quota from '#test/support/world/quota-commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';
import { CUT_OVER, UNTOUCHED } from './opening-cast.ts';
import { DECIDED } from './quota-cast.ts';

/** A programme that lent when a loan was requested, and no longer does when it is to be approved. */
export const SHORT_LIVED = 'short-lived';

/** A programme that was to begin with the year, and begins later after all; what was proposed for it by then. */
export const POSTPONED = 'postponed';
export const POSTPONED_DECISION = 'decision-postponed';
export const POSTPONED_OPENING = 'opening-postponed';

const ON = '2026-02-05';

/** A programme with the terms of the usual one, for other days. */
async function putProgramme(
  { doors }: World,
  programmeId: string,
  days: { readonly from: string; readonly to: string | null },
): Promise<void> {
  const client = doors.system('reference-loader');
  const usual = { params: { programmeId: give.PROGRAMME } };
  const known = await client.call(LENDING_ROUTES.getProgramme, usual);
  const { programmeId: like, revision, on, inForce, ...content } = known;
  if (inForce === null) throw new Error(`${like} (revision ${revision}) has no version on ${on}`);
  const body = { ...content, versions: [{ ...inForce, ...days }] };
  await client.call(LENDING_ROUTES.putProgramme, { params: { programmeId }, body });
}

export async function playShortLived(world: World, to: string): Promise<void> {
  await putProgramme(world, SHORT_LIVED, { from: '2026-01-01', to });
  const client = world.doors.system('reference-loader');
  const { versions } = await client.call(BENEFICIARY_ROUTES.getEligibilityRules, {
    params: { programmeId: give.PROGRAMME },
  });
  await client.call(BENEFICIARY_ROUTES.putEligibilityRules, {
    params: { programmeId: SHORT_LIVED },
    body: { programmeId: SHORT_LIVED, versions },
  });
}

export async function playPostponed(world: World): Promise<void> {
  await putProgramme(world, POSTPONED, { from: '2026-01-01', to: null });
  await world.settled();
  const lines = [quota.allocateLine(HOME, '1', POSTPONED)];
  await world.must(quota.proposeDecision(DECIDED, POSTPONED_DECISION, lines, ON, { isAnother: true }));
  const balances = {
    programmeId: POSTPONED,
    communeId: HOME,
    outstanding: '700000000',
    available: '300000000',
  };
  await world.must(opening.proposeOpening(UNTOUCHED, POSTPONED_OPENING, CUT_OVER, { lines: [balances] }));
  await putProgramme(world, POSTPONED, { from: TODAY, to: null });
}
