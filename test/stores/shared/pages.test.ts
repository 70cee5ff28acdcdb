import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { encodePageToken } from '#shared/data/page-token.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { createTestTable } from '#test/support/dynamo.ts';

const RowSchema = z.object({ gsi1sk: z.string() });
const LAST = { pk: 'P#2', sk: 'HEAD', gsi1pk: 'LIST', gsi1sk: 'b#2' };

let table: Table;

const page = (cursor: string | null) =>
  queryPage(table, RowSchema, {
    index: 'gsi1',
    partition: 'LIST',
    prefix: 'b#',
    limit: 2,
    cursor: cursor ?? undefined,
  });

beforeAll(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
  for (const [index, sort] of ['a#0', 'b#1', 'b#2', 'b#3', 'c#4'].entries()) {
    const Item = { pk: `P#${index.toString()}`, sk: 'HEAD', gsi1pk: 'LIST', gsi1sk: sort };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
  }
});

describe('a page', () => {
  it('goes on where the one before ended', async () => {
    const first = await page(null);
    expect(first.items.map(({ gsi1sk }) => gsi1sk)).toEqual(['b#1', 'b#2']);
    const second = await page(first.next);
    expect([second.items.map(({ gsi1sk }) => gsi1sk), second.next]).toEqual([['b#3'], null]);
  });

  it.each([
    ['lacks a key', { gsi1pk: 'LIST' }],
    ['has a key too many', { ...LAST, other: 'x' }],
    ['has an empty key', { ...LAST, gsi1sk: '' }],
    ['lies outside the range', { ...LAST, gsi1sk: 'a#0' }],
  ])('is refused to a made-up token that %s', async (_, key) => {
    await expect(page(encodePageToken(key))).rejects.toThrow('input-malformed');
  });
});
