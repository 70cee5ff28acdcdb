import * as z from 'zod/mini';
import type { Immutable } from '#shared/domain/immutable.ts';
import { TABLE_INDEXES } from './table-shape.ts';
import type { IndexName } from './table-shape.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** Of an index: the attribute by which it is sorted, and those its lists show. */
interface Place<I> {
  readonly sort: NameIn<I>;
  readonly shown: readonly NameIn<I>[];
}

type NameIn<I> = I extends object ? keyof I & string : never;

export type Places<I> = Readonly<Partial<Record<IndexName, Place<I>>>>;

/**
 * A record whose list attributes stand in what its indexes carry and nowhere else: `read` is the schema of its items,
 * `place` what a record becomes in them. Keys and partitions of the indexes are put beside by the caller.
 */
export function placedItem<S extends z.core.$ZodType>(record: S, places: Places<z.input<S>>) {
  const used = TABLE_INDEXES.flatMap(({ name, sort, projected: [carried] }) => {
    const place = places[name];
    return place ? [{ sort, carried, from: place.sort, shown: place.shown }] : [];
  });
  const moved = new Set<string>(used.flatMap(({ from, shown }) => [from, ...shown]));

  function gather(item: Attributes): Attributes {
    const attributes = { ...item };
    for (const { sort, carried, from } of used) {
      Object.assign(attributes, item[carried], { [from]: item[sort] });
    }
    return attributes;
  }

  function place(value: Immutable<z.output<S>>): Attributes {
    const attributes = z.encode(record, value as z.output<S>) as Attributes;
    return {
      ...pick(attributes, (name) => !moved.has(name)),
      ...Object.fromEntries(
        used.flatMap(({ sort, carried, from, shown }) => [
          [sort, attributes[from]],
          [carried, pick(attributes, (name) => (shown as readonly string[]).includes(name))],
        ]),
      ),
    };
  }

  const item = z.pipe(z.looseObject({}), z.transform(gather));
  return { read: z.pipe(item, record as z.core.$ZodType<z.output<S>, Attributes>), place };
}

function pick(attributes: Attributes, wanted: (name: string) => boolean): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => wanted(name)));
}
