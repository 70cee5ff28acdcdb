import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** Fits no type a contract uses: neither a text, nor a whole number, nor a list, nor an object. */
const NOTHING = 0.5;
const STRANGER = 'notInTheContract';

/** A value in which every field is wrong, and the JSON pointers of them all. */
export interface Worst {
  readonly value: unknown;
  readonly pointers: readonly string[];
}

/** Goes as deep as fields go, so that a nested one must be named by itself. */
export function worstOf(schema: Schema, pointer = ''): Worst {
  const def = defOf(schema);
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape).map(
        ([name, field]) => [name, worstOf(field, `${pointer}/${name}`)] as const,
      );
      const strict = def.catchall !== undefined;
      return {
        value: {
          ...Object.fromEntries(fields.map(([name, { value }]) => [name, value])),
          ...(strict ? { [STRANGER]: NOTHING } : {}),
        },
        pointers: [
          ...fields.flatMap(([, { pointers }]) => pointers),
          ...(strict ? [`${pointer}/${STRANGER}`] : []),
        ],
      };
    }
    case 'array': {
      const rows = Array.from({ length: fewestOf(schema) }, (_, index) =>
        worstOf(def.element, `${pointer}/${index.toString()}`),
      );
      return { value: rows.map(({ value }) => value), pointers: rows.flatMap(({ pointers }) => pointers) };
    }
    case 'optional':
    case 'nullable':
      return worstOf(def.innerType, pointer);
    default:
      return { value: NOTHING, pointers: [pointer] };
  }
}

/** Names of the fields that may not be left out. */
export function requiredOf(schema: Schema): string[] {
  const def = defOf(schema);
  if (def.type !== 'object') return [];
  return Object.entries(def.shape).flatMap(([name, field]) =>
    defOf(field).type === 'optional' ? [] : [name],
  );
}

/** So many rows that their number is no fault of its own. */
function fewestOf(schema: Schema): number {
  const checks =
    schema._zod.def.checks?.map((check) => check._zod.def as z.core.$ZodChecks['_zod']['def']) ?? [];
  return Math.max(1, ...checks.map((check) => (check.check === 'min_length' ? check.minimum : 1)));
}

function defOf(schema: Schema): Def {
  return schema._zod.def as Def;
}
