import { CALCULATION_ERRORS } from '#shared/contracts/lending/engine/errors.ts';
import { LAST_DAY } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { DomainError } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';

const refusal = errorsOf(CALCULATION_ERRORS);

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

/** Instalments that would ask nothing: `principal-too-small` (422), at the field that can be changed. */
export function principalTooSmall(principal: number, instalments: number, pointer: string): DomainError {
  return refusal('principal-too-small', { principal: String(principal), instalments }, [
    {
      pointer,
      detail: {
        vi: `${String(principal)} đồng không đủ cho ${String(instalments)} kỳ trả gốc.`,
        en: `${String(principal)} đồng are too little for ${String(instalments)} instalments of principal.`,
      },
    },
  ]);
}

/** Terms that lead beyond the calendar: `due-date-out-of-range` (422). */
export function dueDateOutOfRange(pointer: string): DomainError {
  return refusal('due-date-out-of-range', { lastDay: LAST_DAY }, [
    {
      pointer,
      detail: { vi: `Hạn cuối sau ${LAST_DAY}.`, en: `The last due date is after ${LAST_DAY}.` },
    },
  ]);
}
