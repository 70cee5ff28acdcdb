/** Makes the tables and queues of the templates on the local servers, once; later starts find them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  type DynamoDBClient,
  type KeySchemaElement,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { CreateQueueCommand, SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { KeyAttribute, Queue, Table } from './assembly/types.ts';

/**
 * Time to live is left off on purpose: the business day can be set into the past, and the server, which knows only
 * real time, would remove records that are still needed on that day.
 *
 * @throws Error when a kept table has other keys or indexes than the template
 */
export async function createTables(client: DynamoDBClient, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const existing = await describe(client, table.name);
    if (existing === null) await createTable(client, table);
    else assertSameShape(existing, table);
  }
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | null> {
  try {
    const { Table: description } = await client.send(new DescribeTableCommand({ TableName: name }));
    return description ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

async function createTable(client: DynamoDBClient, table: Table): Promise<void> {
  const attributes = new Map<string, KeyAttribute>();
  for (const part of [table, ...table.indexes]) {
    for (const key of [part.partitionKey, part.sortKey]) if (key !== undefined) attributes.set(key.name, key);
  }
  await client.send(
    new CreateTableCommand({
      TableName: table.name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [...attributes.values()].map(({ name, type }) => ({
        AttributeName: name,
        AttributeType: type,
      })),
      KeySchema: keySchema(table),
      ...(table.indexes.length === 0
        ? {}
        : {
            GlobalSecondaryIndexes: table.indexes.map((index) => ({
              IndexName: index.name,
              KeySchema: keySchema(index),
              Projection: {
                ProjectionType: index.projection.type,
                ...(index.projection.type === 'INCLUDE'
                  ? { NonKeyAttributes: [...index.projection.attributes] }
                  : {}),
              },
            })),
          }),
      ...(table.streamView === undefined
        ? {}
        : { StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView } }),
    }),
  );
}

function keySchema(part: Pick<Table, 'partitionKey' | 'sortKey'>): KeySchemaElement[] {
  return [
    { AttributeName: part.partitionKey.name, KeyType: 'HASH' },
    ...(part.sortKey === undefined ? [] : [{ AttributeName: part.sortKey.name, KeyType: 'RANGE' as const }]),
  ];
}

function assertSameShape(existing: TableDescription, table: Table): void {
  const kept = (existing.GlobalSecondaryIndexes ?? []).map((index) => ({
    name: index.IndexName,
    keys: index.KeySchema?.map((key) => key.AttributeName),
    projected: [...(index.Projection?.NonKeyAttributes ?? [])].sort(),
  }));
  const wanted = table.indexes.map((index) => ({
    name: index.name,
    keys: keySchema(index).map((key) => key.AttributeName),
    projected: [...index.projection.attributes].sort(),
  }));
  const byName = (list: typeof kept): string =>
    JSON.stringify(list.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '')));
  if (byName(kept) !== byName(wanted)) {
    throw new Error(`Table ${table.name} was made by another version of the templates: start with --reset`);
  }
}

/** Dead-letter queues first, since the others name them. */
export async function createQueues(client: SQSClient, queues: readonly Queue[]): Promise<void> {
  const ordered = queues.toSorted(
    (a, b) => Number(a.redrive !== undefined) - Number(b.redrive !== undefined),
  );
  for (const queue of ordered) {
    const Attributes = { ...queue.attributes };
    try {
      await client.send(new CreateQueueCommand({ QueueName: queue.name, Attributes }));
    } catch (error) {
      if (!(error instanceof Error) || !/QueueNameExists|QueueAlreadyExists/.test(error.name)) throw error;
      await client.send(new SetQueueAttributesCommand({ QueueUrl: queue.url, Attributes }));
    }
  }
}

/**
 * Gives back the messages that pollers held when the cloud was killed. Their holders are gone, so waiting for the
 * visibility time-out would only keep money on its way for minutes; nor is the receive the message's own failure.
 * To be called before the queue server opens its file.
 */
export function releaseHeldMessages(dataDir: string): void {
  const file = join(dataDir, 'fauxqs.db');
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  database.exec(
    `UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL,
       approximate_receive_count = MAX(approximate_receive_count - 1, 0)
     WHERE receipt_handle IS NOT NULL`,
  );
  database.close();
}
