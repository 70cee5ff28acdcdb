/** Plays CloudFront: the behaviours of the distribution choose between the bucket's files, the API and the tokens. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { wildcard } from '../assembly/policy.ts';
import type { Assembly, Behaviour, Distribution, Origin } from '../assembly/types.ts';
import type { Handle } from '../loopback.ts';
import { compileViewerFunction } from './front-function.ts';
import type { ViewerFunction } from './front-function.ts';
import { readObjectsOf } from './site-files.ts';
import type { ReadObject } from './site-files.ts';

interface Compiled {
  readonly behaviour: Behaviour;
  readonly viewerRequest: ViewerFunction | null;
}

const DEFAULT_PATTERN = '*';

/** What stands behind the distribution beside files. */
export interface Origins {
  /** The HTTP APIs by their id. */
  readonly apis: ReadonlyMap<string, Handle>;
  /** `POST /oauth2/token`, which the domain of the user pool answers in AWS. */
  readonly tokens: Handle;
}

/**
 * @throws Error naming a CloudFront function that runs where the local cloud runs none
 */
export function createFront(
  distribution: Distribution,
  assembly: Assembly,
  { apis, tokens }: Origins,
): Handle {
  const behaviours = distribution.behaviours.map(compile);
  const readObject = readObjectsOf(assembly.bucketDeployments);

  return async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://front');
    const chosen = behaviours.find(({ behaviour }) => covers(behaviour.pathPattern, pathname));
    if (chosen === undefined) throw new Error(`The distribution has no default behaviour`);
    const { behaviour, viewerRequest } = chosen;
    for (const [name, value] of Object.entries(behaviour.responseHeaders)) response.setHeader(name, value);
    if (!behaviour.allowedMethods.includes(request.method ?? 'GET')) {
      response
        .writeHead(403, { 'content-type': 'text/plain' })
        .end('This distribution is not configured to allow this method.');
      return;
    }
    const viewed = viewerRequest?.({ method: request.method ?? 'GET', uri: pathname });
    if (viewed?.kind === 'response') {
      response.writeHead(viewed.status, viewed.headers).end();
      return;
    }
    const path = viewed?.uri ?? pathname;
    if (behaviour.origin.kind === 'api') {
      await passToApi(behaviour.origin, apis, request, response, `${path}${search}`);
      return;
    }
    if (behaviour.origin.kind === 'tokens') {
      await tokens(request, response);
      return;
    }
    const root = path === '/' ? `/${distribution.defaultRootObject ?? ''}` : path;
    await sendFile(distribution, readObject, behaviour.origin, root, request, response);
  };
}

function compile(behaviour: Behaviour): Compiled {
  const other = behaviour.functions.find(({ eventType }) => eventType !== 'viewer-request');
  if (other !== undefined) {
    throw new Error(
      `Behaviour ${behaviour.pathPattern}: functions on ${other.eventType} are not known to the local cloud`,
    );
  }
  const [viewer] = behaviour.functions;
  return { behaviour, viewerRequest: viewer === undefined ? null : compileViewerFunction(viewer.code) };
}

function covers(pattern: string, path: string): boolean {
  return pattern === DEFAULT_PATTERN || wildcard(pattern.startsWith('/') ? pattern : `/${pattern}`, path);
}

async function passToApi(
  origin: Extract<Origin, { kind: 'api' }>,
  apis: ReadonlyMap<string, Handle>,
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
): Promise<void> {
  const api = apis.get(origin.apiId);
  if (api === undefined) throw new Error(`No API ${origin.apiId} behind the distribution`);
  request.url = `${origin.path}${url}`;
  await api(request, response);
}

async function sendFile(
  distribution: Distribution,
  readObject: ReadObject,
  origin: Extract<Origin, { kind: 'bucket' }>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const keyOf = (one: string): string => `${origin.path}${decodePath(one)}`.replace(/^\/+/, '');
  const file = await readObject(origin.bucket, keyOf(path));
  if (file !== null) {
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304, { etag: file.etag }).end();
      return;
    }
    response.writeHead(200, { 'content-type': file.contentType, etag: file.etag });
    response.end(request.method === 'HEAD' ? undefined : file.body);
    return;
  }
  // Without the right to list, S3 does not tell a missing object from a forbidden one.
  const rule = distribution.errorResponses.find(({ errorCode }) => errorCode === 403);
  const page =
    rule?.responsePagePath === undefined
      ? null
      : await readObject(origin.bucket, keyOf(rule.responsePagePath));
  response.writeHead(rule?.responseCode ?? 403, { 'content-type': page?.contentType ?? 'application/xml' });
  response.end(
    page?.body ?? '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code></Error>',
  );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
