import { actDay } from '#lending/act-day.ts';
import type { Context } from '#shared/application/context.ts';
import { existing, expectVersion } from '#shared/application/preconditions.ts';
import { laterOf } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { movable } from '../domain/loan-transitions.ts';
import type { LoanVerb } from '../domain/loan-transitions.ts';
import type { Loan } from '../domain/loan.ts';
import type { LoanStore } from './ports.ts';

interface Acted {
  readonly effectiveOn?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

/**
 * The loan a verb is about, in a status the verb may start from, and the day the act counts for. Throws
 * `not-found`, `area-not-allowed`, `version-stale`, `effective-day-in-future`,
 * `effective-day-before-last-act`, `loan-status-not-allowed` or `loan-settled`, in this order.
 */
export async function loanForAct<V extends LoanVerb>(
  { caller, today, store }: Context<LoanStore>,
  loanId: string,
  verb: V,
  acted: Acted,
) {
  const loan = existing(await store.readLoan(loanId), loanId);
  assertReach(caller, loan.communeId);
  expectVersion(acted.expectedVersion, loan.version);
  const on = actDay(today, acted, loan.lastFactOn);
  return { loan: movable(loan, verb), on };
}

/** Another service's answer counts from its own day, but never before what the loan has been through. */
export function reactionDay(loan: Loan, effectiveOn: BusinessDay): BusinessDay {
  return laterOf(loan.lastFactOn, effectiveOn);
}
