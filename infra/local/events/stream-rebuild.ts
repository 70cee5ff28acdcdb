/**
 * Reads a whole table as if every item had just been inserted.
 *
 * A stream keeps a day. Whoever was killed with events on their way and comes back later than that finds them
 * gone from the stream, but not from the table: facts are the outbox and are never deleted. Sending them all again
 * is safe, because every consumer knows the events it has seen.
 */
import type { Table } from '../assembly/types.ts';
import type { AwsCaller } from '../aws/caller.ts';
import type { Image, StreamRecord } from './pipe-records.ts';

interface Page {
  readonly Items?: readonly Image[];
  readonly LastEvaluatedKey?: Image;
}

export async function* rebuildRecords(
  client: AwsCaller,
  table: Table,
): AsyncGenerator<readonly StreamRecord[]> {
  const keys = [table.partitionKey.name, ...(table.sortKey === undefined ? [] : [table.sortKey.name])];
  const writtenAt = Date.now() / 1000;
  let from: Image | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = (await client.call('DynamoDB_20120810.Scan', {
      TableName: table.name,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    })) as Page;
    yield Items.map((image, index): StreamRecord => ({
      eventID: `rebuild-${index}`,
      eventName: 'INSERT',
      dynamodb: {
        ApproximateCreationDateTime: writtenAt,
        Keys: Object.fromEntries(Object.entries(image).filter(([name]) => keys.includes(name))),
        NewImage: image,
        SequenceNumber: '0',
        StreamViewType: 'NEW_IMAGE',
      },
    }));
    from = LastEvaluatedKey;
  } while (from !== undefined);
}
