import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { entryOf, itemBytes, queryUnits, readUnits, writeUnits } from '#test/bench/capacity-units.ts';
import type { Image } from '#test/bench/capacity-units.ts';
import { TABLE_INDEXES } from '#shared/data/table-shape.ts';
import { createTestTable } from '#test/support/dynamo.ts';

let client: DynamoDBClient;
const TableName = 'service';
beforeAll(async () => {
  const table = await createTestTable(inject('dynamoEndpoint'));
  client = table.raw;
});

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 900 });

/** An index key is whole or absent: half a key is nothing the platform stores. */
const indexKey = fc.record({
  gsi1pk: fc.constantFrom({ S: 'A' }, { S: 'B' }),
  gsi1sk: fc.constantFrom({ S: '1' }, { S: '2' }),
});

const content = fc.record(
  {
    summary: fc.record({
      M: fc.dictionary(fc.constantFrom('status', 'outstanding'), fc.record({ S: text })),
    }),
    body: fc.record({ S: text }),
    amount: fc.bigInt({ min: 0n, max: 10n ** 15n }).map((amount) => ({ N: amount.toString() })),
    lines: fc.record({ L: fc.array(fc.record({ S: text }), { maxLength: 3 }) }),
    settled: fc.record({ BOOL: fc.boolean() }),
  },
  { requiredKeys: [] },
);

/** Items of the shapes the platform stores, some in an index, some over a kilobyte. */
const images = fc
  .tuple(fc.option(indexKey, { nil: {} }), content)
  .map(([keys, rest]): Image => ({ ...keys, ...rest }));

const key = (id: string): Image => ({ pk: { S: id }, sk: { S: 'HEAD' } });

describe('the meter agrees with DynamoDB Local for single items', () => {
  test.prop([images, images], { numRuns: 60 })('when writing', async (first, second) => {
    const [before, after] = [first, second].map((image) => ({ ...image, ...key('write') })) as [Image, Image];
    await client.send(new PutItemCommand({ TableName, Item: before }));
    const { ConsumedCapacity } = await client.send(
      new PutItemCommand({ TableName, Item: after, ReturnConsumedCapacity: 'INDEXES' }),
    );
    expect(writeUnits(before, after, false)).toBe(ConsumedCapacity?.CapacityUnits);
  });

  test.prop([images], { numRuns: 30 })('when getting', async (image) => {
    const item = { ...image, ...key('read') };
    await client.send(new PutItemCommand({ TableName, Item: item }));
    for (const ConsistentRead of [true, false]) {
      const { ConsumedCapacity } = await client.send(
        new GetItemCommand({ TableName, Key: key('read'), ConsistentRead, ReturnConsumedCapacity: 'TOTAL' }),
      );
      expect(readUnits(item, ConsistentRead ? 'strong' : 'eventual')).toBe(ConsumedCapacity?.CapacityUnits);
    }
  });

  test.prop([fc.array(images, { minLength: 1, maxLength: 8 }), fc.uuid()], { numRuns: 20 })(
    'when querying a partition and an index',
    async (rows, id) => {
      const items = rows.map((row, index) => ({
        ...row,
        pk: { S: id },
        sk: { S: String(index) },
        gsi1pk: { S: id },
        gsi1sk: { S: String(index) },
      }));
      for (const Item of items) await client.send(new PutItemCommand({ TableName, Item }));
      const query = (name: 'pk' | 'gsi1pk') =>
        client.send(
          new QueryCommand({
            TableName,
            ...(name === 'gsi1pk' ? { IndexName: 'gsi1' } : {}),
            KeyConditionExpression: '#p = :p',
            ExpressionAttributeNames: { '#p': name },
            ExpressionAttributeValues: { ':p': { S: id } },
            ReturnConsumedCapacity: 'TOTAL',
          }),
        );
      expect(queryUnits(items, 'eventual')).toBe((await query('pk')).ConsumedCapacity?.CapacityUnits);
      const entries = items.map((item) => entryOf(TABLE_INDEXES[0], item) ?? item);
      expect(queryUnits(entries, 'eventual')).toBe((await query('gsi1pk')).ConsumedCapacity?.CapacityUnits);
    },
  );
});

describe('the meter', () => {
  it('doubles the table but not the index inside a transaction', () => {
    const before = { ...key('x'), gsi1pk: { S: 'A' }, gsi1sk: { S: '1' }, summary: { M: {} } };
    const after = { ...before, summary: { M: { status: { S: 'active' } } } };
    expect(writeUnits(before, after, true)).toBe(3);
    expect(writeUnits(before, { ...after, gsi1sk: { S: '2' } }, true)).toBe(4);
    expect(writeUnits(before, { ...before, body: { S: 'not projected' } }, true)).toBe(2);
  });

  it('counts sizes as published', () => {
    expect(itemBytes({ a: { S: 'đồng' } })).toBe(1 + 7);
    expect(itemBytes({ n: { N: '-123' } })).toBe(1 + 4);
    expect(itemBytes({ m: { M: { k: { BOOL: true } } } })).toBe(1 + 3 + 1 + 1 + 1);
  });
});
