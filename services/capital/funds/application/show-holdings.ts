import { addTurnovers, totalsOf } from '#capital/ledger/domain/totals.ts';
import type { BookReads } from '#capital/ledger/application/ports.ts';
import { knownUpTo } from '#shared/application/known-on.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { positionOf } from '../domain/hand-over.ts';
import { holderOn, holdsOn } from '../domain/holding.ts';
import type { FundReads } from './ports.ts';

interface Asked {
  readonly asOf: string;
  readonly knownOn?: string | undefined;
}

/**
 * The fund of a contract with what it holds on a day, as known on an instant: its own unless another contract
 * holds it, and the funds it took over. Over all contracts every fund is in one place at every date.
 *
 * Throws `area-not-allowed` (403), `not-found` (404) also for a day before the source was opened, `known-on-in-future` (422).
 */
export async function showHoldings(
  reads: BookReads,
  funds: FundReads,
  caller: Caller,
  sourceId: string,
  asked: Asked,
  now: string,
): Promise<AnswerOf<typeof FUND_ROUTES.getHoldings>> {
  assertReachProvince(caller);
  const { asOf } = asked;
  const knownOn = knownUpTo(asked.knownOn, now);
  const own = existing(await reads.source(sourceId), sourceId);
  existing(own.openedOn <= asOf ? own : null, sourceId);
  const [ofOwn, taken] = await Promise.all([funds.holdingsOf(sourceId), funds.heldBy(sourceId)]);
  const holder = holderOn(ofOwn, asOf, knownOn);
  const held = [
    ...(holder === null ? [{ sourceId, since: null }] : []),
    ...taken
      .filter((holding) => holdsOn(holding, asOf, knownOn))
      .map((holding) => ({ sourceId: holding.sourceId, since: holding.from })),
  ];
  const balances = await Promise.all(
    held.map(async (one) => {
      const book = { sourceId: one.sourceId, leaf: null };
      const moved = await reads.moved(book, { from: asOf, to: asOf, knownOn });
      return moved.map(({ turnover }) => turnover);
    }),
  );
  const origins = await Promise.all(
    held.map(async (one) => existing(await reads.source(one.sourceId), one.sourceId).investorId),
  );
  return {
    sourceId,
    asOf,
    knownOn,
    heldBy: holder && { sourceId: holder.holderSourceId, since: holder.from },
    holds: held.map((one, index) => ({
      ...one,
      investorId: origins[index] ?? '',
      totals: holdingTotals(balances[index] ?? []),
    })),
    totals: holdingTotals(balances.flat()),
  };
}

function holdingTotals(turnovers: Parameters<typeof addTurnovers>[0]) {
  const balances = addTurnovers(turnovers);
  return { ...totalsOf(balances), provision: positionOf(balances).provision };
}
