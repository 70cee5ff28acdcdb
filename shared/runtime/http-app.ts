import middy from '@middy/core';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { routeKey } from '#shared/contracts/route.ts';
import type { ObjectSchema, Route, Schema } from '#shared/contracts/route.ts';
import { Replay } from '#shared/data/act.ts';
import type { Act } from '#shared/data/act.ts';
import { recordRefusal } from '#shared/data/refusals.ts';
import type { Table } from '#shared/data/table.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Immutable } from '#shared/domain/immutable.ts';
import { callerOf } from './caller-of.ts';
import { readClock } from './clock.ts';
import { LOG, METRIC, publishMetrics } from './observability.ts';
import type { Observability } from './observability.ts';
import { catalogued, problemOf } from './problem.ts';
import { readRequest } from './request.ts';
import type { HttpEvent, RawRequest } from './request.ts';

type Out<S> = S extends Schema ? z.output<S> : Record<never, never>;

export interface Request<P, Q, B> {
  readonly params: Out<P>;
  readonly query: Out<Q>;
  readonly body: Out<B>;
  readonly caller: Caller;
  readonly act: Act;
}

export interface Handler {
  readonly route: Route;
  readonly run: (request: RawRequest) => Promise<unknown>;
}

/** Binds a route to the use case that answers it; the contract gives the types. */
export function on<
  P extends ObjectSchema | null,
  Q extends ObjectSchema | null,
  B extends Schema | null,
  R extends Schema,
>(route: Route<P, Q, B, R>, run: (request: Request<P, Q, B>) => Promise<Immutable<z.output<R>>>): Handler {
  return { route, run: (request) => run(request as Request<P, Q, B>) };
}

/**
 * The HTTP function of a service. API Gateway has matched the route and verified the token; this checks the
 * role, parses, runs the use case and turns whatever happens into an answer.
 */
export function httpApp(
  service: Observability & { readonly table: Table; readonly handlers: readonly Handler[] },
) {
  const byKey = new Map(service.handlers.map((handler) => [routeKey(handler.route), handler]));
  return middy(async (event: HttpEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const correlationId = correlationOf(event);
    service.logger.appendKeys({ correlationId, route: event.routeKey });
    try {
      return await answer(byKey, event, correlationId);
    } catch (error) {
      return refuse(service, event, correlationId, error);
    }
  })
    .use(injectLambdaContext(service.logger, { resetKeys: true }))
    .use(publishMetrics(service.metrics));
}

async function answer(
  handlers: ReadonlyMap<string, Handler>,
  event: HttpEvent,
  correlationId: string,
): Promise<APIGatewayProxyStructuredResultV2> {
  const handler = handlers.get(event.routeKey);
  if (!handler) throw new DomainError(COMMON_ERRORS, 'not-found');
  const { route } = handler;
  const caller = callerOf(event.requestContext.authorizer.jwt.claims);
  if (!caller) throw new DomainError(COMMON_ERRORS, 'not-signed-in');
  if (!isAllowed(route, caller)) throw new DomainError(COMMON_ERRORS, 'role-not-allowed');
  const request = readRequest(route, event, caller, readClock(), correlationId);
  try {
    const result = await handler.run(request);
    const marks = request.act.dryRun ? { 'dry-run': 'true' } : {};
    return respond(
      request.act.dryRun ? 200 : route.successStatus,
      request.act.answerOf(result),
      correlationId,
      marks,
    );
  } catch (error) {
    if (!(error instanceof Replay)) throw error;
    return respond(route.successStatus, error.answer, correlationId, {
      'idempotent-replay': 'true',
    });
  }
}

function isAllowed(route: Route, caller: Caller): boolean {
  const { roles, scope } = route.access;
  return caller.kind === 'person'
    ? caller.roles.some((role) => roles.includes(role))
    : scope !== null && caller.scopes.includes(scope);
}

async function refuse(
  service: Observability & { readonly table: Table },
  event: HttpEvent,
  correlationId: string,
  error: unknown,
): Promise<APIGatewayProxyStructuredResultV2> {
  const known = catalogued(error);
  if (!known) {
    service.logger.error(LOG.requestFailed.message, { code: LOG.requestFailed.code, error });
    return respond(
      500,
      problemOf(new DomainError(COMMON_ERRORS, 'internal-error'), correlationId),
      correlationId,
    );
  }
  if (known.entry.status === 403) await audit(service, event, correlationId, known);
  return respond(known.entry.status, problemOf(known, correlationId), correlationId);
}

async function audit(
  service: Observability & { readonly table: Table },
  event: HttpEvent,
  correlationId: string,
  error: DomainError,
): Promise<void> {
  const moment = readClock();
  const actor = callerOf(event.requestContext.authorizer.jwt.claims)?.id ?? 'unknown';
  service.metrics.addMetric(METRIC.refusals, MetricUnit.Count, 1);
  service.logger.warn(LOG.requestRefused.message, {
    code: LOG.requestRefused.code,
    actor,
    refusal: error.code,
  });
  try {
    await recordRefusal(service.table, moment.today, {
      at: moment.now,
      actor,
      route: event.routeKey,
      path: event.rawPath,
      code: error.code,
      correlationId,
    });
  } catch (failure) {
    service.logger.error(LOG.refusalNotRecorded.message, {
      code: LOG.refusalNotRecorded.code,
      error: failure,
    });
  }
}

function respond(
  statusCode: number,
  body: unknown,
  correlationId: string,
  headers: Record<string, string> = {},
): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode,
    headers: {
      'content-type':
        statusCode < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-correlation-id': correlationId,
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** A caller's own correlation id is kept when it is harmless, so that one act can be followed across systems. */
function correlationOf(event: HttpEvent): string {
  const given = event.headers['x-correlation-id'];
  return given !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : event.requestContext.requestId;
}
