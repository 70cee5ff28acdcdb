import { readNumber } from '#shared/data/client.ts';

/** The forms of expressions the platform sends; anything else is an error here, never a silent yes. */
export type Stored = Readonly<Record<string, unknown>>;

export interface Named {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>> | undefined;
}

const EXISTS = /^attribute_(not_)?exists\(([#\w]+)\)$/;
const COMPARES = /^([#\w]+) (=|<>|>=|<=|>|<) (:\w+)$/;
const ONE_OF = /^(#\w+(?:\.#\w+)*) IN \(([:\w, ]+)\)$/;
const CHANGES = /^(?:SET (.+?) )?ADD (.+)$/;

/** Values as they would come back: no undefined, numbers exact. */
export function stored(value: unknown): unknown {
  if (typeof value === 'bigint') return readNumber(value.toString());
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, stored(part)]])),
  );
}

/** Whether a condition holds for what is there. */
export function holds(condition: string | undefined, names: Named, found: Stored | undefined): boolean {
  return (condition ?? '')
    .split(' AND ')
    .filter((part) => part !== '')
    .every((part) => part.split(' OR ').some((one) => isTrue(one, names, found)));
}

function isTrue(part: string, names: Named, found: Stored | undefined): boolean {
  const exists = EXISTS.exec(part);
  if (exists) {
    const [, not, name = ''] = exists;
    return (found?.[nameOf(names, name)] === undefined) === (not !== undefined);
  }
  const oneOf = ONE_OF.exec(part);
  if (oneOf) {
    const [, path = '', values = ''] = oneOf;
    const one = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Stored | undefined)?.[nameOf(names, name)], found);
    return values.split(', ').some((value) => one === stored(valueOf(names, value)));
  }
  const compared = COMPARES.exec(part);
  if (!compared) throw new TypeError(`a condition this table does not know: ${part}`);
  const [, name = '', operator = '', value = ''] = compared;
  const one = found?.[nameOf(names, name)];
  return one !== undefined && compare(one, operator, stored(valueOf(names, value)));
}

function compare(one: unknown, operator: string, other: unknown): boolean {
  if (operator === '=') return one === other;
  if (operator === '<>') return one !== other;
  const [a, b] = [one, other] as [number, number];
  if (operator === '>=') return a >= b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a < b;
}

/** The item after ADD, and what is SET before it. */
export function added(expression: string | undefined, names: Named, item: Stored): Stored {
  const [, sets, parts] = CHANGES.exec(expression ?? '') ?? [];
  if (parts === undefined) throw new TypeError(`an update this table does not know: ${expression ?? ''}`);
  const next: Record<string, unknown> = { ...item };
  for (const part of sets?.split(', ') ?? []) {
    const [name = '', value = ''] = part.split(' = ');
    next[nameOf(names, name)] = stored(valueOf(names, value));
  }
  for (const part of parts.split(', ')) {
    const [name = '', value = ''] = part.split(' ');
    const attribute = nameOf(names, name);
    const before = (next[attribute] ?? 0) as number | bigint;
    next[attribute] = stored(BigInt(before) + BigInt(valueOf(names, value) as number | bigint));
  }
  return next;
}

export function nameOf({ ExpressionAttributeNames }: Named, name: string): string {
  if (!name.startsWith('#')) return name;
  const given = ExpressionAttributeNames?.[name];
  if (given === undefined) throw new TypeError(`no name ${name}`);
  return given;
}

export function valueOf({ ExpressionAttributeValues }: Named, value: string): unknown {
  const given = ExpressionAttributeValues?.[value];
  if (given === undefined) throw new TypeError(`no value ${value}`);
  return given;
}
