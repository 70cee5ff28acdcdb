/**
 * EventBridge event patterns, as rules and pipe filters use them.
 *
 * The language is the one of the AWS documentation ("Create event patterns" and "Comparison operators"): a
 * pattern is a tree whose leaves are lists of alternatives, all fields must match, an event's list matches when
 * one of its elements does. An operator this file does not know is an error, never a silent mismatch.
 *
 * Two properties of the real service are kept on purpose, because patterns that ignore them work in a naive
 * matcher and fail in AWS: `exists` looks at leaves only (an object is never "there"), and `anything-but` needs
 * the field to be present.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

type JsonObject = Record<string, Json>;

export type Matcher = (event: Json) => boolean;

type ValueTest = (value: Json) => boolean;

/**
 * Compiles a pattern once, so that matching costs no interpretation.
 *
 * @throws Error naming the path of anything that is not a valid pattern.
 */
export function compilePattern(pattern: Json): Matcher {
  if (!isObject(pattern)) throw new Error('An event pattern must be an object');
  return compileObject(pattern, '');
}

function compileObject(pattern: JsonObject, path: string): Matcher {
  const fields = Object.entries(pattern).map(([key, value]): Matcher => {
    const here = path === '' ? key : `${path}.${key}`;
    if (key === '$or') return compileOr(value, here);
    if (Array.isArray(value)) return compileLeaf(key, value, here);
    if (isObject(value)) {
      const inner = compileObject(value, here);
      return (event) => childrenOf(event, key).some(inner);
    }
    throw new Error(`Event pattern: ${here} must be an object or a list of values`);
  });
  return (event) => fields.every((matches) => matches(event));
}

function compileOr(value: Json, path: string): Matcher {
  if (!Array.isArray(value) || value.length === 0)
    throw new Error(`Event pattern: ${path} must be a list of patterns`);
  const alternatives = value.map((alternative) => {
    if (!isObject(alternative)) throw new Error(`Event pattern: ${path} must be a list of patterns`);
    return compileObject(alternative, path);
  });
  return (event) => alternatives.some((matches) => matches(event));
}

function compileLeaf(key: string, alternatives: Json[], path: string): Matcher {
  if (alternatives.length === 0) throw new Error(`Event pattern: ${path} has no values`);
  const tests: ValueTest[] = [];
  let absenceMatches = false;
  for (const alternative of alternatives) {
    if (isObject(alternative) && 'exists' in alternative) {
      if (typeof alternative['exists'] !== 'boolean')
        throw new Error(`Event pattern: ${path} exists must be true or false`);
      if (alternative['exists']) tests.push(() => true);
      else absenceMatches = true;
    } else {
      tests.push(isObject(alternative) ? compileOperator(alternative, path) : equalTo(alternative));
    }
  }
  return (event) => {
    const leaves = leavesOf(event, key);
    if (leaves.length === 0) return absenceMatches;
    return leaves.some((leaf) => tests.some((test) => test(leaf)));
  };
}

function compileOperator(operator: JsonObject, path: string): ValueTest {
  const [entry, ...others] = Object.entries(operator);
  if (entry === undefined || others.length > 0)
    throw new Error(`Event pattern: ${path} needs exactly one operator`);
  const [name, argument] = entry;
  switch (name) {
    case 'prefix':
      return affix(argument, path, (text, part) => text.startsWith(part));
    case 'suffix':
      return affix(argument, path, (text, part) => text.endsWith(part));
    case 'equals-ignore-case':
      return onText(argument, path, (text, other) => text.toLowerCase() === other.toLowerCase());
    case 'wildcard':
      return wildcard(textOf(argument, path));
    case 'numeric':
      return numeric(argument, path);
    case 'anything-but':
      return anythingBut(argument, path);
    default:
      throw new Error(
        `Event pattern: ${path} uses the operator "${name}", which the local cloud does not know`,
      );
  }
}

function anythingBut(argument: Json, path: string): ValueTest {
  if (isObject(argument)) {
    const [entry] = Object.entries(argument);
    if (entry === undefined) throw new Error(`Event pattern: ${path} anything-but needs a value`);
    const [name, value] = entry;
    const forbidden = (Array.isArray(value) ? value : [value]).map((one) =>
      compileOperator({ [name]: one }, path),
    );
    return (leaf) => !forbidden.some((test) => test(leaf));
  }
  const forbidden = (Array.isArray(argument) ? argument : [argument]).map(equalTo);
  return (leaf) => !forbidden.some((test) => test(leaf));
}

function numeric(argument: Json, path: string): ValueTest {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 !== 0) {
    throw new Error(`Event pattern: ${path} numeric needs pairs of an operator and a number`);
  }
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < argument.length; index += 2) {
    const bound = argument[index + 1];
    if (typeof bound !== 'number') throw new Error(`Event pattern: ${path} numeric compares with a number`);
    tests.push(comparison(argument[index], bound, path));
  }
  return (leaf) => typeof leaf === 'number' && tests.every((test) => test(leaf));
}

function comparison(operator: Json | undefined, bound: number, path: string): (value: number) => boolean {
  switch (operator) {
    case '=':
      return (value) => value === bound;
    case '<':
      return (value) => value < bound;
    case '<=':
      return (value) => value <= bound;
    case '>':
      return (value) => value > bound;
    case '>=':
      return (value) => value >= bound;
    default:
      throw new Error(`Event pattern: ${path} numeric does not know ${JSON.stringify(operator)}`);
  }
}

function affix(argument: Json, path: string, holds: (text: string, part: string) => boolean): ValueTest {
  if (isObject(argument)) {
    return onText(argument['equals-ignore-case'], path, (text, part) =>
      holds(text.toLowerCase(), part.toLowerCase()),
    );
  }
  return onText(argument, path, holds);
}

function onText(
  argument: Json | undefined,
  path: string,
  holds: (text: string, part: string) => boolean,
): ValueTest {
  const part = textOf(argument, path);
  return (leaf) => typeof leaf === 'string' && holds(leaf, part);
}

/** `*` stands for any run of characters; `\*` and `\\` are the characters themselves. */
function wildcard(pattern: string): ValueTest {
  let source = '';
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern.charAt(index);
    if (character === '\\' && '*\\'.includes(pattern.charAt(index + 1))) {
      source += `\\${pattern.charAt(index + 1)}`;
      index += 1;
    } else {
      source += character === '*' ? '.*' : character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    }
  }
  const expression = new RegExp(`^${source}$`, 's');
  return (leaf) => typeof leaf === 'string' && expression.test(leaf);
}

function equalTo(expected: Json): ValueTest {
  return (leaf) => leaf === expected;
}

function textOf(argument: Json | undefined, path: string): string {
  if (typeof argument !== 'string') throw new Error(`Event pattern: ${path} compares with a text`);
  return argument;
}

/** The values of a field that a nested pattern is tried on; a list is tried element by element. */
function childrenOf(event: Json, key: string): Json[] {
  // A pattern below a field that is missing still has to be asked: it may say `exists: false`.
  if (!isObject(event) || event[key] === undefined) return [{}];
  const value = event[key];
  return Array.isArray(value) ? value : [value];
}

function leavesOf(event: Json, key: string): Json[] {
  if (!isObject(event)) return [];
  const value = event[key];
  return value === undefined ? [] : flatten(value).filter((leaf) => !isObject(leaf));
}

function flatten(value: Json): Json[] {
  return Array.isArray(value) ? value.flatMap(flatten) : [value];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
