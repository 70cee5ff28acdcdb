import type { CAPITAL_ROUTES } from '#shared/contracts/capital/http.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { addTurnovers, totalsOf, trialRowsOf } from '../domain/totals.ts';
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
  const [identity, decisions, turnovers] = await Promise.all([
    identifySource(reads, sourceId),
    reads.receipts(sourceId, asOf),
    reads.turnovers(sourceId, asOf),
  ]);
  const { version, ...source } = existing(identity, sourceId);
  existing(source.openedOn <= asOf ? source : null, sourceId);
  const totals = totalsOf(addTurnovers(turnovers));
  return {
    ...source,
    asOf,
    version,
    decisions,
    totals: {
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

/** Who a source belongs to and what it is founded on; null when it does not exist. */
export async function identifySource(reads: CapitalReads, sourceId: string) {
  const [source, contract] = await Promise.all([reads.source(sourceId), reads.contract(sourceId)]);
  if (!source || !contract) return null;
  const { kind, openedOn, investorId, version } = source;
  const investor = existing(await reads.investor(investorId), investorId);
  return { sourceId, kind, openedOn, investor, contract, version };
}

/**
 * Balance of every account of a source as of a day; both sums are equal because each act posts a balanced set.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function trialBalance(
  reads: CapitalReads,
  caller: Caller,
  { sourceId, asOf }: AsOf,
): Promise<ResponseOf<typeof CAPITAL_ROUTES.getTrialBalance>> {
  assertReachProvince(caller);
  const source = existing(await reads.source(sourceId), sourceId);
  existing(source.openedOn <= asOf ? source : null, sourceId);
  const rows = trialRowsOf(addTurnovers(await reads.turnovers(sourceId, asOf)));
  return {
    sourceId,
    asOf,
    rows: rows.map(({ account, debit, credit }) => ({
      account,
      debit: debit.toString(),
      credit: credit.toString(),
    })),
    totalDebit: rows.reduce((sum, row) => sum + row.debit, 0n).toString(),
    totalCredit: rows.reduce((sum, row) => sum + row.credit, 0n).toString(),
  };
}
