import { queueReactions } from '#capital/reservations/queue-reactions.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveEvents } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { OFFER_CAPITAL } from '../functions/offer-capital.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveEvents(OFFER_CAPITAL, service, [...queueReactions(service.table)]);
