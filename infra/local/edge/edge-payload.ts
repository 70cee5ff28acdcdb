/** What API Gateway makes of a request for a function, and of a function's answer for the caller (format 2.0). */
import type { IncomingMessage } from 'node:http';
import type { Assembly, HttpApi } from '../assembly/types.ts';
import type { Decision } from './authorizer.ts';
import type { RouteMatch } from './route-table.ts';

export interface GatewayRequest {
  readonly api: HttpApi;
  readonly assembly: Assembly;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly match: RouteMatch;
  readonly body: Buffer;
  /** Null for a route without authorizer. */
  readonly decision: Extract<Decision, { kind: 'allowed' }> | null;
  readonly requestId: string;
}

const TEXTUAL = /^(text\/|application\/(json|xml|javascript|[\w.-]+\+json|[\w.-]+\+xml))/;

export function gatewayEventOf(input: GatewayRequest): Record<string, unknown> {
  const { api, assembly, request, url, match, body, decision, requestId } = input;
  const { cookie, ...others } = request.headers;
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const textual = TEXTUAL.test(headers['content-type'] ?? 'text/');
  const now = new Date();
  return {
    version: '2.0',
    routeKey: match.route.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.replace(/^\?/, ''),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    ...optional('queryStringParameters', queryOf(url)),
    ...optional('pathParameters', match.pathParameters),
    requestContext: {
      accountId: assembly.account,
      apiId: api.id,
      ...(decision === null
        ? {}
        : { authorizer: { jwt: { claims: decision.claims, scopes: decision.scopes } } }),
      domainName: new URL(api.endpoint).hostname,
      domainPrefix: api.id,
      http: {
        method: request.method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.route.routeKey,
      stage: api.stage,
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length === 0 ? {} : { body: body.toString(textual ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !textual,
  };
}

function queryOf(url: URL): Record<string, string> {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name).join(',')]));
}

function optional(name: string, values: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.keys(values).length === 0 ? {} : { [name]: values };
}

export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string | Buffer;
}

/** Null when the function's answer is not one that API Gateway understands. */
export function gatewayAnswerOf(payload: unknown): GatewayAnswer | null {
  if (payload === undefined || payload === null) return null;
  const shaped = typeof payload === 'object' ? (payload as Readonly<Record<string, unknown>>) : {};
  if (shaped['statusCode'] === undefined) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body };
  }
  const status = Number(shaped['statusCode']);
  if (!Number.isInteger(status) || status < 100 || status > 599) return null;
  const body = typeof shaped['body'] === 'string' ? shaped['body'] : '';
  const headers = Object.entries((shaped['headers'] ?? {}) as Readonly<Record<string, unknown>>);
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), String(value)])),
    },
    cookies: Array.isArray(shaped['cookies']) ? shaped['cookies'].map(String) : [],
    body: shaped['isBase64Encoded'] === true ? Buffer.from(body, 'base64') : body,
  };
}
