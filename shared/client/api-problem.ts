import type { Problem } from '#shared/contracts/problem.ts';
import type { Route } from '#shared/contracts/route.ts';

/** An answer that is not a success: the problem the platform described, as an error to catch. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable code of the catalogue, such as `quota-exceeded`. */
  readonly code: string;
  readonly errors: NonNullable<Problem['errors']>;
  readonly facts: NonNullable<Problem['facts']>;
  readonly problem: Problem;

  constructor(problem: Problem, route: Pick<Route, 'method' | 'path'>) {
    super(`${route.method} ${route.path}: ${String(problem.status)} ${problem.code} – ${problem.title.vi}`);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
    this.facts = problem.facts ?? {};
    this.problem = problem;
  }
}

/**
 * The problem in an answer. What stands between the caller and the platform (the gateway's authorizer, a
 * proxy) answers in its own words; such an answer becomes a problem too, so callers know one shape.
 */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  const parsed = parse(text);
  if (isProblem(parsed)) return parsed;
  return {
    type: 'about:blank',
    status: response.status,
    code: response.status === 401 ? 'not-signed-in' : 'answered-on-the-way',
    title: { vi: 'Yêu cầu bị từ chối trên đường truyền', en: 'The request was refused on the way' },
    detail: { vi: text.slice(0, 200), en: text.slice(0, 200) },
    correlationId: response.headers.get('apigw-requestid') ?? '',
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'status' in value &&
    'title' in value
  );
}
