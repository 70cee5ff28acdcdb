/** Which tables a call to DynamoDB writes. */
import type { AwsCall } from '../aws/access.ts';

type Fields = Readonly<Record<string, unknown>>;

const SINGLE_WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);

export function writtenTables({ service, operation, body }: AwsCall): string[] {
  if (service !== 'dynamodb') return [];
  if (SINGLE_WRITES.has(operation)) return [String(body['TableName'])];
  if (operation === 'BatchWriteItem') return Object.keys(body['RequestItems'] as Fields);
  if (operation !== 'TransactWriteItems') return [];
  const parts = (body['TransactItems'] as readonly Readonly<Record<string, Fields>>[]).flatMap((item) =>
    Object.values(item),
  );
  return [...new Set(parts.map((part) => String(part['TableName'])))];
}
