import * as z from 'zod/mini';

/** Variables every function of a service has; the service's own schema extends this one. */
export const ServiceEnvironmentSchema = z.object({
  SERVICE_NAME: z.string().check(z.minLength(1)),
  STAGE: z.string().check(z.minLength(1)),
  TABLE_NAME: z.string().check(z.minLength(1)),
  /** Days an idempotency key is remembered. */
  REMEMBER_DAYS: z.string().check(z.regex(/^[1-9]\d{0,3}$/)),
});

export type ServiceEnvironment = z.infer<typeof ServiceEnvironmentSchema>;

/** Parses the process's variables once per cold start; a missing one fails the start with its name. */
export function readEnvironment<S extends z.core.$ZodType>(schema: S): z.output<S> {
  return z.parse(schema, process.env);
}
