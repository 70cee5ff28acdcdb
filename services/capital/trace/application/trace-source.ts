import { versionInForce } from '#capital/contracts/domain/contract.ts';
import { holderOn } from '#capital/funds/domain/holding.ts';
import { addTurnovers, totalsOf } from '#capital/ledger/domain/totals.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { TRACE_ROUTES } from '#shared/contracts/capital/trace/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { TraceReads } from './ports.ts';

export interface AsOf {
  readonly sourceId: string;
  readonly asOf: string;
}

/**
 * Traces a source as of a day:
 * 1. the source, its contract and investor, when it was open on the day;
 * 2. the receipts and withdrawals up to the day: the decisions that formed it; who holds its fund;
 * 3. totals of the day, from the months before and the days of the month.
 *
 * Throws `area-not-allowed` (403), `not-found` (404) also for a day before the source was opened.
 */
export async function traceSource(
  reads: TraceReads,
  caller: Caller,
  { sourceId, asOf }: AsOf,
): Promise<AnswerOf<typeof TRACE_ROUTES.getSource>> {
  assertReachProvince(caller);
  const [identity, decisions, withdrawals, holdings, moved] = await Promise.all([
    identifySource(reads, sourceId, asOf),
    reads.receipts(sourceId, asOf),
    reads.withdrawals(sourceId, asOf),
    reads.holdingsOf(sourceId),
    reads.moved({ sourceId, leaf: null }, { from: asOf, to: asOf, knownOn: null }),
  ]);
  const { version, ...source } = existing(identity, sourceId);
  existing(source.openedOn <= asOf ? source : null, sourceId);
  const holder = holderOn(holdings, asOf, null);
  const totals = totalsOf(addTurnovers(moved.map(({ turnover }) => turnover)));
  return {
    ...source,
    asOf,
    version,
    decisions,
    withdrawals,
    holder: holder && { sourceId: holder.holderSourceId, since: holder.from },
    totals,
  };
}

/** Who a source belongs to, and its contract as in force on a day; null when there was none by then. */
export async function identifySource(reads: TraceReads, sourceId: string, day: string) {
  const [source, versions] = await Promise.all([reads.source(sourceId), reads.contractVersions(sourceId)]);
  const contract = versionInForce(versions, day, null);
  if (!source || !contract) return null;
  const { kind, openedOn, investorId, version } = source;
  const investor = existing(await reads.investor(investorId), investorId);
  return { sourceId, kind, openedOn, investor, contract, version };
}
