import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { DomainError, errorsOf } from '#shared/domain/errors.ts';

const refuse = errorsOf(COMMON_ERRORS);

/**
 * What is known is known up to now: an answer as known on an instant to come could still change.
 * Throws `input-malformed` (400) for no instant, `known-on-in-future` (422).
 */
export function instantOf(knownOn: string | undefined, now: string): string | null {
  if (knownOn === undefined) return null;
  if (Number.isNaN(Date.parse(knownOn))) throw noInstant();
  const instant = new Date(knownOn).toISOString();
  if (instant > now) throw refuse('known-on-in-future', { knownOn: instant, now });
  return instant;
}

function noInstant(): DomainError {
  return new DomainError(COMMON_ERRORS, 'input-malformed', {}, [
    {
      pointer: '/query/knownOn',
      detail: { vi: 'Không có thời điểm này', en: 'There is no such instant' },
    },
  ]);
}
