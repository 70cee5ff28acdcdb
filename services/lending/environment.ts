import type * as z from 'zod/mini';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';

/** Variables of the lending functions. */
export const EnvironmentSchema = ServiceEnvironmentSchema;

export type LendingEnvironment = z.infer<typeof EnvironmentSchema>;
