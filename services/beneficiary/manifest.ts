import type { ServiceManifest } from '#shared/functions/manifest.ts';
import { HTTP } from './functions/http.ts';
import { ON_EVENTS } from './functions/on-events.ts';

/** Every function of the beneficiary service. */
export const BENEFICIARY: ServiceManifest = {
  service: 'beneficiary',
  functions: [HTTP, ON_EVENTS],
};
