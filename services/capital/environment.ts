import type * as z from 'zod/mini';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';

/** The capital service needs nothing beyond what every service has. */
export const EnvironmentSchema = ServiceEnvironmentSchema;

export type CapitalEnvironment = z.infer<typeof EnvironmentSchema>;
