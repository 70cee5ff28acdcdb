import * as z from 'zod/mini';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { AcceptedSchema, DaySchema, PositiveVndSchema } from '#shared/contracts/common.ts';
import { defineRoute } from '#shared/contracts/route.ts';
import type { Problem } from '#shared/contracts/problem.ts';
import { WriteConflict } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { listRefusals } from '#shared/data/refusals.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem } from '#shared/data/write.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { readClock } from '#shared/runtime/clock.ts';
import { httpApp, on } from '#shared/runtime/http-app.ts';
import { observe } from '#shared/runtime/observability.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { claimsOf, CONTEXT, httpEvent } from '#test/support/lambda-events.ts';
import type { TestRequest } from '#test/support/lambda-events.ts';

const pay = defineRoute({
  operationId: 'pay',
  method: 'POST',
  path: '/v1/test/accounts/{accountId}/pay-in',
  summary: { vi: 'Nộp tiền', en: 'Pay in' },
  kind: 'command',
  access: { roles: ['credit-officer'], scope: 'lending.read' },
  params: z.strictObject({ accountId: z.string().check(z.minLength(3)) }),
  query: null,
  body: z.strictObject({
    amount: PositiveVndSchema,
    on: z.optional(DaySchema),
    mode: z.optional(z.string()),
  }),
  response: AcceptedSchema,
  successStatus: 201,
  errors: {},
});

let table: Table;
let handle: (
  request: Partial<TestRequest>,
) => Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>;

beforeAll(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
  const app = httpApp({
    ...observe('test'),
    table,
    handlers: [
      on(pay, ({ params, body, caller, act }) => {
        if (body.mode === 'other-area') assertReach(caller, '99999-2025');
        if (body.mode === 'defect') throw new TypeError('a defect');
        if (body.mode === 'conflict') throw new WriteConflict('too many');
        const id = params.accountId;
        return commit(table, act, {
          writes: [createItem({ pk: `PAY#${act.once?.key.pk ?? ''}`, sk: id })],
          facts: [],
          answer: { id, version: 1, secret: 'never shown' },
        });
      }),
    ],
  });
  handle = async (request) => {
    const event = httpEvent({
      route: pay,
      claims: claimsOf('tam', 'credit-officer', '06652-2025'),
      params: { accountId: 'acc-1' },
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { amount: '1000' },
      ...request,
    });
    const { statusCode, body, headers } = await app(event, CONTEXT);
    return { status: statusCode ?? 0, body: JSON.parse(body ?? 'null') as unknown, headers: headers ?? {} };
  };
});

function problem(answer: { readonly body: unknown }): Problem {
  return answer.body as Problem;
}

describe('a request', () => {
  it('is answered through the schema of the response, which drops what is not declared', async () => {
    const answer = await handle({});
    expect(answer).toMatchObject({ status: 201, body: { id: 'acc-1', version: 1 } });
    expect(answer.body).not.toHaveProperty('secret');
  });

  it('names every field that is wrong, at once', async () => {
    const answer = await handle({
      params: { accountId: 'x' },
      query: { dryRun: 'maybe', extra: '1' },
      headers: {},
      body: { amount: '1.5', on: '2026-02-30', ammount: '5' },
    });
    expect(answer.status).toBe(400);
    expect(
      problem(answer)
        .errors?.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(
      [
        '/path/accountId',
        '/query/dryRun',
        '/query/extra',
        '/headers/idempotency-key',
        '/amount',
        '/on',
        '/ammount',
      ].sort(),
    );
    for (const { detail } of problem(answer).errors ?? []) expect(detail.vi).not.toBe('');
  });

  it('with a body that is not JSON is told so', async () => {
    expect(problem(await handle({ body: '{' })).errors).toMatchObject([
      { pointer: '', detail: { en: 'The body is not JSON' } },
    ]);
  });

  it('by the wrong role is refused and audited', async () => {
    const answer = await handle({
      claims: claimsOf('hoa', 'auditor'),
      headers: { 'x-correlation-id': 'audit-role-1' },
    });
    expect(answer).toMatchObject({
      status: 403,
      body: { code: 'role-not-allowed', correlationId: 'audit-role-1' },
    });
    const refusals = await listRefusals(table, readClock().today, undefined);
    expect(refusals.items).toContainEqual(
      expect.objectContaining({ actor: 'hoa', code: 'role-not-allowed', correlationId: 'audit-role-1' }),
    );
  });

  it('outside the caller’s area is refused and audited', async () => {
    const answer = await handle({
      body: { amount: '1', mode: 'other-area' },
      headers: { 'idempotency-key': 'area-key-1', 'x-correlation-id': 'audit-area-1' },
    });
    expect(answer).toMatchObject({
      status: 403,
      body: { code: 'area-not-allowed', facts: { communeId: '99999-2025' } },
    });
    const refusals = await listRefusals(table, readClock().today, undefined);
    expect(refusals.items.map(({ correlationId }) => correlationId)).toContain('audit-area-1');
  });

  it('of a system counts only with the scope', async () => {
    const withScope = { token_use: 'access', client_id: 'hub', scope: 'platform/lending.read' };
    expect((await handle({ claims: withScope })).status).toBe(201);
    expect((await handle({ claims: { ...withScope, scope: 'platform/capital.read' } })).status).toBe(403);
  });

  it('with a token of neither kind is not signed in', async () => {
    expect(await handle({ claims: { token_use: 'access', client_id: 'x', username: 'tam' } })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
  });

  it('repeated with the same key gets the same answer, marked', async () => {
    const headers = { 'idempotency-key': 'repeat-key-1' };
    const first = await handle({ headers });
    const second = await handle({ headers, body: '{ "amount" : "1000" }' });
    expect(first.headers).not.toHaveProperty('idempotent-replay');
    expect(second).toMatchObject({ status: 201, body: first.body, headers: { 'idempotent-replay': 'true' } });
  });

  it('repeated with the same key but other content or another path is refused', async () => {
    const headers = { 'idempotency-key': 'reuse-key-1' };
    await handle({ headers });
    for (const other of [{ body: { amount: '2000' } }, { params: { accountId: 'acc-2' } }]) {
      expect(await handle({ headers, ...other })).toMatchObject({
        status: 409,
        body: { code: 'idempotency-key-reused' },
      });
    }
  });

  it('with another caller’s key is an act of its own', async () => {
    const headers = { 'idempotency-key': 'shared-key-1' };
    await handle({ headers });
    const other = await handle({
      headers,
      claims: claimsOf('binh', 'credit-officer'),
      body: { amount: '7' },
    });
    expect(other.status).toBe(201);
    expect(other.headers).not.toHaveProperty('idempotent-replay');
  });

  it('as a dry run is answered as if done, and leaves the key unused', async () => {
    const headers = { 'idempotency-key': 'dry-key-123' };
    const dry = await handle({ headers, query: { dryRun: 'true' } });
    expect(dry).toMatchObject({ status: 200, headers: { 'dry-run': 'true' } });
    expect((await handle({ headers })).headers).not.toHaveProperty('idempotent-replay');
  });

  it('that meets a defect gets 500 and no detail of it', async () => {
    const answer = await handle({ body: { amount: '1', mode: 'defect' } });
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(JSON.stringify(answer.body)).not.toContain('a defect');
  });

  it('that loses every race is told to look again', async () => {
    expect(await handle({ body: { amount: '1', mode: 'conflict' } })).toMatchObject({
      status: 409,
      body: { code: 'version-stale' },
    });
  });
});
