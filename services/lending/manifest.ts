import type { ServiceManifest } from '#shared/functions/manifest.ts';
import { HTTP_PROGRAMMES } from './functions/http-programmes.ts';
import { HTTP_GROUPS } from './functions/http-groups.ts';
import { HTTP_REQUESTS } from './functions/http-requests.ts';
import { HTTP_LOANS } from './functions/http-loans.ts';
import { HTTP_CALCULATOR } from './functions/http-calculator.ts';
import { ON_EVENTS } from './functions/on-events.ts';

/** Every function of the lending service. */
export const LENDING: ServiceManifest = {
  service: 'lending',
  functions: [HTTP_PROGRAMMES, HTTP_GROUPS, HTTP_REQUESTS, HTTP_LOANS, HTTP_CALCULATOR, ON_EVENTS],
};
