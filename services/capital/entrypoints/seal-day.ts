import { sealEverySource } from '#capital/ledger/nightly.ts';
import { scheduledTask } from '#shared/runtime/scheduled.ts';
import { wire } from '../wiring.ts';

const service = wire();

export const handler = scheduledTask({
  ...service,
  name: 'capital-seal-day',
  run: (act) => sealEverySource(service, service.table, act),
});
