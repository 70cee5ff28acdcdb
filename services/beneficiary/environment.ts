import * as z from 'zod/mini';
import { ServiceEnvironmentSchema } from '#shared/runtime/environment.ts';

/** What the HTTP function has; the key is what lets it seal and open national ids and telephone numbers. */
export const EnvironmentSchema = z.extend(ServiceEnvironmentSchema, {
  DATA_KEY_ID: z.string().check(z.minLength(1)),
});

export type BeneficiaryEnvironment = z.infer<typeof EnvironmentSchema>;
