/** Typed access to a resource's properties that refuses what no reader has considered. */
import { label, type Resource } from './resources.ts';
import type { Json } from './cloud-assembly.ts';
import { textOf } from '../text.ts';

export interface Properties {
  text(name: string): string;
  maybeText(name: string): string | undefined;
  number(name: string, fallback: number): number;
  maybeNumber(name: string): number | undefined;
  flag(name: string, fallback: boolean): boolean;
  texts(name: string): readonly string[];
  object(name: string): Json;
  list(name: string): readonly Json[];
}

/**
 * The properties of a resource, after checking that each is either played or knowingly without effect locally.
 *
 * @throws Error naming a property that is in neither list
 */
export function propertiesOf(
  resource: Resource,
  names: { readonly played: readonly string[]; readonly withoutEffect: readonly string[] },
): Properties {
  return checked(resource.properties, label(resource), names);
}

/** The same for a part of a resource; `where` names it in errors. */
export function checked(
  source: Json,
  where: string,
  names: { readonly played: readonly string[]; readonly withoutEffect: readonly string[] },
): Properties {
  for (const name of Object.keys(source)) {
    if (!names.played.includes(name) && !names.withoutEffect.includes(name)) {
      throw new Error(`${where}: property ${name} is not known to the local cloud`);
    }
  }
  const maybeText = (name: string): string | undefined => {
    const value = source[name];
    return value === undefined ? undefined : textOf(value);
  };
  const maybeNumber = (name: string): number | undefined => {
    const value = source[name];
    return value === undefined ? undefined : Number(value);
  };
  return {
    maybeText,
    maybeNumber,
    text: (name) => {
      const value = maybeText(name);
      if (value === undefined) throw new Error(`${where}: property ${name} is missing`);
      return value;
    },
    number: (name, fallback) => maybeNumber(name) ?? fallback,
    flag: (name, fallback) => (source[name] === undefined ? fallback : textOf(source[name]) === 'true'),
    texts: (name) => ((source[name] ?? []) as readonly unknown[]).map(String),
    object: (name) => (source[name] ?? {}) as Json,
    list: (name) => (source[name] ?? []) as readonly Json[],
  };
}
