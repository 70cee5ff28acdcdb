import type { TestProject } from 'vitest/node';
import { startDynamo } from './dynamo.ts';

declare module 'vitest' {
  interface ProvidedContext {
    dynamoEndpoint: string;
  }
}

/** One DynamoDB Local for all tests of the stores; each test file makes a table in a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startDynamo();
  project.provide('dynamoEndpoint', server.endpoint);
  return server.stop;
}
