import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Page } from '#shared/application/pages.ts';
import { replayOf } from './commit.ts';
import type { Act } from './act.ts';
import { decodePageToken, encodePageToken, foreignToken } from './page-token.ts';
import type { Key } from './stored.ts';
import { TABLE_INDEXES, TABLE_KEY } from './table-shape.ts';
import type { IndexName } from './table-shape.ts';
import type { Table } from './table.ts';

/** One item, parsed; null when absent. Eventually consistent unless asked otherwise (half the cost). */
export async function getItem<S extends z.core.$ZodType>(
  table: Table,
  key: Key,
  schema: S,
  consistency: 'eventual' | 'strong' = 'eventual',
): Promise<z.output<S> | null> {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: consistency === 'strong' }),
  );
  return Item === undefined ? null : z.parse(schema, Item);
}

/**
 * Reads what a command decides on, strongly consistent, in one request together with the record of an earlier
 * try. Throws Replay or `idempotency-key-reused` when there is one. At most 90 distinct keys.
 */
export async function readForAct(table: Table, act: Act, keys: readonly Key[]): Promise<ItemSet> {
  const wanted = act.once && !act.dryRun ? [act.once.key, ...keys] : [...keys];
  let pending: Key[] = wanted.map(({ pk, sk }) => ({ pk, sk }));
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  for (let round = 0; pending.length > 0; round += 1) {
    if (round === 8) throw new Error('the store keeps back part of a batch');
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: pending, ConsistentRead: true } } }),
    );
    for (const item of Responses?.[table.name] ?? []) found.set(identity(item as unknown as Key), item);
    pending = (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
  }
  const once = act.once && found.get(identity(act.once.key));
  if (act.once && once) throw replayOf(act.once, once);
  return new ItemSet(found);
}

/** The store takes a hundred keys at once. */
const KEYS_AT_ONCE = 90;

/** Reads any number of keys, strongly consistent, for an act whose record was looked at before. */
export async function readManyForAct(table: Table, act: Act, keys: readonly Key[]) {
  const rounds: Key[][] = [];
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
    rounds.push(keys.slice(from, from + KEYS_AT_ONCE));
  }
  const found = await Promise.all(rounds.map((round) => readForAct(table, { ...act, once: null }, round)));
  const sets = new Map(rounds.flatMap((round, index) => round.map((key) => [key, found[index]] as const)));
  return <S extends z.core.$ZodType>(key: Key, schema: S): z.output<S> | null =>
    sets.get(key)?.take(key, schema) ?? null;
}

function identity(key: Key): string {
  return `${key.pk}\n${key.sk}`;
}

/** What a batch found. */
export class ItemSet {
  readonly #found: ReadonlyMap<string, Readonly<Record<string, unknown>>>;

  constructor(found: ReadonlyMap<string, Readonly<Record<string, unknown>>>) {
    this.#found = found;
  }

  /** The item parsed, or null when absent. */
  take<S extends z.core.$ZodType>(key: Key, schema: S): z.output<S> | null {
    const item = this.#found.get(identity(key));
    return item === undefined ? null : z.parse(schema, item);
  }
}

export interface QueryOptions {
  readonly index?: IndexName;
  readonly partition: string;
  /** Sort keys that begin with this… */
  readonly prefix?: string;
  /** …or lie between these two, both included. */
  readonly between?: readonly [string, string];
  readonly limit?: number;
  readonly cursor?: string | undefined;
  readonly newestFirst?: boolean;
  readonly consistency?: 'eventual' | 'strong';
}

const PAGE_SIZE = 20;

/** One page of a partition or index, each item parsed. Never reads more than one page. */
export async function queryPage<S extends z.core.$ZodType>(
  table: Table,
  schema: S,
  options: QueryOptions,
): Promise<Page<z.output<S>>> {
  const index = TABLE_INDEXES.find(({ name }) => name === options.index);
  const partitionName = index?.partition ?? TABLE_KEY.partition;
  const sortName = index?.sort ?? TABLE_KEY.sort;
  const condition = sortCondition(options);
  const query = new QueryCommand({
    TableName: table.name,
    ...(index ? { IndexName: index.name } : {}),
    KeyConditionExpression: `#p = :p${condition.expression}`,
    ExpressionAttributeNames: {
      '#p': partitionName,
      ...(condition.expression === '' ? {} : { '#s': sortName }),
    },
    ExpressionAttributeValues: { ':p': options.partition, ...condition.values },
    Limit: options.limit ?? PAGE_SIZE,
    ScanIndexForward: options.newestFirst !== true,
    ConsistentRead: options.consistency === 'strong',
    ExclusiveStartKey: decodePageToken(options.cursor, {
      attribute: partitionName,
      value: options.partition,
    }),
  });
  const { Items, LastEvaluatedKey } = await sendPage(table, query);
  return {
    items: (Items ?? []).map((item) => z.parse(schema, item)),
    next: encodePageToken(LastEvaluatedKey),
  };
}

/** The store itself tells a key that is no key of the list, or lies outside its range, such as a made-up one. */
async function sendPage(table: Table, query: QueryCommand): Promise<QueryCommandOutput> {
  try {
    return await table.client.send(query);
  } catch (error) {
    const fromToken = query.input.ExclusiveStartKey !== undefined;
    throw fromToken && error instanceof Error && error.name === 'ValidationException'
      ? foreignToken()
      : error;
  }
}

/** Every item of a partition range whose size the domain bounds; the bound is enforced. */
export async function queryAll<S extends z.core.$ZodType>(
  table: Table,
  schema: S,
  options: Omit<QueryOptions, 'cursor' | 'limit'> & { readonly bound: number },
): Promise<z.output<S>[]> {
  const all: z.output<S>[] = [];
  let cursor: string | null | undefined;
  do {
    const page: Page<z.output<S>> = await queryPage(table, schema, {
      ...options,
      limit: options.bound,
      cursor: cursor ?? undefined,
    });
    all.push(...page.items);
    if (all.length > options.bound)
      throw new RangeError(`${options.partition} holds more than ${options.bound} items`);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

function sortCondition(options: QueryOptions): { expression: string; values: Record<string, string> } {
  if (options.between) {
    return {
      expression: ' AND #s BETWEEN :a AND :b',
      values: { ':a': options.between[0], ':b': options.between[1] },
    };
  }
  if (options.prefix !== undefined) {
    return { expression: ' AND begins_with(#s, :a)', values: { ':a': options.prefix } };
  }
  return { expression: '', values: {} };
}

/** What the items of an index hold for its list. */
export function summaries<T>(page: Page<{ summary: T }>): Page<T> {
  return { items: page.items.map(({ summary }) => summary), next: page.next };
}
