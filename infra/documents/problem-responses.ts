import * as z from 'zod/mini';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import type { ErrorCatalogue, ErrorEntry } from '#shared/domain/errors.ts';
import { COMMON_ERRORS, type CommonErrorCode } from '#shared/contracts/errors.ts';
import { ProblemSchema, type Problem } from '#shared/contracts/problem.ts';
import { pickErrors, type Route } from '#shared/contracts/route.ts';

/** What every route can answer with, whatever it does; the rest a route lists itself. */
const ALWAYS = [
  'input-malformed',
  'not-signed-in',
  'role-not-allowed',
  'internal-error',
  'busy-try-again',
] as const satisfies readonly CommonErrorCode[];

/** API Gateway refuses a token itself, before any function runs, in words of its own that cannot be changed. */
const GatewayRefusalSchema = z
  .object({ message: z.string() })
  .check(
    z.meta({ id: 'GatewayRefusal', description: 'The gateway’s own answer to a token it does not accept' }),
  );

/** Every error a route can answer with. */
export function errorsOfRoute(route: Route): ErrorCatalogue {
  return {
    ...pickErrors(COMMON_ERRORS, ...ALWAYS),
    ...(route.kind === 'command' ? pickErrors(COMMON_ERRORS, 'idempotency-key-reused') : {}),
    ...route.errors,
  };
}

/** One response per status, each code with that status as an example of it. */
export function problemResponses(route: Route): Record<string, ZodOpenApiResponseObject> {
  const byStatus = Map.groupBy(Object.entries(errorsOfRoute(route)), ([, entry]) => String(entry.status));
  return Object.fromEntries(
    [...byStatus].map(([status, entries]) => [
      status,
      {
        description: entries.map(([code, entry]) => `\`${code}\`: ${entry.title.vi}`).join('; '),
        content: {
          ...(status === '401' ? { 'application/json': { schema: GatewayRefusalSchema } } : {}),
          'application/problem+json': {
            schema: ProblemSchema,
            examples: Object.fromEntries(
              entries.map(([code]) => [code, { $ref: `#/components/examples/${code}` }]),
            ),
          },
        },
      },
    ]),
  );
}

export interface ProblemExample {
  readonly summary: string;
  readonly description: string;
  readonly value: Problem;
}

/** One example per code, for all routes that can answer with it: a code means the same everywhere. */
export function problemExamples(routes: readonly Route[]): Record<string, ProblemExample> {
  const entries = routes.flatMap((route) => Object.entries(errorsOfRoute(route)));
  return Object.fromEntries(entries.map(([code, entry]) => [code, exampleOf(code, entry)]));
}

function exampleOf(code: string, entry: ErrorEntry): ProblemExample {
  return {
    summary: entry.title.vi,
    description: `${entry.when.vi}\n\n*${entry.when.en}*`,
    value: {
      type: `/docs/errors#${code}`,
      status: entry.status,
      code,
      title: entry.title,
      detail: entry.remedy,
      ...(entry.status === 400
        ? {
            errors: [
              { pointer: '/amount', detail: { vi: 'Chưa đúng định dạng', en: 'Not in the right form' } },
            ],
          }
        : {}),
      correlationId: '1-6923d2b4-4f1c7b1f5d2a',
    },
  };
}
