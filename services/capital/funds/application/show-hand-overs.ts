import { addTurnovers } from '#capital/ledger/domain/totals.ts';
import type { BookReads } from '#capital/ledger/application/ports.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { positionOf } from '../domain/hand-over.ts';
import type { FundReads } from './ports.ts';

/**
 * The transfer records of a fund, each beside what the ledger says of the same day now.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function showHandOvers(
  reads: BookReads,
  funds: FundReads,
  caller: Caller,
  sourceId: string,
): Promise<AnswerOf<typeof FUND_ROUTES.listHandOvers>> {
  assertReachProvince(caller);
  existing(await reads.source(sourceId), sourceId);
  const records = await funds.handOvers(sourceId);
  const items = await Promise.all(
    records.map(async (record) => {
      const { effectiveOn: day } = record;
      const book = { sourceId, leaf: null };
      const moved = await reads.moved(book, { from: day, to: day, knownOn: null });
      const now = positionOf(addTurnovers(moved.map(({ turnover }) => turnover)));
      const differs = (['fund', 'principal', 'unlentCash', 'provision'] as const).some(
        (name) => record[name] !== now[name],
      );
      return { ...record, now, differs };
    }),
  );
  return { items };
}
