import { expect, it } from 'vitest';
import { EXAMPLES } from '#infra/documents/examples/examples.ts';
import { errorsOfRoute } from '#infra/documents/problem-responses.ts';
import { PUBLISHED_ROUTES } from '#infra/documents/published.ts';
import { ask } from '#test/support/world/ask.ts';
import type { Stage } from './stage.ts';
import { wellFormed } from './well-formed.ts';

/** Refusals that would mean that an example is no example. */
const NOT_BUSINESS = [
  'input-malformed',
  'not-signed-in',
  'role-not-allowed',
  'internal-error',
  'busy-try-again',
];

export function exampleSuite(stage: () => Stage): void {
  const withBody = PUBLISHED_ROUTES.filter(({ body }) => body !== null);

  it.each(withBody)('of $operationId is done, or refused as its document says', async (route) => {
    const { cloud } = stage();
    const { by, params = {}, query = {} } = wellFormed(route);
    const told = await ask(cloud.frontUrl, route, {
      token: await cloud.token(by),
      params,
      query,
      body: EXAMPLES[route.operationId],
    });
    const { code } = told.problem ?? {};
    if (code === undefined) expect(told.status).toBe(route.successStatus);
    else {
      expect(NOT_BUSINESS).not.toContain(code);
      expect({ code, status: told.status }).toEqual({ code, status: errorsOfRoute(route)[code]?.status });
    }
  });
}
