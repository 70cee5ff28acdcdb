import { forecastReactions } from '#capital/forecast/reactions.ts';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';
import { serveEvents } from '#shared/runtime/serve.ts';
import { wire } from '#shared/runtime/wire.ts';
import { PROJECT_FORECAST } from '../functions/project-forecast.ts';

const service = wire(ServiceEnvironmentSchema);

export const handler = serveEvents(PROJECT_FORECAST, service, [...forecastReactions(service.table)]);
