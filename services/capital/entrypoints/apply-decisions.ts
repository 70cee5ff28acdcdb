import { openingReactions } from '#capital/opening/reactions.ts';
import { decisionReactions } from '#capital/quota/reactions.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveEvents } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { APPLY_DECISIONS } from '../functions/apply-decisions.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveEvents(APPLY_DECISIONS, service, [
  ...decisionReactions(service.table),
  ...openingReactions(service.table),
]);
