import type { BodySent, ParamsSent, QuerySent, ResponseOf, Route } from '#shared/contracts/route.ts';
import { ApiProblem, problemOf } from './api-problem.ts';

export interface ClientOptions {
  /** Where the API answers, without a trailing path: `https://api.example`. */
  readonly baseUrl: string;
  /** The bearer token, or what gets a fresh one before each request. Absent: the request is sent without. */
  readonly token?: string | (() => string | Promise<string>);
  readonly fetch?: typeof fetch;
  /**
   * How often a request is sent at most when the platform is busy (429, 503) or the line fails; 1 when absent.
   * Sending again is safe: a command carries its idempotency key and reference data its natural key.
   */
  readonly attempts?: number;
}

type PartFor<Present, Part> = Present extends null ? unknown : Part;

/** What a route needs to be called; only what its contract has may be given. */
export type CallOf<T extends Route> = PartFor<T['params'], { readonly params: ParamsSent<T> }> &
  PartFor<T['query'], { readonly query?: QuerySent<T> }> &
  PartFor<T['body'], { readonly body: BodySent<T> }> & {
    /** Commands only, 8 to 64 characters, made before the first try and kept for every retry. */
    readonly idempotencyKey?: string;
    /** Commands only: the same path without the commit. */
    readonly dryRun?: boolean;
  };

export interface Answer<T extends Route> {
  readonly status: number;
  readonly body: ResponseOf<T>;
  /** The command had been done before under this key; this is its first answer. */
  readonly replayed: boolean;
  readonly dryRun: boolean;
}

export interface ApiClient {
  /** Calls a route and gives its answer. Throws `ApiProblem` for every answer that is not a success. */
  call<T extends Route>(route: T, call: CallOf<T>): Promise<ResponseOf<T>>;
  /** As `call`, with the status and what the headers tell. */
  send<T extends Route>(route: T, call: CallOf<T>): Promise<Answer<T>>;
}

interface LooseCall {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly dryRun?: boolean;
}

/** A client of the whole API, typed by the route contracts. Runs in a browser and in Node. */
export function createClient(options: ClientOptions): ApiClient {
  const send = async <T extends Route>(route: T, call: CallOf<T>): Promise<Answer<T>> => {
    const response = await sendPatiently(options, route, call);
    if (!response.ok) throw new ApiProblem(await problemOf(response), route);
    return {
      status: response.status,
      body: (await response.json()) as ResponseOf<T>,
      replayed: response.headers.get('idempotent-replay') === 'true',
      dryRun: response.headers.get('dry-run') === 'true',
    };
  };
  return { send, call: async (route, call) => (await send(route, call)).body };
}

async function sendPatiently(options: ClientOptions, route: Route, call: LooseCall): Promise<Response> {
  const attempts = options.attempts ?? 1;
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt >= attempts;
    try {
      const response = await request(options, route, call);
      if (last || (response.status !== 429 && response.status !== 503)) return response;
    } catch (error) {
      if (last) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
  }
}

async function request(options: ClientOptions, route: Route, call: LooseCall): Promise<Response> {
  const token = typeof options.token === 'function' ? await options.token() : options.token;
  const headers = new Headers({ accept: 'application/json' });
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (call.idempotencyKey !== undefined) headers.set('idempotency-key', call.idempotencyKey);
  if (call.body !== undefined) headers.set('content-type', 'application/json');
  const send = options.fetch ?? fetch;
  return await send(options.baseUrl.replace(/\/$/, '') + target(route, call), {
    method: route.method,
    headers,
    body: call.body === undefined ? null : JSON.stringify(call.body),
  });
}

/** Path and query of a call. Throws a RangeError when a path parameter is missing. */
function target(route: Route, call: LooseCall): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = call.params?.[name];
    if (typeof value !== 'string' || value === '') {
      throw new RangeError(`${route.operationId} needs the path parameter ${name}`);
    }
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (typeof value === 'string') query.set(name, value);
  }
  if (call.dryRun === true) query.set('dryRun', 'true');
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
