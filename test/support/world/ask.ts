import { randomUUID } from 'node:crypto';
import { problemOf } from '#shared/client/api-problem.ts';
import type { Problem } from '#shared/contracts/problem.ts';
import type { Route } from '#shared/contracts/route.ts';

/** A request as a test may want to send it, right or wrong: nothing is checked before it goes out. */
export interface Ask {
  /** Absent: the request goes out without. */
  readonly token?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Idempotency key; a fresh one for a command when absent, none when null. */
  readonly key?: string | null;
  readonly correlationId?: string;
}

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** What the answer says went wrong, also when the gateway said it in its own words; null on success. */
  readonly problem: Problem | null;
}

/** Sends one request to the public address, over the network unless told how. Throws only when the line is cut. */
export async function ask(
  frontUrl: string,
  route: Route,
  given: Ask,
  travel: typeof fetch = fetch,
): Promise<Told> {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(given.params?.[name] ?? name),
  );
  const query = new URLSearchParams(given.query).toString();
  const headers = new Headers({ 'x-correlation-id': given.correlationId ?? randomUUID() });
  if (given.token !== undefined) headers.set('authorization', `Bearer ${given.token}`);
  const key = given.key === undefined && route.kind === 'command' ? randomUUID() : given.key;
  if (key !== undefined && key !== null) headers.set('idempotency-key', key);
  if (given.body !== undefined) headers.set('content-type', 'application/json');
  const response = await travel(`${frontUrl}${path}${query === '' ? '' : `?${query}`}`, {
    method: route.method,
    headers,
    body: given.body === undefined ? null : JSON.stringify(given.body),
  });
  const problem = response.ok ? null : await problemOf(response.clone());
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text), problem };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export function isReplay(told: Told): boolean {
  return told.headers.get('idempotent-replay') === 'true';
}
