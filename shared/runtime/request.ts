import { createHash, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod/mini';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { Route, Schema } from '#shared/contracts/route.ts';
import type { Act } from '#shared/data/act.ts';
import { canonical } from '#shared/domain/canonical.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import type { Moment } from './clock.ts';
import { fieldErrors } from './schema-issues.ts';

export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** What a handler gets: input that fits the contract, who asks, and the act it may commit. */
export interface RawRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly caller: Caller;
  readonly act: Act;
}

const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{8,64}$/;

/** Parses a whole request; every field that is wrong is named at once. Throws `input-malformed` (400). */
export function readRequest(
  route: Route,
  event: HttpEvent,
  caller: Caller,
  moment: Moment,
  correlationId: string,
): RawRequest {
  const { dryRun: dryRunText, ...query } = event.queryStringParameters ?? {};
  const problems: FieldError[] = [];
  const parsed = {
    params: parsePart(route.params, '/path', event.pathParameters ?? {}, problems),
    query: parsePart(
      route.query,
      '/query',
      route.kind === 'query' ? (event.queryStringParameters ?? {}) : query,
      problems,
    ),
    body: route.body === null ? {} : parsePart(route.body, '', readBody(event, problems), problems),
  };
  const dryRun = readDryRun(route, dryRunText, problems);
  const key = readIdempotencyKey(route, event, problems);
  if (problems.length > 0) throw new DomainError(COMMON_ERRORS, 'input-malformed', {}, problems);
  return {
    ...parsed,
    caller,
    act: {
      actor: caller.id,
      ...moment,
      correlationId,
      causationId: null,
      once:
        key === null
          ? null
          : { key: { pk: `IDEM#${caller.id}#${key}`, sk: 'IDEM' }, hash: hashOf(event, parsed) },
      dryRun,
      answerOf: (answer) => z.encode(route.response, answer),
      newId: randomUUID,
    },
  };
}

function parsePart(schema: Schema | null, root: string, value: unknown, problems: FieldError[]): unknown {
  if (schema === null) {
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const issue = { code: 'unrecognized_keys' as const, keys: names, path: [], message: '' };
    if (names.length > 0) problems.push(...fieldErrors(root, [issue]));
    return {};
  }
  if (value === UNREADABLE) return {};
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  problems.push(...fieldErrors(root, result.error.issues));
  return {};
}

const UNREADABLE = Symbol('a body that is not JSON');

function readBody(event: HttpEvent, problems: FieldError[]): unknown {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString()
    : (event.body ?? '');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    problems.push({ pointer: '', detail: { vi: 'Nội dung không phải JSON', en: 'The body is not JSON' } });
    return UNREADABLE;
  }
}

function readDryRun(route: Route, text: string | undefined, problems: FieldError[]): boolean {
  if (route.kind === 'query' || text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  problems.push({
    pointer: '/query/dryRun',
    detail: { vi: 'Chỉ nhận true hoặc false', en: 'Must be true or false' },
  });
  return false;
}

function readIdempotencyKey(route: Route, event: HttpEvent, problems: FieldError[]): string | null {
  if (route.kind !== 'command') return null;
  const key = event.headers['idempotency-key'];
  if (key !== undefined && IDEMPOTENCY_KEY.test(key)) return key;
  problems.push({
    pointer: '/headers/idempotency-key',
    detail: {
      vi: 'Cần khóa chống trùng: 8 đến 64 chữ, số, gạch ngang hoặc gạch dưới',
      en: 'An idempotency key is required: 8 to 64 letters, digits, hyphens or underscores',
    },
  });
  return null;
}

/**
 * The hash covers the path too, so that a key spent on one thing is not good for another. The order of properties
 * does not matter: a client may serialise the same content differently on a retry.
 */
function hashOf(event: HttpEvent, parsed: { readonly body: unknown }): string {
  const content = canonical([event.requestContext.http.method, event.rawPath, parsed.body]);
  return createHash('sha256').update(content).digest('base64url');
}
