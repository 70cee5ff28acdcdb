import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { Route } from '#shared/contracts/route.ts';

const ROUTES: readonly Route[] = [BENEFICIARY_ROUTES, CAPITAL_ROUTES, LENDING_ROUTES].flatMap((routes) =>
  Object.values<Route>(routes),
);

/** Texts that are no line a person reads: bytes of a file, names of consumers, and what a calculation calls its facts. */
const NO_LINES = ['content', 'consumer', 'payer', 'id', 'target'];

interface Part {
  readonly at: string;
  readonly schema: z.core.$ZodType;
}

const RULES_OF_TEXTS = ['string_format', 'overwrite', 'custom'];

/** Everything a body is made of, with where it stands. */
function* partsOf({ at, schema }: Part): Generator<Part & { readonly def: z.core.$ZodTypes['_zod']['def'] }> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  yield { at, schema, def };
  const within: Part[] = [];
  if (def.type === 'object')
    for (const [name, one] of Object.entries(def.shape)) within.push({ at: `${at}/${name}`, schema: one });
  if (def.type === 'array') within.push({ at: `${at}[]`, schema: def.element });
  if (def.type === 'union') within.push(...def.options.map((one) => ({ at, schema: one })));
  if (def.type === 'optional' || def.type === 'nullable') within.push({ at, schema: def.innerType });
  if (def.type === 'pipe') within.push({ at, schema: def.in });
  for (const part of within) yield* partsOf(part);
}

const PARTS = ROUTES.flatMap(({ operationId, body }) =>
  body === null ? [] : [...partsOf({ at: operationId, schema: body })],
);

test('no body takes a field it does not know, however deep', () => {
  const open = PARTS.filter(({ def }) => def.type === 'object' && def.catchall?._zod.def.type !== 'never');
  expect(open.map(({ at }) => at)).toEqual([]);
  expect(PARTS.length).toBeGreaterThan(500);
});

test('every text of a body says what it may be', () => {
  const free = PARTS.filter(
    ({ at, def }) =>
      def.type === 'string' &&
      !NO_LINES.includes(at.split('/').at(-1) ?? '') &&
      !(def.checks ?? []).some(({ _zod }) => RULES_OF_TEXTS.includes(_zod.def.check)),
  );
  expect(free.map(({ at }) => at)).toEqual([]);
});
