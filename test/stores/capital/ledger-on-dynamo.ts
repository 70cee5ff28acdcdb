import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import { sealEverySource } from '#capital/ledger/nightly.ts';
import { openLedgerReads } from '#capital/verification/adapters/ledger-reads.ts';
import { verifySource } from '#capital/verification/application/verify-ledger.ts';
import type { Item, Key } from '#shared/data/stored.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import { observe } from '#shared/runtime/observability.ts';
import { testAct } from '#test/support/acts.ts';
import { SOURCE } from './capital-on-dynamo.ts';
import type { Capital } from './capital-on-dynamo.ts';

/** Sets the clock of whatever runs, at an instant written in the time of Viet Nam. */
export function setClock(text: string): void {
  vi.setSystemTime(new Date(`${text}:00.000+07:00`));
}

/** An act at the instant the clock shows. */
export function actNow(given: Parameters<typeof testAct>[0] = {}) {
  return testAct({ now: new Date().toISOString(), today: businessDayOf(Date.now()), ...given });
}

export function seal(capital: Capital): Promise<void> {
  return sealEverySource(observe('test'), capital.table, actNow({ once: null }));
}

export async function verify(capital: Capital, sourceId = SOURCE) {
  return verifySource(openLedgerReads(capital.table), sourceId, businessDayOf(Date.now()));
}

export async function itemsOf(capital: Capital, pk: string): Promise<Item[]> {
  const { Items = [] } = await capital.table.client.send(
    new QueryCommand({
      TableName: capital.table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return Items as Item[];
}

/** Changes one stored item behind the back of the service. */
export async function tamper(capital: Capital, { pk, sk }: Key, change: (item: Item) => Item): Promise<void> {
  const { name, client } = capital.table;
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk, sk } }));
  if (Item === undefined) throw new Error(`nothing at ${pk} ${sk}`);
  await client.send(new PutCommand({ TableName: name, Item: change(Item as Item) }));
}

export async function remove(capital: Capital, { pk, sk }: Key): Promise<void> {
  await capital.table.client.send(new DeleteCommand({ TableName: capital.table.name, Key: { pk, sk } }));
}
