import { WORDS } from './words/words.ts';

type Node = Record<string, unknown>;

interface Document {
  readonly paths?: unknown;
  readonly components?: unknown;
}

/** A field of a schema, or a parameter. */
interface Named {
  /** Schema the field stands in, by its name in the document; empty for a parameter and in a schema without one. */
  readonly owner: string;
  readonly name: string;
  readonly node: Node;
}

/** Gives every field and parameter that its contract does not describe the words there are for its name. */
export function describeFields(document: Document): void {
  for (const { owner, name, node } of namedParts(document)) {
    node['description'] ??= WORDS[`${owner}.${name}`] ?? WORDS[name];
  }
}

/** Every field and every parameter of a document. */
export function* namedParts({ paths, components }: Document): Generator<Named> {
  const { schemas, ...others } = asNode(components);
  for (const [name, schema] of Object.entries(asNode(schemas))) yield* partsOf(schema, name);
  yield* partsOf(others, '');
  yield* partsOf(paths, '');
}

/** Keys under which stand values of the API, or conditions on fields that are told elsewhere. */
const PASSED_OVER = new Set(['example', 'examples', 'enum', 'const', 'default', 'if', 'then', 'else']);

function* partsOf(value: unknown, owner: string): Generator<Named> {
  if (Array.isArray(value)) {
    for (const part of value) yield* partsOf(part, owner);
    return;
  }
  const node = asNode(value);
  if (typeof node['in'] === 'string' && typeof node['name'] === 'string') {
    yield { owner: '', name: node['name'], node };
  }
  for (const [name, field] of Object.entries(asNode(node['properties']))) {
    yield { owner, name, node: asNode(field) };
  }
  for (const [key, part] of Object.entries(node)) {
    if (!PASSED_OVER.has(key)) yield* partsOf(part, owner);
  }
}

function asNode(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {};
}
