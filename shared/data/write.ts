import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
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
