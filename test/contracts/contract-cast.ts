import * as give from '#test/support/world/commands.ts';
import * as contract from '#test/support/world/contract-commands.ts';
import type { World } from '#test/support/world/small-world.ts';

/** A source whose contract was changed once and has a change that is pending. */
export const AMENDED = 's-amended';
export const APPROVED = 'change-approved';
export const PENDING = 'change-pending';
export const SIGNED = '2026-02-02';

/** Plays contracts into every state that some refusal needs. */
export async function playContracts(world: World): Promise<void> {
  await world.must(give.openSource(AMENDED, SIGNED));
  await world.must(contract.proposeChange(AMENDED, APPROVED, SIGNED, contract.termsFrom(SIGNED)));
  await world.must(contract.approveChange(AMENDED, APPROVED));
  const renamed = contract.termsFrom(SIGNED, { parties: ['Sở Tài chính', 'Chi nhánh'] });
  await world.must(contract.proposeChange(AMENDED, PENDING, SIGNED, renamed));
}
