import { createHash, randomBytes } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2, SQSBatchResponse } from 'aws-lambda';
import { beneficiaryReactions } from '#beneficiary/eligibility/reactions.ts';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import { beneficiaryHandlers } from '#beneficiary/registry/handlers.ts';
import { forecastReactions } from '#capital/forecast/reactions.ts';
import { totalsReactions } from '#capital/ledger/reactions.ts';
import { openingReactions } from '#capital/opening/reactions.ts';
import { decisionReactions } from '#capital/quota/reactions.ts';
import { loanReactions } from '#capital/reservations/reactions.ts';
import { DEMO_ACCOUNTS } from '#infra/local/accounts.ts';
import { createRouteTable } from '#infra/local/route-table.ts';
import { queryHandlers } from '#lending/loans/handlers.ts';
import { commandHandlers } from '#lending/requests/handlers.ts';
import { lendingReactions } from '#lending/requests/reactions.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { routeKey } from '#shared/contracts/route.ts';
import { RESOURCE_SERVER, SCOPES } from '#shared/domain/roles.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { observe } from '#shared/runtime/observability.ts';
import { meteredTable } from '#test/bench/metered-table.ts';
import type { Cost, MeteredTable } from '#test/bench/metered-table.ts';
import type { Entrance } from '#test/province/doors.ts';
import { capitalHandlers } from '#test/support/capital-handlers.ts';
import { createTestTable } from './dynamo.ts';
import { claimsOf, CONTEXT, httpEvent, sqsEvent } from './lambda-events.ts';

/** Told of each piece of work and its cost: an operation of a contract, or a consumer and the event it applied. */
export type CostWitness = (work: string, cost: Cost, answer: { readonly replayed: boolean }) => void;

/**
 * The three services in this process on metered tables: the handlers that ship, without gateway, bus and queues.
 * Events reach their consumers before a command's answer comes back, so there is nothing to wait for. One request
 * at a time: costs are counted per table.
 */
export async function startInProcessPlatform(
  dynamoEndpoint: string,
  witness: CostWitness,
): Promise<Entrance> {
  const waiting: Envelope[] = [];
  const open = async (): Promise<MeteredTable> =>
    meteredTable(await createTestTable(dynamoEndpoint), (event) => waiting.push(event));
  const [beneficiary, capital, lending] = await Promise.all([open(), open(), open()]);
  const services = [
    {
      name: 'beneficiary',
      table: beneficiary,
      handlers: beneficiaryHandlers(beneficiary, openVault(beneficiary, ownKeys())),
    },
    { name: 'capital', table: capital, handlers: capitalHandlers(capital) },
    { name: 'lending', table: lending, handlers: [...commandHandlers(lending), ...queryHandlers(lending)] },
  ].map((service) => ({ ...service, app: httpApp({ ...observe(service.name), ...service }) }));
  const consumers = [
    consumer('beneficiary', beneficiary, beneficiaryReactions(beneficiary)),
    consumer('capital-on-events', capital, loanReactions(capital)),
    consumer('capital-apply-decisions', capital, [
      ...decisionReactions(capital),
      ...openingReactions(capital),
    ]),
    consumer('capital-project-totals', capital, totalsReactions(capital)),
    consumer('capital-project-forecast', capital, forecastReactions(capital)),
    consumer('lending', lending, lendingReactions(lending)),
  ];
  const find = createRouteTable(
    services.flatMap(({ name, handlers }) =>
      handlers.map(({ route }) => ({
        routeKey: routeKey(route),
        functionId: name,
        timeoutMs: 0,
        scopes: [],
      })),
    ),
  );

  const settle = async (): Promise<void> => {
    for (let event = waiting.shift(); event; event = waiting.shift()) {
      for (const { name, table, types, consume } of consumers) {
        const applied = event;
        if (!types.has(applied.type)) continue;
        const { cost } = await table.measure(() => consume(applied));
        witness(`${name} ← ${applied.type}`, cost, { replayed: false });
      }
    }
  };

  const fetchInProcess: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const match = find(request.method, url.pathname);
    const service = services.find(({ name }) => name === match?.route.functionId);
    const handler = service?.handlers.find(({ route }) => routeKey(route) === match?.route.routeKey);
    if (!match || !service || !handler) return Response.json({ message: 'Not Found' }, { status: 404 });
    const body = await request.text();
    const event = httpEvent({
      route: handler.route,
      claims: JSON.parse(request.headers.get('authorization')?.replace('Bearer ', '') ?? '{}') as Record<
        string,
        string
      >,
      params: { ...match.pathParameters },
      query: Object.fromEntries(url.searchParams),
      headers: Object.fromEntries(request.headers),
      ...(body === '' ? {} : { body }),
    });
    const { result, cost } = await service.table.measure(() => service.app(event, CONTEXT));
    witness(handler.route.operationId, cost, { replayed: result.headers?.['idempotent-replay'] === 'true' });
    await settle();
    return asResponse(result);
  };

  return {
    frontUrl: 'http://in-process',
    fetch: fetchInProcess,
    token: (account) => Promise.resolve(JSON.stringify(claimsOfAccount(account))),
    machineToken: (client) =>
      Promise.resolve(
        JSON.stringify({
          token_use: 'access',
          client_id: client,
          scope: SCOPES.map((scope) => `${RESOURCE_SERVER}/${scope}`).join(' '),
        }),
      ),
  };
}

function consumer(name: string, table: MeteredTable, reactions: readonly Reaction[]) {
  const handler = eventConsumer({ ...observe(name), name, table, reactions });
  return {
    name,
    table,
    types: new Set(reactions.map(({ event }) => event.type)),
    consume: async (event: Envelope): Promise<void> => {
      const answer: SQSBatchResponse = await handler(sqsEvent(event), CONTEXT);
      if (answer.batchItemFailures.length > 0) throw new Error(`${name} could not apply ${event.type}`);
    },
  };
}

function claimsOfAccount(account: string): Record<string, string> {
  const known = DEMO_ACCOUNTS.find(({ username }) => username === account);
  if (!known) throw new RangeError(`no account ${account}`);
  return claimsOf(account, known.role, known.areas.join(','));
}

function asResponse(answer: APIGatewayProxyStructuredResultV2): Response {
  return new Response(answer.body ?? '', {
    status: answer.statusCode ?? 500,
    headers: Object.entries(answer.headers ?? {}).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  });
}

/** A key service without KMS: the data key is wrapped by nothing but its place in this process. */
function ownKeys() {
  const kept = new Map<string, Uint8Array>();
  return {
    generate: () => {
      const plain = randomBytes(32);
      const wrapped = createHash('sha256').update(plain).digest('base64url');
      kept.set(wrapped, plain);
      return Promise.resolve({ plain, wrapped });
    },
    unwrap: (wrapped: string) => {
      const plain = kept.get(wrapped);
      return plain ? Promise.resolve(plain) : Promise.reject(new Error('unknown data key'));
    },
  };
}
