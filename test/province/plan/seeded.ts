/** A stream of numbers that is the same for the same seed on every machine: the province must be repeatable. */
export interface Seeded {
  /** A whole number in [from, to], both included. */
  between(from: number, to: number): number;
  /** One of the items. Throws RangeError when there are none. */
  oneOf<T>(items: readonly T[]): T;
  /** True in `percent` of a hundred draws. */
  chance(percent: number): boolean;
}

/** mulberry32: 32 bits of state are plenty for a thousand households. */
export function seeded(text: string): Seeded {
  let state = hash(text);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    between,
    oneOf: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    chance: (percent) => next() * 100 < percent,
  };
}

/** FNV-1a, so that seeds can be readable ids. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value | 0;
}
