import { createHash, randomBytes } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2, SQSBatchResponse } from 'aws-lambda';
import { BENEFICIARY } from '#beneficiary/manifest.ts';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import { CAPITAL } from '#capital/manifest.ts';
import { createRouteTable } from '#infra/local/edge/route-table.ts';
import { DEMO_ACCOUNTS } from '#infra/local/identity/accounts.ts';
import { LENDING } from '#lending/manifest.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import { routeKey } from '#shared/contracts/route.ts';
import { RESOURCE_SERVER, SCOPES } from '#shared/domain/roles.ts';
import { consumerName } from '#shared/functions/manifest.ts';
import { eventConsumer } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { observe } from '#shared/runtime/observability.ts';
import { meteredTable } from '#test/bench/metered-table.ts';
import type { Cost, MeteredTable } from '#test/bench/metered-table.ts';
import type { Entrance } from '#test/province/doors.ts';
import { createTestTable } from './dynamo.ts';
import { claimsOf, CONTEXT, httpEvent, sqsEvent } from './lambda-events.ts';
import { beneficiaryFunctions, capitalFunctions, lendingFunctions } from './service-handlers.ts';

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
      manifest: BENEFICIARY,
      table: beneficiary,
      ...beneficiaryFunctions(beneficiary, openVault(beneficiary, ownKeys())),
    },
    { manifest: CAPITAL, table: capital, ...capitalFunctions(capital) },
    { manifest: LENDING, table: lending, ...lendingFunctions(lending) },
  ].map((service) => {
    const name = service.manifest.service;
    return { ...service, name, app: httpApp({ ...observe(name), ...service }) };
  });
  const consumers = services.flatMap(({ manifest, table, reactions }) =>
    manifest.functions
      .filter((one) => one.kind === 'consumer')
      .map((one) => consumer(consumerName(one), table, reactions[one.name] ?? [])),
  );
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
