import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { CancellationReason } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { Replay, WriteConflict } from './act.ts';
import type { Act, Once } from './act.ts';
import { factItem } from './outbox.ts';
import type { Fact } from './outbox.ts';
import { TIME_TO_LIVE_ATTRIBUTE } from './table-shape.ts';
import type { Table } from './table.ts';
import { createItem } from './write.ts';
import type { Write } from './write.ts';

export interface Change<A> {
  readonly writes: readonly Write[];
  readonly facts: readonly Fact[];
  /** What the caller is told, now and on every repetition. */
  readonly answer: A;
}

/** DynamoDB takes at most this many items in one transaction. */
const TRANSACTION_LIMIT = 100;

/**
 * Writes an act as one transaction: its changes, its facts (which are the outbox) and the record that makes
 * it happen once. A dry run stops just before the write. Throws Replay when the act was done before,
 * `idempotency-key-reused` (409), the refusal of a failed write, WriteConflict, or Unpublishable.
 */
export async function commit<A>(table: Table, act: Act, change: Change<A>): Promise<A> {
  const facts = change.facts.map((fact) => createItem(factItem(act, fact)));
  if (act.dryRun) return change.answer;
  const writes = [
    ...(act.once ? [rememberOnce(table, act, act.once, act.answerOf(change.answer))] : []),
    ...change.writes,
    ...facts,
  ];
  if (writes.length > TRANSACTION_LIMIT) throw new RangeError(`a transaction of ${writes.length} items`);
  try {
    await table.client.send(
      new TransactWriteCommand({ TransactItems: writes.map((write) => write.item(table.name)) }),
    );
    return change.answer;
  } catch (error) {
    if (error instanceof TransactionCanceledException) {
      throw reasonOf(error.CancellationReasons ?? [], writes, act.once, error);
    }
    throw error;
  }
}

function rememberOnce(table: Table, act: Act, once: Once, answer: unknown): Write {
  const expiresAt = Math.floor(Date.parse(act.now) / 1000) + table.rememberDays * 86_400;
  // As text, so that it is said again to the letter.
  const told = JSON.stringify(answer ?? null);
  const item = { ...once.key, hash: once.hash, answer: told, [TIME_TO_LIVE_ATTRIBUTE]: expiresAt };
  return {
    item: (TableName) => ({
      Put: {
        TableName,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    }),
  };
}

function reasonOf(
  reasons: readonly CancellationReason[],
  writes: readonly Write[],
  once: Once | null,
  cause: Error,
): Error {
  const remembered = once ? reasons[0]?.Item : undefined;
  if (once && remembered) return replayOf(once, unmarshall(remembered));
  for (const [index, reason] of reasons.entries()) {
    if (reason.Code === 'ConditionalCheckFailed') {
      const found = reason.Item && unmarshall(reason.Item);
      return writes[index]?.refusal?.(found) ?? new WriteConflict('another act was faster');
    }
  }
  if (reasons.some((reason) => reason.Code === 'TransactionConflict')) {
    return new WriteConflict('another transaction holds the same item');
  }
  return cause;
}

/** The remembered act as the error that ends the use case: a Replay, or 409 when the content differs. */
export function replayOf(once: Once, record: Readonly<Record<string, unknown>>): Error {
  if (record['hash'] !== once.hash) return new DomainError(COMMON_ERRORS, 'idempotency-key-reused');
  return new Replay(JSON.parse(String(record['answer'])));
}
