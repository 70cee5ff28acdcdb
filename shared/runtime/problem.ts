import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { Problem } from '#shared/contracts/problem.ts';
import { WriteConflict } from '#shared/data/act.ts';
import { DomainError } from '#shared/domain/errors.ts';

const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
]);

/** Whatever was thrown, as a catalogued error; null when it is a defect. */
export function catalogued(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (error instanceof WriteConflict) return new DomainError(COMMON_ERRORS, 'version-stale');
  if (error instanceof Error && THROTTLED.has(error.name))
    return new DomainError(COMMON_ERRORS, 'busy-try-again');
  return null;
}

export function problemOf(error: DomainError, correlationId: string): Problem {
  const { status, title, remedy } = error.entry;
  return {
    type: `/docs/errors#${error.code}`,
    status,
    code: error.code,
    title,
    detail: remedy,
    ...(Object.keys(error.facts).length > 0 ? { facts: told(error.facts) } : {}),
    ...(error.fields.length > 0 ? { errors: [...error.fields] } : {}),
    correlationId,
  };
}

function told(facts: DomainError['facts']): NonNullable<Problem['facts']> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, toldOne(fact)]));
}

function toldOne(fact: DomainError['facts'][string]): string | number | boolean | string[] {
  if (typeof fact === 'bigint') return fact.toString();
  return typeof fact === 'object' ? [...fact] : fact;
}
