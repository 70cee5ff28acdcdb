/**
 * Reads a whole table as if every item had just been inserted.
 *
 * A stream keeps a day. Whoever was killed with events on their way and comes back later than that finds them
 * gone from the stream, but not from the table: facts are the outbox and are never deleted. Sending them all again
 * is safe, because every consumer knows the events it has seen.
 */
import type { AttributeValue, _Record } from '@aws-sdk/client-dynamodb-streams';
import { paginateScan, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from './assembly/types.ts';

export async function* rebuildRecords(
  client: DynamoDBClient,
  table: Table,
): AsyncGenerator<readonly _Record[]> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table.name })) {
    yield Items.map((item, index): _Record => {
      const image: Record<string, AttributeValue> = item;
      const keys = [table.partitionKey.name, ...(table.sortKey === undefined ? [] : [table.sortKey.name])];
      return {
        eventID: `rebuild-${index}`,
        eventName: 'INSERT',
        eventVersion: '1.1',
        dynamodb: {
          ApproximateCreationDateTime: new Date(),
          Keys: Object.fromEntries(Object.entries(image).filter(([name]) => keys.includes(name))),
          NewImage: image,
          SequenceNumber: '0',
          StreamViewType: 'NEW_IMAGE',
        },
      };
    });
  }
}
