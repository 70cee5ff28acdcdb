import * as give from '#test/support/world/commands.ts';
import * as quota from '#test/support/world/quota-commands.ts';
import * as contract from '#test/support/world/contract-commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import type { World } from '#test/support/world/small-world.ts';

/** A source whose contract was changed once and has a change that is pending. */
export const AMENDED = 's-amended';
export const APPROVED = 'change-approved';
export const PENDING = 'change-pending';
export const SIGNED = '2026-02-02';

/** A source of which a month was split, and whose supplement was allocated before its terms took it back. */
export const SPLIT = 's-split';
export const MONTH = '2026-04';
const ALL_TO_PROVISION = 'change-provision';
const rates = (from: string, provision: string) => [
  { name: 'risk-provision-rate' as const, rate: provision, from, to: null },
  { name: 'management-fee-rate' as const, rate: '0', from, to: null },
];

/** Plays contracts into every state that some refusal needs. */
export async function playContracts(world: World): Promise<void> {
  await world.must(give.openSource(AMENDED, SIGNED));
  await world.must(contract.proposeChange(AMENDED, APPROVED, SIGNED, contract.termsFrom(SIGNED)));
  await world.must(contract.approveChange(AMENDED, APPROVED));
  const renamed = contract.termsFrom(SIGNED, { parties: ['Sở Tài chính', 'Chi nhánh'] });
  await world.must(contract.proposeChange(AMENDED, PENDING, SIGNED, renamed));
  const { body } = give.openSource(SPLIT, SIGNED);
  const founding = (body as { contract: object }).contract;
  const opening = { ...(body as object), contract: { ...founding, parameters: rates(SIGNED, '0') } };
  await world.must({ ...give.openSource(SPLIT, SIGNED), body: opening });
  await world.must(give.receiveCapital(SPLIT, '100000000', SIGNED));
  for (const act of quota.allocateQuota(SPLIT, HOME, '100000000', SIGNED)) await world.must(act);
}

/** Once interest of the month has come in: what is split, then used, then to be taken back. */
export async function playSplit(world: World): Promise<void> {
  await world.must(contract.splitInterest(SPLIT, MONTH));
  for (const act of quota.allocateQuota(SPLIT, HOME, '1', TODAY, 'quota-again')) await world.must(act);
  const terms = contract.termsFrom(SIGNED, { parameters: rates(SIGNED, '100') });
  await world.must(contract.proposeChange(SPLIT, ALL_TO_PROVISION, SIGNED, terms));
  await world.must(contract.approveChange(SPLIT, ALL_TO_PROVISION));
}
