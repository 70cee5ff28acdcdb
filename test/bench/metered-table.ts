import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Envelope } from '#shared/contracts/event.ts';
import type { Key } from '#shared/data/stored.ts';
import { OUTBOX_ATTRIBUTE, TABLE_INDEXES } from '#shared/data/table-shape.ts';
import type { Table } from '#shared/data/table.ts';
import type { TestTable } from '#test/support/dynamo.ts';
import type { MemoryTable } from '#test/support/memory/memory-table.ts';
import { entryOf, itemBytes, queryUnits, readUnits, writeUnits } from './capacity-units.ts';
import type { Image } from './capacity-units.ts';

/** What one piece of work cost the store. */
export interface Cost {
  requests: number;
  writeRequests: number;
  readUnits: number;
  writeUnits: number;
  /** Size of the largest item written, bytes. */
  largestItem: number;
}

export interface MeteredTable extends Table {
  /** Runs work and says what it cost. */
  readonly measure: <T>(work: () => Promise<T>) => Promise<{ readonly result: T; readonly cost: Cost }>;
}

type WriteAction = {
  readonly Put?: { Item?: Record<string, unknown> };
  readonly Update?: { Key?: unknown };
  readonly ConditionCheck?: { Key?: unknown };
  readonly Delete?: { Key?: unknown };
};

/**
 * A table whose every request is counted in units, by images read beside it. `onEvent` is told of each outbox
 * record that was written, as the table's stream would tell the pipe.
 */
export function meteredTable(
  table: TestTable | MemoryTable,
  onEvent: (event: Envelope) => void,
): MeteredTable {
  let cost = emptyCost();
  const imageOf = (key: Key) => ('raw' in table ? imageInStore(table, key) : imageInMemory(table, key));

  const countWrites = async (keys: readonly Key[], transactional: boolean, run: () => Promise<unknown>) => {
    const before = await Promise.all(keys.map(imageOf));
    const outcome = await run().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const after = await Promise.all(keys.map(imageOf));
    cost.writeRequests += 1;
    keys.forEach((_, index) => {
      const [old, next] = [before[index] ?? null, after[index] ?? null];
      cost.writeUnits += writeUnits(old, next, transactional);
      cost.largestItem = Math.max(cost.largestItem, next ? itemBytes(next) : 0);
    });
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };

  const send = async (command: unknown): Promise<unknown> => {
    const run = (): Promise<unknown> => table.client.send(command as GetCommand);
    cost.requests += 1;
    if (command instanceof TransactWriteCommand) {
      const actions = (command.input.TransactItems ?? []) as readonly WriteAction[];
      const answer = await countWrites(actions.map(keyOf), true, run);
      for (const { Put } of actions) {
        const event = Put?.Item?.[OUTBOX_ATTRIBUTE];
        if (event !== undefined) onEvent(event as Envelope);
      }
      return answer;
    }
    if (command instanceof PutCommand) return countWrites([command.input.Item as Key], false, run);
    if (command instanceof GetCommand) {
      const image = await imageOf(command.input.Key as Key);
      cost.readUnits += readUnits(image, command.input.ConsistentRead === true ? 'strong' : 'eventual');
      return run();
    }
    if (command instanceof BatchGetCommand) {
      const keys = Object.values(command.input.RequestItems ?? {}).flatMap(({ Keys }) => Keys ?? []) as Key[];
      const images = await Promise.all(keys.map(imageOf));
      for (const image of images) cost.readUnits += readUnits(image, 'strong');
      return run();
    }
    if (command instanceof QueryCommand) {
      const answer = await table.client.send(command);
      const index = TABLE_INDEXES.find(({ name }) => name === command.input.IndexName);
      const images = (answer.Items ?? []).map((item) => marshall(item, { removeUndefinedValues: true }));
      const entries = images.map((image) => (index ? (entryOf(index, image) ?? image) : image));
      cost.readUnits += queryUnits(entries, command.input.ConsistentRead === true ? 'strong' : 'eventual');
      return answer;
    }
    throw new TypeError('the bench does not know how to count this request');
  };

  return {
    name: table.name,
    rememberDays: table.rememberDays,
    client: { send } as unknown as DynamoDBDocumentClient,
    measure: async (work) => {
      cost = emptyCost();
      const result = await work();
      return { result, cost };
    },
  };
}

async function imageInStore(table: TestTable, key: Key): Promise<Image | null> {
  const { Item } = await table.raw.send(
    new GetItemCommand({
      TableName: table.name,
      Key: { pk: { S: key.pk }, sk: { S: key.sk } },
      ConsistentRead: true,
    }),
  );
  return Item ?? null;
}

function imageInMemory({ items }: MemoryTable, { pk, sk }: Key): Promise<Image | null> {
  const item = items.get({ pk, sk });
  return Promise.resolve(item === undefined ? null : marshall(item));
}

function emptyCost(): Cost {
  return { requests: 0, writeRequests: 0, readUnits: 0, writeUnits: 0, largestItem: 0 };
}

function keyOf(action: WriteAction): Key {
  return (action.Put?.Item ?? action.Update?.Key ?? action.ConditionCheck?.Key ?? action.Delete?.Key) as Key;
}
