import { LENDING_ERRORS } from '#shared/contracts/lending/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { DomainError } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';

const refusal = errorsOf(LENDING_ERRORS);

/** Two terms that cannot both hold: `terms-contradict` (400), each named by its pointer. */
export function termsContradict(first: string, second: string, detail: Text): DomainError {
  return refusal(
    'terms-contradict',
    { terms: [`/terms${first}`, `/terms${second}`] },
    [first, second].map((pointer) => ({ pointer: `/terms${pointer}`, detail })),
  );
}

/** A combination the engine does not compute: `terms-not-supported` (422). */
export function combinationNotSupported(pointer: string, combination: string): DomainError {
  return refusal('terms-not-supported', { pointer, combination });
}

/** Facts that cannot be of one loan: `facts-contradict` (400). */
export function factsContradict(fact: string, detail: Text): DomainError {
  return refusal('facts-contradict', { fact, reason: detail.en }, [{ pointer: '/facts', detail }]);
}
