import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { readPovertyStandards } from '#shared/reference/reference-data.ts';
import type { PovertyStandardRecord } from '#shared/reference/reference-data.ts';
import type { Doors } from './doors.ts';

type Load = () => Promise<{ readonly unchanged: boolean }>;

/** The standards the platform starts with: the administrator proposes each, the provincial leader approves it. */
export function loadStandards(doors: Doors): Load[] {
  return readPovertyStandards().map((standard) => () => loadStandard(doors, standard));
}

/** What was cut off between the two goes on with the approval: both commands have their keys. */
async function loadStandard(
  doors: Doors,
  standard: PovertyStandardRecord,
): Promise<{ readonly unchanged: boolean }> {
  const { listPovertyStandards, proposePovertyStandard, approvePovertyStandard } = BENEFICIARY_ROUTES;
  const { standardId, from, source } = standard;
  const inForce = await doors.as('auditor').call(listPovertyStandards, { query: { on: from } });
  if (inForce.items.some((one) => one.standardId === standardId)) return { unchanged: true };
  const proposalId = `${standardId}-founding`;
  await doors.as('administrator').call(proposePovertyStandard, {
    body: { proposalId, reason: `Dữ liệu nền: ${source.instrument}`.slice(0, 200), standard },
    idempotencyKey: `${proposalId}-propose`,
  });
  await doors.as('provincial-leader').call(approvePovertyStandard, {
    params: { proposalId },
    body: {},
    idempotencyKey: `${proposalId}-approve`,
  });
  return { unchanged: false };
}
