import { deserialize, serialize } from 'node:v8';
import { TABLE_INDEXES } from '#shared/data/table-shape.ts';
import type { Stored } from './expressions.ts';
import { SortedKeys } from './sorted-keys.ts';
import type { Order } from './sorted-keys.ts';

export interface Range {
  readonly partition: string;
  readonly first: string;
  readonly fits: (sort: string) => boolean;
  readonly order: Order;
  readonly after: Stored | null;
}

interface Partition {
  readonly sorts: SortedKeys;
  /** Items by sort key; an index adds the item's own key to it, for two items may share one. */
  readonly items: Map<string, Kept>;
}

/** An item as bytes: nobody changes what is kept by changing what was read, and a million of them fit. */
type Kept = Buffer;

const TABLE = { name: 'table', partition: 'pk', sort: 'sk' } as const;
type Place = { readonly name: string; readonly partition: string; readonly sort: string };
/** Sorts before every character of a key. */
const GAP = '\u0000';

/** Items by key, and by the keys of their indexes. */
export class Items {
  readonly #places = new Map<string, Map<string, Partition>>(
    [TABLE, ...TABLE_INDEXES].map(({ name }) => [name, new Map<string, Partition>()]),
  );

  get(key: Stored): Stored | undefined {
    const kept = this.#places.get('table')?.get(String(key['pk']))?.items.get(String(key['sk']));
    return kept === undefined ? undefined : readKept(kept);
  }

  put(item: Stored): void {
    const old = this.get(item);
    const kept = serialize(item);
    for (const place of [TABLE, ...TABLE_INDEXES] as readonly Place[]) {
      if (old) this.#remove(place, old);
      this.#add(place, item, kept);
    }
  }

  *all(): Iterable<Stored> {
    for (const { items } of this.#places.get('table')?.values() ?? []) {
      for (const kept of items.values()) yield readKept(kept);
    }
  }

  *range(index: string | undefined, { partition, first, fits, order, after }: Range): Iterable<Stored> {
    const place = placeCalled(index);
    const found = this.#places.get(place.name)?.get(partition);
    if (!found) return;
    const isIndex = place.name !== TABLE.name;
    const sortOf = (key: string): string => (isIndex ? (key.split(GAP)[0] ?? '') : key);
    const begin = after === null ? null : keyIn(place, after);
    for (const key of found.sorts.walk((one) => fits(sortOf(one)), first, order, begin)) {
      const kept = found.items.get(key);
      if (kept) yield readKept(kept);
    }
  }

  #add(place: Place, item: Stored, kept: Kept): void {
    const partition = item[place.partition] as string | undefined;
    if (partition === undefined || item[place.sort] === undefined) return;
    const partitions = this.#places.get(place.name);
    const found = partitions?.get(partition) ?? { sorts: new SortedKeys(), items: new Map() };
    partitions?.set(partition, found);
    const key = keyIn(place, item);
    found.sorts.add(key);
    found.items.set(key, kept);
  }

  #remove(place: Place, item: Stored): void {
    const found = this.#places.get(place.name)?.get(String(item[place.partition]));
    const key = keyIn(place, item);
    if (found?.items.delete(key) !== true || place.name === TABLE.name) return;
    found.sorts.remove(key);
  }
}

function readKept(kept: Kept): Stored {
  return deserialize(kept) as Stored;
}

function placeCalled(index: string | undefined): Place {
  return TABLE_INDEXES.find(({ name }) => name === index) ?? TABLE;
}

function keyIn(place: Place, item: Stored): string {
  const sort = String(item[place.sort]);
  return place.name === TABLE.name ? sort : [sort, item['pk'], item['sk']].join(GAP);
}

/** The key of a page's end as DynamoDB gives it: of the index, and of the item. */
export function lastKeyOf(index: string | undefined, item: Stored): Stored {
  const place = placeCalled(index);
  return {
    pk: item['pk'],
    sk: item['sk'],
    [place.partition]: item[place.partition],
    [place.sort]: item[place.sort],
  };
}
