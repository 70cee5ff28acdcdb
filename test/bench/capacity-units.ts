import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { TABLE_INDEXES, TABLE_KEY } from '#shared/data/table-shape.ts';

/**
 * DynamoDB's capacity units by its published rules, from the images before and after a write. DynamoDB Local
 * misreports transactions, so the bench counts for itself and is held to Local's report for single items.
 */
export type Image = Readonly<Record<string, AttributeValue>>;

const KILOBYTE = 1024;
const encoder = new TextEncoder();

function bytes(text: string): number {
  return encoder.encode(text).length;
}

/** Size of an item: names and values in UTF-8, a number two digits a byte, three bytes for a list or map. */
export function itemBytes(image: Image): number {
  return Object.entries(image).reduce((sum, [name, value]) => sum + bytes(name) + valueBytes(value), 0);
}

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return 3 + value.L.reduce((sum, part) => sum + 1 + valueBytes(part), 0);
  if (value.M !== undefined) {
    return (
      3 + Object.entries(value.M).reduce((sum, [name, part]) => sum + 1 + bytes(name) + valueBytes(part), 0)
    );
  }
  throw new TypeError('sets are not used by the platform');
}

function numberBytes(text: string): number {
  const digits = text.replace('-', '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

function started(size: number, unit: number): number {
  return Math.max(1, Math.ceil(size / unit));
}

/** Write units of one item: the larger image in started KB, doubled on the table (not its indexes) in a transaction. */
export function writeUnits(before: Image | null, after: Image | null, transactional: boolean): number {
  const size = Math.max(before ? itemBytes(before) : 0, after ? itemBytes(after) : 0);
  const table = started(size, KILOBYTE) * (transactional ? 2 : 1);
  return table + TABLE_INDEXES.reduce((sum, index) => sum + indexUnits(index, before, after), 0);
}

type Index = (typeof TABLE_INDEXES)[number];

/** 1 for an entry that comes or goes, 2 when its key moves, 0 when nothing it holds changed; in started KB. */
function indexUnits(index: Index, before: Image | null, after: Image | null): number {
  const old = entryOf(index, before);
  const next = entryOf(index, after);
  if (old === null && next === null) return 0;
  if (old === null) return next === null ? 0 : started(itemBytes(next), KILOBYTE);
  if (next === null) return started(itemBytes(old), KILOBYTE);
  if (JSON.stringify(old) === JSON.stringify(next)) return 0;
  const moved = [index.partition, index.sort].some((name) => old[name]?.S !== next[name]?.S);
  if (!moved) return started(Math.max(itemBytes(old), itemBytes(next)), KILOBYTE);
  return started(itemBytes(old), KILOBYTE) + started(itemBytes(next), KILOBYTE);
}

/** What an index holds of an item; null when the item has no key for it (the indexes are sparse). */
export function entryOf(index: Index, image: Image | null): Image | null {
  if (image?.[index.partition] === undefined || image[index.sort] === undefined) return null;
  const names = [TABLE_KEY.partition, TABLE_KEY.sort, index.partition, index.sort, ...index.projected];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = image[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export type Consistency = 'eventual' | 'strong';

const READ_UNIT_BYTES = 4 * KILOBYTE;

/** Read units of one item of a get or batch: started 4 KB, half when eventual; an absent item costs a started one. */
export function readUnits(image: Image | null, consistency: Consistency): number {
  return started(image ? itemBytes(image) : 0, READ_UNIT_BYTES) * (consistency === 'strong' ? 1 : 0.5);
}

/** Read units of a query: the sum of what it went over, started 4 KB once. */
export function queryUnits(images: readonly Image[], consistency: Consistency): number {
  const size = images.reduce((sum, image) => sum + itemBytes(image), 0);
  return started(size, READ_UNIT_BYTES) * (consistency === 'strong' ? 1 : 0.5);
}
