import { eligibilityReactions } from '#beneficiary/eligibility/reactions.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveEvents } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { ON_EVENTS } from '../functions/on-events.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveEvents(ON_EVENTS, service, [...eligibilityReactions(service.table)]);
