import type * as z from 'zod/mini';
import type { Role, Scope } from '#shared/domain/roles.ts';
import type { ErrorCatalogue } from '#shared/domain/errors.ts';
import type { Immutable } from '#shared/domain/immutable.ts';
import type { Text } from '#shared/domain/text.ts';

export type Schema = z.core.$ZodType;
export type ObjectSchema = z.core.$ZodObject;

/** Who may call a route. A system needs the scope; null means systems may not call it. */
export interface Access {
  readonly roles: readonly Role[];
  readonly scope: Scope | null;
}

/**
 * One route as one object: the gateway route, the handler's types, the OpenAPI document, the typed client
 * and the role tests all come from it.
 */
export interface Route<
  P extends ObjectSchema | null = ObjectSchema | null,
  Q extends ObjectSchema | null = ObjectSchema | null,
  B extends Schema | null = Schema | null,
  R extends Schema = Schema,
> {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Path with `{name}` parameters, from /v1 on. */
  readonly path: string;
  readonly summary: Text;
  /** query reads; command is a POST with an idempotency key and dryRun; record is a PUT of reference data. */
  readonly kind: 'query' | 'command' | 'record';
  readonly access: Access;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  readonly successStatus: 200 | 201;
  /** Every error the route can answer with beyond those common to all routes, by its catalogue. */
  readonly errors: ErrorCatalogue;
}

/** Gives the literal types of the schemas to a route without repeating them. */
export function defineRoute<
  P extends ObjectSchema | null,
  Q extends ObjectSchema | null,
  B extends Schema | null,
  R extends Schema,
>(route: Route<P, Q, B, R>): Route<P, Q, B, R> {
  return route;
}

type Out<S> = S extends Schema ? z.output<S> : Record<never, never>;
type In<S> = S extends Schema ? z.input<S> : Record<never, never>;

/** What a verb is given, as the domain has it: amounts as đồng, rates as exact numbers. */
export type ParamsOf<T extends Route> = Out<T['params']>;
export type QueryOf<T extends Route> = Out<T['query']>;
export type BodyOf<T extends Route> = Out<T['body']>;

/** What a verb answers, as the domain has it. */
export type AnswerOf<T extends Route> = Immutable<z.output<T['response']>>;

/** The same on the wire, for whoever calls: amounts and rates are decimal strings. */
export type ParamsSent<T extends Route> = In<T['params']>;
export type QuerySent<T extends Route> = In<T['query']>;
export type BodySent<T extends Route> = In<T['body']>;
export type ResponseOf<T extends Route> = z.input<T['response']>;

/** The key API Gateway gives a route: "POST /v1/lending/loans/{loanId}/approve-loan". */
export function routeKey(route: Pick<Route, 'method' | 'path'>): string {
  return `${route.method} ${route.path}`;
}

/** The entries of a catalogue a route lists, checked by the compiler. */
export function pickErrors<C extends ErrorCatalogue, K extends keyof C>(
  catalogue: C,
  ...codes: K[]
): Pick<C, K> {
  return Object.fromEntries(codes.map((code) => [code, catalogue[code]])) as Pick<C, K>;
}
