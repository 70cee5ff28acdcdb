import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { statusesBefore } from '#shared/domain/transitions.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';
import type { Item, Key } from './stored.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write of a transaction and what its refusal means. */
export interface Write {
  readonly item: (tableName: string) => TransactItem;
  /**
   * The error for a condition that failed, told what was there when the write asks for it; absent means another act
   * was faster (WriteConflict).
   */
  readonly refusal?: (found?: Readonly<Record<string, unknown>>) => Error;
}

/** Puts an item that must not exist yet. */
export function createItem(item: Item, refusal?: () => Error): Write {
  return {
    item: (TableName) => ({
      Put: { TableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
    }),
    ...(refusal ? { refusal } : {}),
  };
}

/** Replaces an item that must still be at the version that was read; the new item carries its own version. */
export function replaceItem(item: Item & { readonly version: number }, readVersion: number): Write {
  return {
    item: (TableName) => ({
      Put: {
        TableName,
        Item: item,
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': readVersion },
      },
    }),
  };
}

/** The move of an item: the table of what may become of it, its status after the act, and where it keeps that. */
export interface ItemMove<S extends string, V extends string> {
  readonly table: TransitionTable<S, V>;
  readonly to: S;
  readonly at?: readonly string[];
}

/**
 * Replaces an item that must still be at the version that was read (null: it has none of its own) and in a status
 * from which its table leads to the one after the act, so that no writer can make a move the table does not have.
 */
export function moveItem<S extends string, V extends string>(
  item: Item,
  readVersion: number | null,
  { table, to, at = ['status'] }: ItemMove<S, V>,
): Write {
  const before = statusesBefore(table, to);
  const isThere = readVersion === null ? '' : '#version = :read AND ';
  return {
    item: (TableName) => ({
      Put: {
        TableName,
        Item: item,
        ConditionExpression: `${isThere}${at.map((_, index) => `#s${index}`).join('.')} IN (${before.map((_, index) => `:s${index}`).join(', ')})`,
        ExpressionAttributeNames: {
          ...(readVersion === null ? {} : { '#version': 'version' }),
          ...Object.fromEntries(at.map((name, index) => [`#s${index}`, name])),
        },
        ExpressionAttributeValues: {
          ...(readVersion === null ? {} : { ':read': readVersion }),
          ...Object.fromEntries(before.map((status, index) => [`:s${index}`, status])),
        },
      },
    }),
  };
}

/** Puts an item whatever was there. */
export function putItem(item: Item): Write {
  return { item: (TableName) => ({ Put: { TableName, Item: item } }) };
}

/**
 * Adds one to a count and sets other attributes, unless the count is above the most it may be; null: whatever it is.
 * The refusal is told what was there.
 */
export function markItem(
  key: Key,
  { count, most }: { readonly count: string; readonly most: number | null },
  attributes: Readonly<Record<string, unknown>>,
  refusal: NonNullable<Write['refusal']>,
): Write {
  const names = Object.keys(attributes);
  const sets = names.map((_, index) => `#a${index} = :a${index}`).join(', ');
  return {
    item: (TableName) => ({
      Update: {
        TableName,
        Key: key,
        UpdateExpression: `SET ${sets} ADD #count :one`,
        ...(most === null
          ? {}
          : {
              ConditionExpression: 'attribute_not_exists(#count) OR #count <= :most',
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            }),
        ExpressionAttributeNames: {
          '#count': count,
          ...Object.fromEntries(names.map((name, index) => [`#a${index}`, name])),
        },
        ExpressionAttributeValues: {
          ':one': 1,
          ...(most === null ? {} : { ':most': most }),
          ...Object.fromEntries(names.map((name, index) => [`:a${index}`, attributes[name]])),
        },
      },
    }),
    refusal,
  };
}

/** Adds numbers to attributes of an item, which comes into being with them when absent. Commutative. */
export function addToItem(key: Key, deltas: Readonly<Record<string, bigint>>): Write {
  const names = Object.keys(deltas);
  return {
    item: (TableName) => ({
      Update: {
        TableName,
        Key: key,
        UpdateExpression: `ADD ${names.map((_, index) => `#a${index} :d${index}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, index) => [`#a${index}`, name])),
        ExpressionAttributeValues: Object.fromEntries(
          names.map((name, index) => [`:d${index}`, deltas[name]]),
        ),
      },
    }),
  };
}
