import * as z from 'zod/mini';
import { routeKey } from '#shared/contracts/route.ts';
import type { Envelope, EventType } from '#shared/contracts/event.ts';
import type { BodySent, ParamsSent, QuerySent, ResponseOf, Route } from '#shared/contracts/route.ts';
import type { Act } from '#shared/data/act.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { person, testAct } from './acts.ts';
import { testEnvelope } from './lambda-events.ts';
import type { ServiceFunctions } from './service-handlers.ts';

/** What a test says to a route: by the auditor, as the act of a test, when it says nothing else. Whoever is named acts. */
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
    const result = await handler.run({
      ...{ params, query, caller },
      body: route.body === null ? {} : z.decode(route.body, body),
      act: {
        ...act,
        ...(input.caller ? { actor: caller.id } : {}),
        answerOf: (answer) => z.encode(route.response, answer),
      },
    });
    return z.encode(route.response, result) as ResponseOf<T>;
  };
}

/**
 * The way a test without queues tells a consumer of an event: straight to the reaction that ships, with the data as its
 * contract reads them, as the act that happens once for the event’s id unless the test has one of its own. Refusals and
 * repetitions are thrown, not parked.
 */
export function listenerOf({ reactions }: Pick<ServiceFunctions, 'reactions'>, consumer: string) {
  const byType = new Map(reactions[consumer]?.map((reaction) => [reaction.event.type, reaction]));
  return async <E extends EventType>(
    event: E,
    data: z.input<E['data']>,
    given: Partial<Envelope> = {},
    act?: Act,
  ): Promise<void> => {
    const reaction = byType.get(event.type);
    if (!reaction) throw new TypeError(`${consumer} does not listen to ${event.type}`);
    const envelope = testEnvelope(event, data, given);
    const heard = { ...envelope, data: z.parse(event.data, data) as Envelope['data'] };
    await reaction.apply(heard, act ?? actOf(envelope, consumer));
  };
}

function actOf({ id }: Envelope, consumer: string): Act {
  const once = { key: { pk: `SEEN#${id}`, sk: consumer }, hash: id };
  return testAct({ actor: `system:${consumer}`, causationId: id, once });
}
