import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A service's table: where it is, how to call it, and how long it remembers idempotency keys (days). */
export interface Table {
  readonly name: string;
  readonly client: DynamoDBDocumentClient;
  readonly rememberDays: number;
}
