import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';

const refuse = errorsOf(COMMON_ERRORS);

/**
 * Up to which instant an answer knows, as its contract has read it; null: up to now. As known on an instant to come,
 * it could still change. Throws `known-on-in-future` (422).
 */
export function knownUpTo(knownOn: string | undefined, now: string): string | null {
  if (knownOn === undefined) return null;
  if (knownOn > now) throw refuse('known-on-in-future', { knownOn, now });
  return knownOn;
}
