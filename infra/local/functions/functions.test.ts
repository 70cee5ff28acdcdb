import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPolicy } from '../assembly/policy.ts';
import type { Assembly, LambdaFunction } from '../assembly/types.ts';
import { startAwsEndpoint } from '../aws/aws-endpoint.ts';
import type { AwsEndpoint } from '../aws/aws-endpoint.ts';
import { createClock } from '../clock.ts';
import { createFaults } from '../faults.ts';
import type { Functions, InvokeResult } from './function-types.ts';
import { createFunctions } from './functions.ts';

const BUNDLE = `
let calls = 0;
const kms = async (operation, body) => {
  const response = await fetch(process.env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      'x-amz-target': 'TrentService.' + operation,
      'x-amz-security-token': process.env.AWS_SESSION_TOKEN,
      authorization: 'AWS4-HMAC-SHA256 Credential=' + process.env.AWS_ACCESS_KEY_ID + '/20250101/r/kms/aws4_request',
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};
export const handler = async (event, context) => {
  calls += 1;
  console.log(JSON.stringify({ message: 'called', call: calls }));
  switch (event.act) {
    case 'seal': return kms('Encrypt', { KeyId: process.env.KEY, Plaintext: 'aGk=' });
    case 'open': return kms('Decrypt', { CiphertextBlob: event.sealed });
    case 'day': return new Date().toISOString().slice(0, 10);
    case 'environment': return process.env;
    case 'name': return context.functionName;
    case 'fail': throw new RangeError('no');
    case 'hang': await new Promise(() => setInterval(() => undefined, 1000));
    case 'wait': await new Promise((done) => setTimeout(done, 30));
  }
  return calls;
};
`;

const KEY = { id: 'k', arn: 'arn:aws:kms:r:0:key/k', spec: 'SYMMETRIC_DEFAULT', aliases: [] } as const;

const faults = createFaults();

const clock = createClock();

let assetDir = '';

let endpoint: AwsEndpoint;

let functions: Functions;

const lambda = (id: string, more: Partial<LambdaFunction> = {}): LambdaFunction => ({
  id,
  arn: `arn:aws:lambda:r:0:function:${id}`,
  stack: 'test',
  logicalId: id,
  runtime: 'nodejs24.x',
  assetDir,
  handler: 'index.handler',
  environment: { KEY: KEY.arn, QUEUE_URL: 'https://sqs.r.amazonaws.com/0/work' },
  timeoutSeconds: 1,
  memoryMb: 128,
  role: {
    name: 'role',
    arn: 'arn:role',
    assumedBy: [],
    statements: readPolicy(
      { Statement: { Effect: 'Allow', Action: 'kms:Encrypt', Resource: KEY.arn } },
      'role',
    ),
  },
  ...more,
});

beforeAll(async () => {
  assetDir = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(assetDir, 'index.mjs'), BUNDLE);
  const assembly: Assembly = {
    outDir: '',
    account: '0',
    region: 'r',
    functions: [
      lambda('http'),
      lambda('single', { reservedConcurrency: 1 }),
      lambda('broken', { handler: 'index.gone' }),
    ],
    kmsKeys: [KEY],
    tables: [],
    queues: [],
    eventBuses: [],
    rules: [],
    pipes: [],
    schedules: [],
    eventSourceMappings: [],
    httpApis: [],
    userPools: [],
    distributions: [],
    buckets: [],
    bucketDeployments: [],
    invokePermissions: [],
    inert: [],
    outputs: {},
  };
  endpoint = await startAwsEndpoint({
    assembly,
    dynamoDbUrl: 'http://127.0.0.1:1',
    sqsUrl: 'http://127.0.0.1:1',
    masterKey: Buffer.alloc(32, 1),
    faults,
    accessKeyId: 'test',
  });
  functions = createFunctions({ assembly, endpoint, clock, faults });
});

afterAll(async () => {
  await functions.stop();
  await endpoint.stop();
  rmSync(assetDir, { recursive: true });
});

beforeEach(() => {
  faults.clear();
  clock.setBusinessDay(null);
});

const payload = (result: InvokeResult): unknown => {
  if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
  return result.payload;
};

const problem = (result: InvokeResult): string => (result.ok ? 'none' : result.error.type);

const act = async (what: object, id = 'http'): Promise<InvokeResult> => functions.invoke(id, what);

describe('a function', () => {
  it('stays warm and hands back its log lines', async () => {
    const first = payload(await act({}, 'single'));
    const second = await act({}, 'single');
    expect(payload(second)).toBe(Number(first) + 1);
    expect(second.logs).toEqual([JSON.stringify({ message: 'called', call: Number(first) + 1 })]);
  });

  it('sees its own environment and nothing of this machine', async () => {
    const environment = payload(await act({ act: 'environment' })) as Record<string, string>;
    expect(environment['QUEUE_URL']).toBe(`${endpoint.url}/0/work`);
    expect(environment['AWS_LAMBDA_FUNCTION_NAME']).toBe('http');
    expect(environment).not.toHaveProperty('HOME');
    expect(environment).not.toHaveProperty('PATH');
  });

  it('lives on the business day', async () => {
    clock.setBusinessDay('2024-02-29');
    expect(payload(await act({ act: 'day' }))).toMatch(/^2024-02-2[89]$/);
  });

  it('answers its error, which is kept with the event that caused it', async () => {
    expect(problem(await act({ act: 'fail', headers: { authorization: 'Bearer x' } }))).toBe('RangeError');
    expect(functions.failures()[0]).toMatchObject({
      functionId: 'http',
      event: { act: 'fail', headers: { authorization: 'removed' } },
    });
  });

  it('is ended when it takes too long, and starts anew', async () => {
    payload(await act({}, 'single'));
    expect(problem(await act({ act: 'hang' }, 'single'))).toBe('TimedOut');
    expect(payload(await act({}, 'single'))).toBe(1);
  });

  it('runs no more at once than it reserved', async () => {
    const results = await Promise.all([1, 2, 3].map(async () => act({ act: 'wait' }, 'single')));
    const calls = results.map((result) => Number(payload(result)));
    expect(new Set(calls).size).toBe(3);
  });

  it('fails plainly when its handler is not in the bundle', async () => {
    const result = await act({}, 'broken');
    expect(problem(result)).toBe('InitFailed');
  });

  it('must exist', async () => {
    await expect(act({}, 'nobody')).rejects.toThrow('No function is called nobody');
  });
});

describe('a call of a function', () => {
  it('is allowed by its role', async () => {
    expect(payload(await act({ act: 'seal' }))).toMatchObject({ status: 200, body: { KeyId: KEY.arn } });
  });

  it('is denied otherwise, naming the missing statement, and recorded', async () => {
    const { body } = payload(await act({ act: 'seal' })) as { body: { CiphertextBlob: string } };
    const missing = `{"Effect":"Allow","Action":"kms:Decrypt","Resource":"${KEY.arn}"}`;
    expect(payload(await act({ act: 'open', sealed: body.CiphertextBlob }))).toMatchObject({
      status: 400,
      body: {
        __type: 'com.amazon.coral.service#AccessDeniedException',
        message: `http is not authorized to perform kms:Decrypt on ${KEY.arn}: the role lacks ${missing}`,
      },
    });
    expect(endpoint.denied()[0]).toMatchObject({ principal: 'http', action: 'kms:Decrypt', missing });
  });

  it('can be failed before, and after the server did it', async () => {
    const seen: string[] = [];
    const stop = endpoint.observe(({ call }) => seen.push(call.operation));
    faults.set({ seed: 1, rules: [{ kind: 'fail-before', probability: 1, action: 'kms:Encrypt' }] });
    expect(payload(await act({ act: 'seal' }))).toMatchObject({ status: 500 });
    expect(seen).toEqual([]);
    faults.set({ seed: 1, rules: [{ kind: 'fail-after-commit', probability: 1, action: 'kms:Encrypt' }] });
    expect(problem(await act({ act: 'seal' }))).toBe('TypeError');
    expect(seen).toEqual(['Encrypt']);
    stop();
  });

  it('can take its worker down after the server did it', async () => {
    faults.set({ seed: 1, rules: [{ kind: 'kill', probability: 1, action: 'kms:Encrypt', limit: 1 }] });
    expect(problem(await act({ act: 'seal' }))).toBe('Killed');
    expect(payload(await act({ act: 'seal' }))).toMatchObject({ status: 200 });
  });
});
