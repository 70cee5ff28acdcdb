import { describe, expect, it } from 'vitest';
import { PUBLISHED_ROUTES } from '#infra/documents/published.ts';
import type { Route } from '#shared/contracts/route.ts';
import { ask } from '#test/support/world/ask.ts';
import type { Ask, Told } from '#test/support/world/ask.ts';
import { problemIn } from './stage.ts';
import type { Stage } from './stage.ts';
import { wellFormed } from './well-formed.ts';
import { requiredOf, worstOf } from './worst-input.ts';

const withBody = PUBLISHED_ROUTES.filter(({ body }) => body !== null);
const withParams = PUBLISHED_ROUTES.filter(({ params }) => params !== null);
const withQuery = PUBLISHED_ROUTES.filter(({ query }) => query !== null);
const commands = PUBLISHED_ROUTES.filter(({ kind }) => kind === 'command');
const paged = withQuery.filter(({ query }) => query !== null && 'cursor' in query._zod.def.shape);

/** No contract takes this as an id, a day, a number or a word. */
const WRONG = '§';

export function malformedSuite(stage: () => Stage): void {
  const send = async (route: Route, change: Ask): Promise<Told> => {
    const { by, ...rest } = wellFormed(route);
    return ask(stage().cloud.frontUrl, route, { ...rest, ...change, token: await stage().cloud.token(by) });
  };

  describe('a body in which every field is wrong', () => {
    it.each(withBody)('is refused by $operationId field by field', async (route) => {
      const { value, pointers } = worstOf(route.body ?? fail());
      expect(pointers.length).toBeGreaterThan(1);
      const told = await send(route, { body: value });
      expect(named(told)).toEqual([...pointers].sort());
    });
  });

  describe('an empty body', () => {
    it.each(withBody)('is told by $operationId all that is missing', async (route) => {
      const missing = requiredOf(route.body ?? fail());
      if (missing.length === 0) return;
      const told = await send(route, { body: {} });
      expect(named(told)).toEqual(missing.map((name) => `/${name}`).sort());
    });
  });

  describe('something that is no object', () => {
    it.each(withBody)('is refused by $operationId', async (route) => {
      for (const body of ['text', 5, null, []]) expect(named(await send(route, { body }))).toEqual(['']);
    });
  });

  describe('a wrong path', () => {
    it.each(withParams)('is refused by $operationId', async (route) => {
      const names = Object.keys(wellFormed(route).params ?? {});
      const told = await send(route, { params: Object.fromEntries(names.map((name) => [name, WRONG])) });
      expect(named(told)).toEqual(names.map((name) => `/path/${name}`).sort());
    });
  });

  describe('a wrong query', () => {
    it.each(withQuery)('is refused by $operationId field by field', async (route) => {
      const names = Object.keys(route.query?._zod.def.shape ?? {}).filter((name) => name !== 'cursor');
      const told = await send(route, {
        query: Object.fromEntries([...names, 'other'].map((name) => [name, WRONG])),
      });
      expect(named(told)).toEqual([...names, 'other'].map((name) => `/query/${name}`).sort());
    });

    it.each(paged)('with a made-up page token is refused by $operationId', async (route) => {
      const known = wellFormed(route);
      for (const cursor of [WRONG, Buffer.from('{"pk":"COMMUNE#06652-2025"}').toString('base64url')]) {
        const told = await send(route, { query: { ...known.query, cursor } });
        expect({ status: told.status, code: told.problem?.code }).toEqual(
          told.status === 404 ? { status: 404, code: 'not-found' } : { status: 400, code: 'input-malformed' },
        );
      }
    });
  });

  describe('a command', () => {
    it.each(commands)('without a key or with a bad one is refused by $operationId', async (route) => {
      for (const key of [null, 'short', 'has space in it', 'x'.repeat(65)]) {
        expect(named(await send(route, { key }))).toEqual(['/headers/idempotency-key']);
      }
    });

    it.each(commands)('with an unclear dry run is refused by $operationId', async (route) => {
      expect(named(await send(route, { query: { dryRun: 'maybe' } }))).toEqual(['/query/dryRun']);
    });
  });
}

/** Pointers of the fields a refusal names, in order; fails when it is no whole `input-malformed`. */
function named(told: Told): string[] {
  const { problem, wrong } = problemIn(told);
  expect({ status: told.status, code: problem?.code, wrong }).toEqual({
    status: 400,
    code: 'input-malformed',
    wrong: '',
  });
  return (problem?.errors ?? []).map(({ pointer }) => pointer).sort();
}

function fail(): never {
  throw new Error('the route has no body');
}
