import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type {
  DynamoDBDocumentClient,
  QueryCommandInput,
  TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Table } from '#shared/data/table.ts';
import { added, holds, nameOf, stored, valueOf } from './expressions.ts';
import type { Named, Stored } from './expressions.ts';
import { Items, lastKeyOf } from './items.ts';

export interface MemoryTable extends Table {
  readonly items: Items;
}

type TransactItems = NonNullable<TransactWriteCommandInput['TransactItems']>;

/**
 * A service's table in this process, for histories by the thousand: the same conditions and transactions as the
 * store, held to DynamoDB Local by a test. What it was not taught is an error.
 */
export function memoryTable(onWritten: (item: Stored) => void = () => undefined): MemoryTable {
  const items = new Items();
  const put = (item: Stored): void => {
    items.put(item);
    onWritten(item);
  };
  const send = (command: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      resolve(answer(items, put, command));
    });
  return { name: 'memory', rememberDays: 30, items, client: { send } as unknown as DynamoDBDocumentClient };
}

function answer(items: Items, put: (item: Stored) => void, command: unknown): unknown {
  if (command instanceof TransactWriteCommand) {
    for (const item of decided(items, command.input.TransactItems ?? [])) put(item);
    return {};
  }
  if (command instanceof PutCommand) {
    put(stored(command.input.Item) as Stored);
    return {};
  }
  if (command instanceof GetCommand) return { Item: items.get(command.input.Key ?? {}) };
  if (command instanceof BatchGetCommand) {
    const [asked] = Object.entries(command.input.RequestItems ?? {});
    const [name, keys] = [asked?.[0] ?? '', asked?.[1].Keys ?? []];
    return { Responses: { [name]: keys.flatMap((key) => items.get(key) ?? []) }, UnprocessedKeys: {} };
  }
  if (command instanceof QueryCommand) return queried(items, command.input);
  throw new TypeError('a request this table does not know');
}

/** What a transaction leaves, or its cancellation: all conditions are looked at before anything is written. */
function decided(items: Items, writes: TransactItems): Stored[] {
  const outcomes = writes.map(({ Put, Update, ConditionCheck }) => {
    const write = Put ?? Update ?? ConditionCheck;
    if (write === undefined) throw new TypeError('a write this table does not know');
    const key = (Put?.Item ?? Update?.Key ?? ConditionCheck?.Key) as Stored;
    const found = items.get(key);
    const names = write as Named;
    const isMet = holds(write.ConditionExpression, names, found);
    const next = Put ? (stored(Put.Item) as Stored) : found;
    return {
      isMet,
      next: Update && isMet ? added(Update.UpdateExpression, names, found ?? (stored(key) as Stored)) : next,
      isWrite: ConditionCheck === undefined,
      shown: write.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? found : undefined,
    };
  });
  if (outcomes.some(({ isMet }) => !isMet)) {
    throw new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: outcomes.map(({ isMet, shown }) =>
        isMet
          ? { Code: 'None' }
          : { Code: 'ConditionalCheckFailed', ...(shown ? { Item: marshall(shown) } : {}) },
      ),
    });
  }
  return outcomes.flatMap(({ isWrite, next }) => (isWrite && next ? [next] : []));
}

const KEY_CONDITION = /^#p = :p(?: AND (begins_with\(#s, :a\)|#s BETWEEN :a AND :b))?$/;

function queried(items: Items, input: QueryCommandInput): unknown {
  const condition = KEY_CONDITION.exec(input.KeyConditionExpression ?? '');
  if (!condition)
    throw new TypeError(`a key condition this table does not know: ${input.KeyConditionExpression}`);
  nameOf(input, '#p');
  const first = condition[1] === undefined ? '' : String(valueOf(input, ':a'));
  const last = condition[1]?.startsWith('#s') === true ? String(valueOf(input, ':b')) : null;
  const isFitting = (sort: string): boolean => {
    if (condition[1] === undefined) return true;
    return last === null ? sort.startsWith(first) : sort >= first && sort <= last;
  };
  const found: Stored[] = [];
  const limit = input.Limit ?? Number.POSITIVE_INFINITY;
  const range = items.range(input.IndexName, {
    partition: String(valueOf(input, ':p')),
    first,
    fits: isFitting,
    order: input.ScanIndexForward === false ? 'newest' : 'oldest',
    after: input.ExclusiveStartKey ?? null,
  });
  for (const item of range) {
    found.push(item);
    if (found.length === limit) break;
  }
  const end = found.length === limit ? found.at(-1) : undefined;
  return {
    Items: found,
    ...(end === undefined ? {} : { LastEvaluatedKey: lastKeyOf(input.IndexName, end) }),
  };
}
