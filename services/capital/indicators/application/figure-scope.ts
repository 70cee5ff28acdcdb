import type { BookId } from '#capital/ledger/domain/book.ts';
import type { SourceSummary } from '#capital/ledger/application/ports.ts';
import { everyRow } from '#shared/application/every-row.ts';
import { inTurn } from '#shared/application/in-turn.ts';
import { INDICATORS } from '#shared/contracts/capital/indicators/catalogue.ts';
import type { IndicatorFilter, IndicatorId } from '#shared/contracts/capital/indicators/catalogue.ts';
import { FIGURE_ERRORS } from '#shared/contracts/capital/indicators/errors.ts';
import { assertReach, assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FundIndicator, LedgerIndicator } from '../domain/indicators.ts';
import type { FigureReads } from './ports.ts';

const refuse = errorsOf(FIGURE_ERRORS);

/** To what an indicator is narrowed; everything when a field is absent. */
export type Narrowing = Readonly<Partial<Record<IndicatorFilter, string | undefined>>>;

/** A book an indicator is summed over, and whether its investor is a local budget. */
export interface FigureBookId {
  readonly book: BookId;
  readonly source: SourceSummary;
  readonly isLocal: boolean;
}

const LOCAL: ReadonlySet<string> = new Set(['province', 'former-district']);

const FUNDS: ReadonlySet<string> = new Set<FundIndicator>([
  'cap-01',
  'cap-02',
  'cap-03',
  'cap-04',
  'growth-share',
]);

export function isFundIndicator(indicator: LedgerIndicator): indicator is FundIndicator {
  return FUNDS.has(indicator);
}

/** The figures of a commune are for those who reach it, all others for those who reach the whole province. */
export function assertReachFigures(caller: Caller, { communeId }: Narrowing): void {
  if (communeId === undefined) assertReachProvince(caller);
  else assertReach(caller, communeId);
}

/** Throws `indicator-filter-refused` (422). A programme is only found through its communes. */
export function assertNarrowing(indicatorId: IndicatorId, narrowing: Narrowing): void {
  const { filters } = INDICATORS[indicatorId];
  for (const [filter, value] of Object.entries(narrowing) as [IndicatorFilter, string | undefined][]) {
    if (value === undefined) continue;
    if (!filters.includes(filter) || (filter === 'programmeId' && narrowing.communeId === undefined)) {
      throw refuse('indicator-filter-refused', { indicatorId, filter });
    }
  }
}

/**
 * The books an indicator is summed over, in the order of their ids: the sources themselves, whose balances include
 * their leaves, or the leaves where a place is named or rows are quotas. There are tens of sources, and a source has
 * at most one leaf for a programme and commune.
 */
export async function booksOf(
  reads: FigureReads,
  narrowing: Narrowing,
  options: { readonly byLeaf: boolean; readonly knownOn: string | null },
): Promise<FigureBookId[]> {
  const all = await everyRow((page) => reads.sources(page));
  const sources = all.filter(
    ({ sourceId }) => narrowing.sourceId === undefined || sourceId === narrowing.sourceId,
  );
  const local = await localInvestors(reads, sources, options.knownOn);
  const found = sources.map((source) => ({ source, isLocal: local.has(source.investorId) }));
  if (!options.byLeaf && narrowing.communeId === undefined) {
    return found.map((one) => ({ ...one, book: { sourceId: one.source.sourceId, leaf: null } }));
  }
  const ofSources = await inTurn(found, async (one) => {
    const { sourceId } = one.source;
    const quotas = await everyRow((page) => reads.leaves(sourceId, narrowing.communeId ?? null, page));
    return quotas
      .filter(({ programmeId }) => programmeId === (narrowing.programmeId ?? programmeId))
      .map(({ programmeId, communeId }) => ({
        ...one,
        book: { sourceId, leaf: { programmeId, communeId } },
      }));
  });
  return ofSources.flat();
}

/** Investors by whose kind capital is that of a local budget (province and former districts). */
async function localInvestors(
  reads: FigureReads,
  sources: readonly SourceSummary[],
  knownOn: string | null,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(sources.map(({ investorId }) => investorId))];
  const investors = await inTurn(ids, (id) => reads.investorKnownOn(id, knownOn));
  return new Set(investors.flatMap((one) => (one && LOCAL.has(one.kind) ? [one.investorId] : [])));
}
