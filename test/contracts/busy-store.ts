import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { openVault } from '#beneficiary/registry/adapters/vault.ts';
import { problemOf } from '#shared/client/api-problem.ts';
import type { Route } from '#shared/contracts/route.ts';
import { documentClient } from '#shared/data/client.ts';
import type { Table } from '#shared/data/table.ts';
import { httpApp } from '#shared/runtime/http-app.ts';
import { observe } from '#shared/runtime/observability.ts';
import { claimsOf, CONTEXT, httpEvent } from '#test/support/lambda-events.ts';
import { beneficiaryFunctions, capitalFunctions, lendingFunctions } from '#test/support/service-handlers.ts';
import type { Told } from '#test/support/world/ask.ts';
import { wellFormed } from './well-formed.ts';

/**
 * The handlers of every service on a store that says at once that it is too busy. Over HTTP each request would
 * wait for the pauses of the SDK's own attempts; what the platform makes of the last refusal is the same.
 */
const table: Table = { name: 'busy', client: busyClient(), rememberDays: 30 };

function busyClient(): Table['client'] {
  const client = documentClient({
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
  });
  const refuse = () => () =>
    Promise.reject(new ProvisionedThroughputExceededException({ message: 'too busy', $metadata: {} }));
  client.middlewareStack.add(refuse, { step: 'initialize', name: 'busy' });
  return client;
}

const noKeys = (): Promise<never> => Promise.reject(new Error('no key is asked for before the store'));

const vault = openVault(table, { generate: noKeys, unwrap: noKeys });

const app = httpApp({
  ...observe('contracts'),
  table,
  handlers: [beneficiaryFunctions(table, vault), capitalFunctions(table), lendingFunctions(table)].flatMap(
    ({ handlers }) => handlers,
  ),
});

/** The answer to a well-formed request while the store is too busy. */
export async function askBusy(route: Route): Promise<Told> {
  const { by, params = {}, query = {}, body } = wellFormed(route);
  const {
    statusCode,
    headers,
    body: text,
  } = await app(
    httpEvent({
      route,
      claims: claimsOf(by, by),
      params,
      query,
      ...(body === undefined ? {} : { body }),
      headers: { 'idempotency-key': 'busy-key-1' },
    }),
    CONTEXT,
  );
  const response = new Response(text ?? null, {
    status: statusCode ?? 0,
    headers: Object.entries(headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  });
  const problem = response.ok ? null : await problemOf(response.clone());
  return { status: response.status, headers: response.headers, body: await response.json(), problem };
}
