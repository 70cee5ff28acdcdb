import type * as z from 'zod/mini';

/** Takes out of a rendered schema what only a machine put there: the bounds of exactly representable integers. */
export function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}
