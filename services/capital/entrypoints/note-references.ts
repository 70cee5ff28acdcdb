import { referenceReactions } from '#capital/references/reactions.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveEvents } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { NOTE_REFERENCES } from '../functions/note-references.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveEvents(NOTE_REFERENCES, service, referenceReactions(service.table));
