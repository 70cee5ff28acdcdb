import { holderOn } from '#capital/funds/domain/holding.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { TRACE_ROUTES } from '#shared/contracts/capital/trace/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { balanceOf, statusOn } from '../domain/loan-trace.ts';
import type { TraceReads } from './ports.ts';
import { identifySource } from './trace-source.ts';

/**
 * Traces a loan's capital back as of a day:
 * 1. the loan's record and its facts up to the day; its commune is within the caller's area;
 * 2. the leaf it lies on and the allocations that formed the leaf;
 * 3. the source, its investor, who holds its fund, and the receipts that formed the source.
 *
 * Throws `area-not-allowed` (403), `not-found` (404) also when nothing had happened by the day.
 */
export async function traceLoan(
  reads: TraceReads,
  caller: Caller,
  { loanId, asOf }: { readonly loanId: string; readonly asOf: string },
): Promise<AnswerOf<typeof TRACE_ROUTES.getLoanCapital>> {
  const loan = existing(await reads.loan(loanId), loanId);
  assertReach(caller, loan.communeId);
  const sourceId = existing(loan.sourceId, loanId);
  const leaf = { sourceId, programmeId: loan.programmeId, communeId: loan.communeId };
  const [facts, identity, holdings, capitalDecisions, quotaDecisions] = await Promise.all([
    reads.loanFacts(loanId, asOf),
    identifySource(reads, sourceId, asOf),
    reads.holdingsOf(sourceId),
    reads.receipts(sourceId, asOf),
    reads.allocations(leaf, asOf),
  ]);
  const status = existing(statusOn(loan, facts, asOf), loanId);
  const holder = holderOn(holdings, asOf, null);
  return {
    loanId,
    householdId: loan.householdId,
    asOf,
    status,
    leaf,
    source: identity,
    holder: holder && { sourceId: holder.holderSourceId, since: holder.from },
    capitalDecisions,
    quotaDecisions,
    entries: facts.map((fact) => fact.line),
    balance: balanceOf(facts),
  };
}
