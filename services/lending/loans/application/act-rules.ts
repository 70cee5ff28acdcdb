import { refusal } from '#lending/refuse.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { businessDay, laterOf } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { movable } from '../domain/loan-transitions.ts';
import type { LoanVerb } from '../domain/loan-transitions.ts';
import type { Loan } from '../domain/loan.ts';
import type { Context } from './ports.ts';

export const commonRefusal = errorsOf(COMMON_ERRORS);

interface Acted {
  readonly effectiveOn?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

/**
 * The day an act counts for: today, or an earlier day that is not before the last act on the thing.
 * Throws `effective-day-in-future` or `effective-day-before-last-act` (422).
 */
export function effectiveDay(
  today: BusinessDay,
  acted: Acted,
  lastFactOn: BusinessDay | null = null,
): BusinessDay {
  const day = acted.effectiveOn === undefined ? today : businessDay(acted.effectiveOn);
  if (day > today) throw commonRefusal('effective-day-in-future', { effectiveOn: day, today });
  if (lastFactOn !== null && day < lastFactOn) {
    throw refusal('effective-day-before-last-act', { effectiveOn: day, lastActOn: lastFactOn });
  }
  return day;
}

/** Throws `version-stale` (409) when the caller decided on another version than the present one. */
export function assertVersion(version: number, acted: Acted): void {
  if (acted.expectedVersion !== undefined && acted.expectedVersion !== version) {
    throw commonRefusal('version-stale', { expected: acted.expectedVersion, actual: version });
  }
}

/** Throws `not-found` (404). */
export function found<T>(thing: T | null, id: string): T {
  if (thing === null) throw commonRefusal('not-found', { id });
  return thing;
}

/** Throws `already-exists` (409). */
export function assertNew(thing: unknown, id: string): void {
  if (thing !== null) throw commonRefusal('already-exists', { id });
}

/**
 * The loan a verb is about, in a status the verb may start from, and the day the act counts for. Throws
 * `not-found`, `area-not-allowed`, `version-stale`, `effective-day-in-future`,
 * `effective-day-before-last-act`, `loan-status-not-allowed` or `loan-settled`, in this order.
 */
export async function loanForAct<V extends LoanVerb>(
  { caller, today, store }: Context,
  loanId: string,
  verb: V,
  acted: Acted,
) {
  const loan = found(await store.readLoan(loanId), loanId);
  assertReach(caller, loan.communeId);
  assertVersion(loan.version, acted);
  const on = effectiveDay(today, acted, loan.lastFactOn);
  return { loan: movable(loan, verb), on };
}

/** Another service's answer counts from its own day, but never before what the loan has been through. */
export function reactionDay(loan: Loan, effectiveOn: string): BusinessDay {
  return laterOf(loan.lastFactOn, businessDay(effectiveOn));
}
