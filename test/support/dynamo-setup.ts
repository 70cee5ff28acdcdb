import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startGuard } from '#infra/local/guard.ts';
import { startDynamoDb } from '#infra/local/servers/dynamodb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    dynamoEndpoint: string;
  }
}

/** One DynamoDB Local for all tests of the stores; each test file makes a table in a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const guard = startGuard();
  const logDir = await mkdtemp(join(tmpdir(), 'store-tests-'));
  const server = await startDynamoDb(guard, { dataDir: 'memory', logDir });
  project.provide('dynamoEndpoint', server.url);
  return () => guard.stop();
}
