import { totalsReactions } from '#capital/ledger/reactions.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveEvents } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { PROJECT_TOTALS } from '../functions/project-totals.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveEvents(PROJECT_TOTALS, service, [...totalsReactions(service.table)]);
