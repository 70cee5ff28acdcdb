import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { namedParts } from '#infra/documents/describe.ts';
import { EXAMPLES } from '#infra/documents/examples/examples.ts';
import { buildOpenApi } from '#infra/documents/openapi.ts';
import { errorsOfRoute } from '#infra/documents/problem-responses.ts';
import { PUBLISHED_ROUTES } from '#infra/documents/published.ts';
import { TOKEN_PATH } from '#infra/documents/security.ts';
import { WORD_LISTS } from '#infra/documents/words/words.ts';
import { ProblemSchema } from '#shared/contracts/problem.ts';

/** The parts of OpenAPI 3.1 the document uses, closed, so that a misplaced or misspelt field is found. */
const refSchema = z.strictObject({ $ref: z.string().check(z.regex(/^#\/components\/\w+\/[\w-]+$/)) });
const jsonSchema = z.record(z.string(), z.unknown());
const parameterSchema = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.optional(z.boolean()),
  description: z.optional(z.string()),
  example: z.optional(z.unknown()),
  schema: jsonSchema,
});
const mediaSchema = z.strictObject({
  schema: jsonSchema,
  example: z.optional(z.unknown()),
  examples: z.optional(z.record(z.string(), refSchema)),
});
const contentSchema = z.record(z.string().check(z.regex(/^application\/(problem\+)?json$/)), mediaSchema);
const operationSchema = z.strictObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string(),
  security: z.array(z.record(z.enum(['people', 'systems']), z.optional(z.array(z.string())))),
  parameters: z.optional(z.array(z.union([refSchema, parameterSchema]))),
  requestBody: z.optional(z.strictObject({ required: z.literal(true), content: contentSchema })),
  responses: z.record(
    z.string().check(z.regex(/^[2-5]\d\d$/)),
    z.strictObject({
      description: z.string(),
      headers: z.optional(z.record(z.string(), refSchema)),
      content: contentSchema,
    }),
  ),
});
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.1'),
  info: z.strictObject({
    title: z.string().check(z.regex(/^[\w ]+$/)),
    'x-title-vi': z.string(),
    version: z.string(),
    description: z.string(),
    contact: z.strictObject({ name: z.string() }),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string(), description: z.string() })),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string().check(z.regex(/^\/v1\//)),
    z.strictObject({
      get: z.optional(operationSchema),
      post: z.optional(operationSchema),
      put: z.optional(operationSchema),
    }),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().check(z.regex(/^[A-Za-z0-9._-]+$/)), jsonSchema),
    examples: z.record(
      z.string(),
      z.strictObject({ summary: z.string(), description: z.string(), value: ProblemSchema }),
    ),
    parameters: z.record(z.string(), parameterSchema),
    headers: z.record(z.string(), z.strictObject({ description: z.string(), schema: jsonSchema })),
    securitySchemes: z.strictObject({
      people: z.strictObject({
        type: z.literal('http'),
        scheme: z.literal('bearer'),
        bearerFormat: z.literal('JWT'),
        description: z.string(),
      }),
      systems: z.strictObject({
        type: z.literal('oauth2'),
        description: z.string(),
        flows: z.strictObject({
          clientCredentials: z.strictObject({
            tokenUrl: z.literal(TOKEN_PATH),
            scopes: z.record(z.string(), z.string()),
          }),
        }),
      }),
    }),
  }),
});

const built: unknown = JSON.parse(JSON.stringify(buildOpenApi(PUBLISHED_ROUTES)));
const document = z.parse(documentSchema, built);
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]) =>
    operation ? [{ path, method: method.toUpperCase(), operation }] : [],
  ),
);

/** Every object in the document, with the JSON pointer to it. */
function* walk(value: unknown, pointer = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [pointer, value as Record<string, unknown>];
  for (const [key, part] of Object.entries(value)) yield* walk(part, `${pointer}/${key}`);
}

const target = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      built,
    );

describe('the OpenAPI document', () => {
  test('has exactly the routes of the contracts', () => {
    const documented = operations.map(({ method, path }) => `${method} ${path}`).sort();
    expect(documented).toEqual(PUBLISHED_ROUTES.map((route) => `${route.method} ${route.path}`).sort());
  });

  test('names every operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids).toHaveLength(new Set(ids).size);
  });

  test('resolves every reference', () => {
    const refs = [...walk(built)].flatMap(([pointer, node]) =>
      typeof node['$ref'] === 'string' ? [{ pointer, ref: node['$ref'] }] : [],
    );
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter(({ ref }) => !ref.startsWith('#/') || target(ref) === undefined)).toEqual([]);
  });

  test('declares every path parameter of its path, and no other', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).flatMap((parameter) =>
        'name' in parameter && parameter.in === 'path' ? [parameter] : [],
      );
      expect(
        declared.map(({ name }) => name),
        path,
      ).toEqual(inPath);
      expect(
        declared.every(({ required }) => required === true),
        path,
      ).toBe(true);
    }
  });

  test('describes a thing sent and the same thing answered by one schema', () => {
    expect(Object.keys(document.components.schemas).filter((name) => name.endsWith('Output'))).toEqual([]);
  });

  test('describes every schema, field and parameter', () => {
    const { schemas } = document.components;
    expect(Object.keys(schemas).filter((name) => typeof schemas[name]?.['description'] !== 'string')).toEqual(
      [],
    );
    const parts = [...namedParts(document)];
    expect(parts.length).toBeGreaterThan(1500);
    const silent = parts.filter(({ node }) => typeof node['description'] !== 'string');
    expect(silent.map(({ owner, name }) => `${owner}.${name}`)).toEqual([]);
  });

  test('has no words for what is not in it, and none twice', () => {
    const there = new Set([...namedParts(document)].flatMap(({ owner, name }) => [name, `${owner}.${name}`]));
    const words = WORD_LISTS.flatMap((list) => Object.keys(list));
    expect(words.filter((word) => !there.has(word))).toEqual([]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('shows one request for every body, which its contract takes, and no other', () => {
    const withBody = PUBLISHED_ROUTES.filter(({ body }) => body !== null);
    expect(Object.keys(EXAMPLES).sort()).toEqual(withBody.map(({ operationId }) => operationId).sort());
    for (const { operationId, body } of withBody) {
      const parsed = body && z.safeParse(body, EXAMPLES[operationId]);
      expect([operationId, parsed?.error?.issues ?? []]).toEqual([operationId, []]);
    }
  });

  test('says what each operation does, in both languages', () => {
    for (const { operation } of operations) {
      expect(operation.summary).not.toBe('');
      expect(operation.description).toMatch(/^\*.+\*/);
    }
  });

  test('tells machines no more than a reader needs: no machine bounds', () => {
    for (const [pointer, node] of walk(built)) {
      expect(node['maximum'], pointer).not.toBe(Number.MAX_SAFE_INTEGER);
    }
  });

  test('shows money as strings: no number type named an amount', () => {
    for (const [pointer, node] of walk(built)) {
      // Grace is counted in instalments and rows, not in đồng.
      if (pointer.includes('/properties/grace/')) continue;
      if (/\/properties\/(amount|principal|interest|outstanding|total|balance)$/i.test(pointer)) {
        expect(['number', 'integer'], pointer).not.toContain(node['type']);
      }
    }
  });

  test.each(PUBLISHED_ROUTES.map((route) => [route.operationId, route] as const))(
    '%s says who may call it, what protects it and every error',
    (_, route) => {
      const found = operations.find(({ operation }) => operation.operationId === route.operationId);
      const operation = z.parse(operationSchema, found?.operation);
      expect(operation.security.length).toBeGreaterThan(0);
      for (const role of route.access.roles) expect(operation.description).toContain(role);
      const refs = (operation.parameters ?? []).flatMap((parameter) =>
        '$ref' in parameter ? [parameter.$ref] : [],
      );
      expect(refs.includes('#/components/parameters/IdempotencyKey')).toBe(route.kind === 'command');
      expect(refs.includes('#/components/parameters/DryRun')).toBe(route.kind !== 'query');
      const codes = Object.entries(operation.responses).flatMap(([status, response]) =>
        Object.keys(response.content['application/problem+json']?.examples ?? {}).map(
          (code) => `${status} ${code}`,
        ),
      );
      const listed = Object.entries(errorsOfRoute(route)).map(
        ([code, { status }]) => `${String(status)} ${code}`,
      );
      expect(codes.sort()).toEqual(listed.sort());
    },
  );
});
