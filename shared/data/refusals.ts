import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Page } from '#shared/application/pages.ts';
import { queryPage } from './read.ts';
import type { Table } from './table.ts';

/**
 * Refusals of role or area are audited like acts. Keys: pk REFUSED#<day>, sk <instant>#<correlation id>;
 * never changed or removed.
 */
const RefusalItemSchema = z.object({
  at: z.string(),
  actor: z.string(),
  route: z.string(),
  path: z.string(),
  code: z.string(),
  correlationId: z.string(),
});

export type Refusal = z.infer<typeof RefusalItemSchema>;

export async function recordRefusal(table: Table, day: string, refusal: Refusal): Promise<void> {
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: { pk: `REFUSED#${day}`, sk: `${refusal.at}#${refusal.correlationId}`, ...refusal },
    }),
  );
}

export function listRefusals(table: Table, day: string, cursor: string | undefined): Promise<Page<Refusal>> {
  return queryPage(table, RefusalItemSchema, { partition: `REFUSED#${day}`, cursor, newestFirst: true });
}
