import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { versionInForce } from '../domain/contract.ts';
import { addTurnovers, totalsOf } from '../domain/totals.ts';
import type { CapitalReads } from './ports.ts';
import { existing } from './preconditions.ts';

export interface AsOf {
  readonly sourceId: string;
  readonly asOf: string;
}

/**
 * Traces a source as of a day:
 * 1. the source, its contract and investor, when it was open on the day;
 * 2. the receipts up to the day: the decisions that formed it;
 * 3. totals of the day, from the months before and the days of the month.
 *
 * Throws `area-not-allowed` (403), `not-found` (404) also for a day before the source was opened.
 */
export async function traceSource(
  reads: CapitalReads,
  caller: Caller,
  { sourceId, asOf }: AsOf,
): Promise<ResponseOf<typeof CAPITAL_ROUTES.getSource>> {
  assertReachProvince(caller);
  const [identity, decisions, moved] = await Promise.all([
    identifySource(reads, sourceId, asOf),
    reads.receipts(sourceId, asOf),
    reads.moved({ sourceId, leaf: null }, { from: asOf, to: asOf, knownOn: null }),
  ]);
  const { version, ...source } = existing(identity, sourceId);
  existing(source.openedOn <= asOf ? source : null, sourceId);
  const totals = totalsOf(addTurnovers(moved.map(({ turnover }) => turnover)));
  return {
    ...source,
    asOf,
    version,
    decisions,
    totals: {
      fund: totals.fund.toString(),
      received: totals.received.toString(),
      unallocated: totals.unallocated.toString(),
      quota: totals.quota.toString(),
      available: totals.available.toString(),
      reserved: totals.reserved.toString(),
      lent: totals.lent.toString(),
      unlent: totals.unlent.toString(),
      interestCollected: totals.interestCollected.toString(),
    },
  };
}

/** Who a source belongs to, and its contract as in force on a day; null when there was none by then. */
export async function identifySource(reads: CapitalReads, sourceId: string, day: string) {
  const [source, versions] = await Promise.all([reads.source(sourceId), reads.contractVersions(sourceId)]);
  const contract = versionInForce(versions, day, null);
  if (!source || !contract) return null;
  const { kind, openedOn, investorId, version } = source;
  const investor = existing(await reads.investor(investorId), investorId);
  return { sourceId, kind, openedOn, investor, contract, version };
}
