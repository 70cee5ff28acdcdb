import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { deadLetterParker } from '#shared/runtime/parker.ts';
import { wire } from '#shared/runtime/wire.ts';

/** Behind the dead letters of every consumer of the service. */
export const handler = deadLetterParker(wire(ServiceEnvironmentSchema));
