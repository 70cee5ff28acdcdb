import * as z from 'zod/mini';
import { routeKey } from '#shared/contracts/route.ts';
import type { BodySent, ParamsSent, QuerySent, ResponseOf, Route } from '#shared/contracts/route.ts';
import type { Act } from '#shared/data/act.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { person, testAct } from './acts.ts';
import type { ServiceFunctions } from './service-handlers.ts';

/** What a test says to a route: by the auditor, as the act of a test, when it says nothing else. */
export interface Input<T extends Route> {
  readonly params?: ParamsSent<T>;
  readonly query?: QuerySent<T>;
  readonly body?: BodySent<T>;
  readonly caller?: Caller;
  readonly act?: Act;
}

/** The way a test without gateway gives a command or asks a question: straight to the handler that ships. */
export function driverOf({ handlers }: Pick<ServiceFunctions, 'handlers'>) {
  const byKey = new Map(handlers.map((handler) => [routeKey(handler.route), handler]));
  return async <T extends Route>(route: T, input: Input<T>): Promise<ResponseOf<T>> => {
    const handler = byKey.get(routeKey(route));
    if (!handler) throw new TypeError(`no handler for ${route.operationId}`);
    const { params = {}, query = {}, body = {}, caller = person('auditor'), act = testAct() } = input;
    const given = { params, query, body: route.body === null ? {} : z.decode(route.body, body) };
    const result = await handler.run({
      ...given,
      caller,
      act: { ...act, answerOf: (answer) => z.encode(route.response, answer) },
    });
    return z.encode(route.response, result) as ResponseOf<T>;
  };
}
