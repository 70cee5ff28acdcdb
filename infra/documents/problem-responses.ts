import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import type { ErrorCatalogue, ErrorEntry } from '#shared/domain/errors.ts';
import { COMMON_ERRORS, type CommonErrorCode } from '#shared/contracts/errors.ts';
import { ProblemSchema, type Problem } from '#shared/contracts/problem.ts';
import type { Route } from '#shared/contracts/route.ts';

/** Common errors that only make sense where something is written. */
const ONLY_WHEN_WRITING: readonly CommonErrorCode[] = [
  'already-exists',
  'version-stale',
  'effective-day-in-future',
];

/** Every error a route can answer with: its own and those of the platform that can happen to its kind. */
export function errorsOfRoute(route: Route): ErrorCatalogue {
  const common = Object.entries<ErrorEntry>(COMMON_ERRORS).filter(([code]) => {
    if (code === 'idempotency-key-reused') return route.kind === 'command';
    if (code === 'not-found') return route.params !== null;
    return route.kind !== 'query' || !(ONLY_WHEN_WRITING as readonly string[]).includes(code);
  });
  return {
    ...Object.fromEntries(common),
    'area-not-allowed': CALLER_ERRORS['area-not-allowed'],
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
          'application/problem+json': {
            schema: ProblemSchema,
            examples: Object.fromEntries(entries.map(([code, entry]) => [code, exampleOf(code, entry)])),
          },
        },
      },
    ]),
  );
}

function exampleOf(
  code: string,
  entry: ErrorEntry,
): { summary: string; description: string; value: Problem } {
  return {
    summary: entry.title.vi,
    description: entry.when,
    value: {
      type: `/docs/errors#${code}`,
      status: entry.status,
      code,
      title: entry.title,
      detail: entry.remedy,
      ...(entry.status === 400
        ? {
            errors: [
              { pointer: '/body', detail: { vi: 'Chưa đúng định dạng', en: 'Not in the right form' } },
            ],
          }
        : {}),
      correlationId: '1-6923d2b4-4f1c7b1f5d2a',
    },
  };
}
