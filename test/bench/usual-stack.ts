/**
 * A function as the tutorials build it: document client, the whole of zod by its named import, logger, metrics,
 * batch processing and middy, with the default credential chain. Source text, because it is only ever bundled.
 */
export const USUAL_STACK = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import { z } from 'zod';

const document = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const logger = new Logger({ serviceName: 'usual' });
const metrics = new Metrics({ namespace: 'usual', serviceName: 'usual' });
const body = z.object({ id: z.string().min(1), amount: z.coerce.number() });
const processor = new BatchProcessor(EventType.SQS);

export const onEvents = async (event, context) =>
  processPartialResponse(event, async (record) => body.parse(JSON.parse(record.body)), processor, { context });

export const handler = middy(async (event) => {
  const { id, amount } = body.parse(JSON.parse(event.body));
  const { Item } = await document.send(new GetCommand({ TableName: 'table', Key: { id } }));
  await document.send(new QueryCommand({ TableName: 'table', KeyConditionExpression: 'id = :id' }));
  await document.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: 'table', Item: { ...Item, amount } } }] }));
  return { statusCode: 200 };
})
  .use(injectLambdaContext(logger))
  .use(logMetrics(metrics));
`;
