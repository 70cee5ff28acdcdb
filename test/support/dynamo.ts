import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '#shared/data/client.ts';
import { TABLE_INDEXES, TABLE_KEY } from '#shared/data/table-shape.ts';
import type { Table } from '#shared/data/table.ts';
import { onlyGoldenEvents } from '#test/golden/produced.ts';

/** A service's table, and a client without the document layer to look behind it. */
export interface TestTable extends Table {
  readonly raw: DynamoDBClient;
}

/**
 * A table of the platform's shape in a database of its own: DynamoDB Local keys its databases by access key,
 * and a fresh one keeps streams of other tests from slowing this one down. It takes no event its golden ones are unlike.
 */
export async function createTestTable(endpoint: string): Promise<TestTable> {
  const accessKeyId = `T${crypto.randomUUID().replaceAll('-', '').slice(0, 18)}`;
  const connection = {
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId, secretAccessKey: 'test' },
  };
  const client = documentClient(connection);
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
  const names = [TABLE_KEY, ...TABLE_INDEXES].flatMap(({ partition, sort }) => [partition, sort]);
  await client.send(
    new CreateTableCommand({
      TableName: 'service',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keys(TABLE_KEY.partition, TABLE_KEY.sort),
      GlobalSecondaryIndexes: TABLE_INDEXES.map(({ name, partition, sort, projected }) => ({
        IndexName: name,
        KeySchema: keys(partition, sort),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projected] },
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  return {
    name: 'service',
    client: onlyGoldenEvents(client),
    rememberDays: 30,
    raw: new DynamoDBClient(connection),
  };
}
