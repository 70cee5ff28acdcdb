import { requestReactions } from '#capital/quota/reactions.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveEvents } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { MEET_REQUESTS } from '../functions/meet-requests.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveEvents(MEET_REQUESTS, service, requestReactions(service.table));
