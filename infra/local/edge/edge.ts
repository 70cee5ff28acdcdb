/** Plays the HTTP API: route, authorizer, limits, payload format 2.0. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { wildcard } from '../assembly/policy.ts';
import type { Assembly, HttpApi, HttpRoute } from '../assembly/types.ts';
import type { Activity } from '../events/activity.ts';
import type { Functions, InvokeResult } from '../functions/function-types.ts';
import { readBody, sendJson } from '../loopback.ts';
import type { Handle } from '../loopback.ts';
import { createAuthorizer } from './authorizer.ts';
import type { Authorize, Decision } from './authorizer.ts';
import { gatewayAnswerOf, gatewayEventOf } from './edge-payload.ts';
import { createRouteTable } from './route-table.ts';

export interface EdgeOptions {
  readonly api: HttpApi;
  readonly assembly: Assembly;
  readonly functions: Functions;
  readonly keys: JSONWebKeySet;
  readonly activity: Activity;
}

const LARGEST_BODY_BYTES = 10 * 1024 * 1024;

const LONGEST_ANSWER_MS = 30_000;

/** @throws Error naming a route whose function does not let this API call it */
export function createEdge(options: EdgeOptions): Handle {
  const { api, assembly, keys, activity } = options;
  for (const route of api.routes) assertMayInvoke(assembly, api, route);
  const authorizers = new Map(api.authorizers.map((one) => [one.id, createAuthorizer(one, keys)]));
  const find = createRouteTable(api.routes);

  return async (request, response) => {
    const url = new URL(request.url ?? '/', api.endpoint);
    for (const [name, value] of Object.entries(corsHeaders(api, request))) response.setHeader(name, value);
    if (api.cors !== undefined && request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const match = find(request.method ?? 'GET', url.pathname);
    if (match === null) {
      sendJson(response, 404, { message: 'Not Found' });
      return;
    }
    const body = await readBody(request, LARGEST_BODY_BYTES);
    if (body === null) {
      sendJson(response, 413, { message: 'Request Entity Too Large' });
      return;
    }
    const decision = await decide(authorizers, match.route, request);
    if (decision !== null && decision.kind !== 'allowed') {
      refuse(response, decision);
      return;
    }
    const event = gatewayEventOf({
      api,
      assembly,
      request,
      url,
      match,
      body,
      decision,
      requestId: randomUUID(),
    });
    const result = await activity.during(() => invoke(options, match.route, event));
    answer(response, result);
  };
}

async function decide(
  authorizers: ReadonlyMap<string, Authorize>,
  route: HttpRoute,
  request: IncomingMessage,
): Promise<Decision | null> {
  if (route.authorizerId === undefined) return null;
  const authorize = authorizers.get(route.authorizerId);
  if (authorize === undefined)
    throw new Error(`Route ${route.routeKey}: no authorizer ${route.authorizerId}`);
  return authorize(request.headers, route.scopes);
}

function refuse(response: ServerResponse, decision: Exclude<Decision, { kind: 'allowed' }>): void {
  if (decision.kind === 'forbidden') {
    sendJson(response, 403, { message: 'Forbidden' });
    return;
  }
  const challenge =
    decision.reason === 'no token'
      ? 'Bearer'
      : `Bearer scope="" error="invalid_token" error_description="${decision.reason.replaceAll('"', "'")}"`;
  sendJson(response, 401, { message: 'Unauthorized' }, { 'www-authenticate': challenge });
}

async function invoke(options: EdgeOptions, route: HttpRoute, event: unknown): Promise<InvokeResult | null> {
  const limit = Math.min(route.timeoutMs, LONGEST_ANSWER_MS);
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, limit);
  });
  try {
    return await Promise.race([options.functions.invoke(route.functionId, event), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function answer(response: ServerResponse, result: InvokeResult | null): void {
  if (result === null || (!result.ok && ['TimedOut', 'Throttled'].includes(result.error.type))) {
    sendJson(response, 503, { message: 'Service Unavailable' });
    return;
  }
  const shaped = result.ok ? gatewayAnswerOf(result.payload) : null;
  if (shaped === null) {
    sendJson(response, 500, { message: 'Internal Server Error' });
    return;
  }
  if (shaped.cookies.length > 0) response.setHeader('set-cookie', shaped.cookies);
  response.writeHead(shaped.status, shaped.headers);
  response.end(shaped.body);
}

function assertMayInvoke(assembly: Assembly, api: HttpApi, route: HttpRoute): void {
  const [method = '*', path = '/*'] = route.routeKey === '$default' ? ['*', '/*'] : route.routeKey.split(' ');
  const caller = `arn:aws:execute-api:${assembly.region}:${assembly.account}:${api.id}/${api.stage}/${method}${path}`;
  const permitted = assembly.invokePermissions.some(
    ({ functionId, principal, sourceArn }) =>
      functionId === route.functionId &&
      principal === 'apigateway.amazonaws.com' &&
      (sourceArn === undefined || wildcard(sourceArn, caller)),
  );
  if (!permitted) {
    throw new Error(`Route ${route.routeKey}: function ${route.functionId} has no permission for ${caller}`);
  }
}

function corsHeaders(api: HttpApi, request: IncomingMessage): Record<string, string> {
  const { origin } = request.headers;
  const { cors } = api;
  if (cors === undefined || origin === undefined) return {};
  if (!cors.allowOrigins.some((allowed) => wildcard(allowed, origin))) return {};
  return {
    'access-control-allow-origin': cors.allowOrigins.includes('*') ? '*' : origin,
    'access-control-expose-headers': cors.exposeHeaders.join(','),
    ...(request.method === 'OPTIONS'
      ? {
          'access-control-allow-methods': cors.allowMethods.join(','),
          'access-control-allow-headers': cors.allowHeaders.join(','),
          ...(cors.maxAgeSeconds === undefined
            ? {}
            : { 'access-control-max-age': String(cors.maxAgeSeconds) }),
        }
      : {}),
  };
}
