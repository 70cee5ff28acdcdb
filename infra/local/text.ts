/**
 * The text of a scalar from a template or a call.
 *
 * @throws Error when it is an object or a list: something was left unresolved, and `[object Object]` would hide it
 */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      throw new Error(`Expected text, found ${JSON.stringify(value)}`);
  }
}
