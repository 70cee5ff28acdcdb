import { randomUUID } from 'node:crypto';
import type { Context, SQSEvent } from 'aws-lambda';
import type { Envelope } from '#shared/contracts/event.ts';
import { routeKey } from '#shared/contracts/route.ts';
import type { Route } from '#shared/contracts/route.ts';
import type { HttpEvent } from '#shared/runtime/request.ts';

/** The context Lambda gives a function; only what the logger reads. */
export const CONTEXT = {
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:test',
  memoryLimitInMB: '256',
  awsRequestId: 'test-request',
} as Context;

export interface TestRequest {
  readonly route: Route;
  readonly claims: Record<string, string>;
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A request as HTTP API hands it to the function after it matched the route and verified the token. */
export function httpEvent(request: TestRequest): HttpEvent {
  const { route, params = {}, query = {}, headers = {}, claims, body } = request;
  const rawPath = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name);
  return {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers,
    queryStringParameters: query,
    pathParameters: params,
    isBase64Encoded: false,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'test',
      domainPrefix: 'test',
      requestId: randomUUID(),
      routeKey: routeKey(route),
      stage: '$default',
      time: '24/Nov/2026:02:00:00 +0000',
      timeEpoch: 1_795_485_600_000,
      http: {
        method: route.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'test',
      },
      authorizer: { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } },
    },
  };
}

/** Claims of a person's ID token. */
export function claimsOf(username: string, groups: string, areas = '22'): Record<string, string> {
  return {
    token_use: 'id',
    'cognito:username': username,
    'cognito:groups': `[${groups}]`,
    'custom:areas': areas,
  };
}

/** Messages as EventBridge puts them on a queue; a string goes in as the body itself. */
export function sqsEvent(...details: readonly unknown[]): SQSEvent {
  return {
    Records: details.map((detail) => ({
      messageId: randomUUID(),
      receiptHandle: 'handle',
      body:
        typeof detail === 'string'
          ? detail
          : JSON.stringify({ 'detail-type': 'test', source: 'test', detail }),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: 'test',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:test-queue',
      awsRegion: 'ap-southeast-1',
    })),
  };
}

/** An event as another service would have published it. */
export function testEnvelope(
  event: { readonly type: string; readonly version: number; readonly source: string },
  data: Record<string, unknown>,
  given: Partial<Envelope> = {},
): Envelope {
  return {
    id: randomUUID(),
    type: event.type,
    version: event.version,
    source: event.source,
    subject: 'test/1',
    aggregateVersion: 1,
    communeId: null,
    effectiveOn: '2026-11-24',
    recordedAt: '2026-11-24T02:00:00.000Z',
    actor: 'tester',
    correlationId: 'test-correlation',
    causationId: null,
    data,
    ...given,
  };
}
