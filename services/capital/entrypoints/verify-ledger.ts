import { verifyEverySource } from '#capital/verification/nightly.ts';
import { scheduledTask } from '#shared/runtime/scheduled.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = scheduledTask({
  ...service,
  name: 'capital-verify-ledger',
  run: async (act) => {
    await verifyEverySource(service, service.table, act);
  },
});
