import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assembly, Behaviour, Distribution } from '../assembly/types.ts';
import { listen } from '../loopback.ts';
import type { Handle, LoopbackServer } from '../loopback.ts';
import { createFront } from './front.ts';

const folder = mkdtempSync(join(tmpdir(), 'front-'));

const site: Omit<Behaviour, 'pathPattern'> = {
  origin: { kind: 'bucket', bucket: 'site', path: '' },
  allowedMethods: ['GET', 'HEAD'],
  responseHeaders: { 'x-frame-options': 'DENY' },
  functions: [
    {
      eventType: 'viewer-request',
      code: `function handler(event) {
        var request = event.request;
        if (request.uri === '/old') return { statusCode: 301, headers: { location: { value: '/new' } } };
        if (request.uri.endsWith('/')) request.uri += 'index.html';
        return request;
      }`,
    },
  ],
};

const distribution: Distribution = {
  id: 'd',
  domainName: 'd.cloudfront.net',
  defaultRootObject: 'index.html',
  errorResponses: [],
  behaviours: [
    { ...site, pathPattern: '/v1/openapi.json' },
    {
      pathPattern: '/v1/*',
      origin: { kind: 'api', apiId: 'api', path: '' },
      allowedMethods: ['GET', 'POST'],
      responseHeaders: {},
      functions: [],
    },
    {
      pathPattern: '/oauth2/token',
      origin: { kind: 'tokens', path: '' },
      allowedMethods: ['GET', 'POST'],
      responseHeaders: {},
      functions: [],
    },
    { ...site, pathPattern: '*' },
  ],
};

let server: LoopbackServer;

beforeAll(async () => {
  mkdirSync(join(folder, 'v1'));
  writeFileSync(join(folder, 'index.html'), '<p>trang đầu</p>');
  writeFileSync(join(folder, 'v1', 'openapi.json'), '{}');
  const assembly = {
    bucketDeployments: [{ bucket: 'site', prefix: '', assetDirs: [folder] }],
  } as unknown as Assembly;
  const saying =
    (word: string): Handle =>
    (request, response) => {
      response.end(`${word} ${request.url ?? ''}`);
      return Promise.resolve();
    };
  const apis = new Map([['api', saying('api')]]);
  server = await listen(0, createFront(distribution, assembly, { apis, tokens: saying('tokens') }));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(server.url + path, { redirect: 'manual', ...init });

describe('the distribution', () => {
  it('serves the first page with the headers of the template', async () => {
    const response = await ask('/');
    expect(await response.text()).toBe('<p>trang đầu</p>');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('takes the first behaviour that fits', async () => {
    expect(await (await ask('/v1/openapi.json')).text()).toBe('{}');
    expect(await (await ask('/v1/loans?x=1')).text()).toBe('api /v1/loans?x=1');
    expect(await (await ask('/oauth2/token', { method: 'POST' })).text()).toBe('tokens /oauth2/token');
  });

  it('runs the viewer function', async () => {
    const response = await ask('/old');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/new']);
  });

  it('answers 304 to a known version, 403 to a missing file and to a method the behaviour lacks', async () => {
    const etag = (await ask('/')).headers.get('etag') ?? '';
    expect((await ask('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await ask('/missing.txt')).status).toBe(403);
    expect((await ask('/..%2f..%2fetc%2fpasswd')).status).toBe(403);
    expect((await ask('/', { method: 'DELETE' })).status).toBe(403);
  });
});
