import * as z from 'zod/mini';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { defineRoute } from '#shared/contracts/route.ts';
import { createClient, type CallOf } from './api-client.ts';
import { ApiProblem } from './api-problem.ts';

const access = { roles: ['credit-officer'], scope: null } as const;
const summary = { vi: 'thử', en: 'try' };
const getLoan = defineRoute({
  operationId: 'getLoan',
  method: 'GET',
  path: '/v1/lending/loans/{loanId}',
  summary,
  kind: 'query',
  access,
  params: z.object({ loanId: z.string() }),
  query: z.object({ asOf: z.optional(z.string()) }),
  body: null,
  response: z.object({ id: z.string(), principal: z.string() }),
  successStatus: 200,
  errors: {},
});
const repay = defineRoute({
  operationId: 'recordRepayment',
  method: 'POST',
  path: '/v1/lending/loans/{loanId}/record-repayment',
  summary,
  kind: 'command',
  access,
  params: z.object({ loanId: z.string() }),
  query: null,
  body: z.object({ principal: z.string() }),
  response: z.object({ id: z.string(), version: z.int() }),
  successStatus: 200,
  errors: {},
});

const answering = (...answers: (Response | Error)[]) => {
  const requests: Request[] = [];
  const fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    requests.push(new Request(input, init));
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (answer === undefined || answer instanceof Error)
      return Promise.reject(answer ?? new Error('no answer'));
    return Promise.resolve(answer.clone());
  };
  return { fetch, requests };
};
const json = (body: unknown, init?: ResponseInit): Response => Response.json(body, init);
const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error('nothing there');
  return item;
};

describe('the typed client', () => {
  test('fills the path, leaves out absent query fields and gives the typed answer', async () => {
    const { fetch, requests } = answering(json({ id: 'l/1', principal: '50000000' }));
    const client = createClient({ baseUrl: 'https://api.example/', token: () => 'abc', fetch });
    const loan = await client.call(getLoan, { params: { loanId: 'l/1' }, query: { asOf: '2026-11-24' } });
    expectTypeOf(loan).toEqualTypeOf<{ id: string; principal: string }>();
    expect(loan.principal).toBe('50000000');
    expect(first(requests).url).toBe('https://api.example/v1/lending/loans/l%2F1?asOf=2026-11-24');
    expect(first(requests).headers.get('authorization')).toBe('Bearer abc');
  });

  test('sends a command with its key and its dry run, and tells a replay', async () => {
    const { fetch, requests } = answering(
      json({ id: 'l1', version: 4 }, { status: 201, headers: { 'idempotent-replay': 'true' } }),
    );
    const answer = await createClient({ baseUrl: 'https://api.example', fetch }).send(repay, {
      params: { loanId: 'l1' },
      body: { principal: '1000' },
      idempotencyKey: 'key-00001',
      dryRun: true,
    });
    expect(answer).toEqual({ status: 201, body: { id: 'l1', version: 4 }, replayed: true, dryRun: false });
    const request = first(requests);
    expect(request.url).toBe('https://api.example/v1/lending/loans/l1/record-repayment?dryRun=true');
    expect(request.headers.get('idempotency-key')).toBe('key-00001');
    expect(request.headers.get('authorization')).toBeNull();
    expect(await request.json()).toEqual({ principal: '1000' });
  });

  test('throws the problem the platform describes', async () => {
    const problem = {
      type: 'https://example/errors/loan-closed',
      status: 409,
      code: 'loan-closed',
      title: { vi: 'Khoản vay đã tất toán', en: 'The loan is closed' },
      detail: { vi: '…', en: '…' },
      errors: [{ pointer: '/principal', detail: { vi: 'a', en: 'b' } }],
      correlationId: 'c-1',
    };
    const { fetch } = answering(json(problem, { status: 409 }));
    const thrown = await createClient({ baseUrl: 'https://api.example', fetch })
      .call(getLoan, { params: { loanId: 'l1' } })
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ApiProblem);
    expect(thrown).toMatchObject({ status: 409, code: 'loan-closed', errors: problem.errors, facts: {} });
  });

  test('makes a problem of a refusal by the gateway', async () => {
    const { fetch } = answering(json({ message: 'Unauthorized' }, { status: 401 }));
    await expect(
      createClient({ baseUrl: 'https://api.example', fetch }).call(getLoan, { params: { loanId: 'l1' } }),
    ).rejects.toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  test('sends again when busy or cut off, only as often as allowed', async () => {
    const busy = json({}, { status: 503 });
    const { fetch, requests } = answering(new TypeError('cut off'), busy, json({ id: 'l1', principal: '1' }));
    const client = createClient({ baseUrl: 'https://api.example', fetch, attempts: 3 });
    await client.call(getLoan, { params: { loanId: 'l1' } });
    expect(requests).toHaveLength(3);

    const always = answering(busy);
    const impatient = createClient({ baseUrl: 'https://api.example', fetch: always.fetch });
    await expect(impatient.call(getLoan, { params: { loanId: 'l1' } })).rejects.toMatchObject({
      status: 503,
    });
    expect(always.requests).toHaveLength(1);
  });

  test('refuses an empty path parameter before anything is sent', async () => {
    const { fetch, requests } = answering(json({}));
    const client = createClient({ baseUrl: 'https://api.example', fetch });
    await expect(client.call(getLoan, { params: { loanId: '' } })).rejects.toThrow('loanId');
    expect(requests).toHaveLength(0);
  });

  test('asks for exactly what the contract has', () => {
    type GetLoan = CallOf<typeof getLoan>;
    type Repay = CallOf<typeof repay>;
    expectTypeOf<GetLoan>().toHaveProperty('params');
    expectTypeOf<GetLoan>().not.toHaveProperty('body');
    expectTypeOf<Repay>().toHaveProperty('body');
    expectTypeOf<Repay>().not.toHaveProperty('query');
    expectTypeOf<{ params: { loanId: string } }>().not.toExtend<Repay>();
  });
});
