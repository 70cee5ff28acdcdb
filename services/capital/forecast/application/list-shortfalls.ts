import type { FORECAST_ROUTES } from '#shared/contracts/capital/forecast/routes.ts';
import { assertReachFigures } from '#capital/indicators/application/figure-scope.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { ParamsOf, QueryOf, AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { sumVnd, vnd } from '#shared/domain/vnd.ts';
import { assumptionFor } from '../domain/forecast-assumptions.ts';
import type { Assumption } from '../domain/forecast-assumptions.ts';
import { firstShortfall, forecast, monthsFrom } from '../domain/forecast.ts';
import type { ForecastReads } from './ports.ts';
import { expectedOf, leavesOf, monthsAsked } from './show-forecast.ts';
import type { LeafState } from './show-forecast.ts';

type Page = AnswerOf<typeof FORECAST_ROUTES.listShortfalls>;

const DEFAULT_LIMIT = 20;

const LIST = 'shortfalls';

/** Sorts behind every month. */
const NEVER = '9999-99';

/**
 * Programmes and communes of a source in the order in which their money runs out, each by itself: quota of one is not
 * lent in another. Those that last as long as the forecast come last.
 *
 * Throws `input-malformed` (400) for a made-up page token, `area-not-allowed` (403), `not-found` (404).
 */
export async function listShortfalls(
  reads: ForecastReads,
  caller: Caller,
  { sourceId }: ParamsOf<typeof FORECAST_ROUTES.listShortfalls>,
  { cursor, limit, ...query }: QueryOf<typeof FORECAST_ROUTES.listShortfalls>,
  today: string,
): Promise<Page> {
  assertReachFigures(caller, query);
  existing(await reads.source(sourceId), sourceId);
  const list = `${LIST}-${sourceId}`;
  const after = cursor === undefined ? '' : reads.rowsAfter(list, cursor);
  const most = limit === undefined ? DEFAULT_LIMIT : Number(limit);
  const [leaves, assumptions] = await Promise.all([leavesOf(reads, sourceId, query), reads.assumptions()]);
  const months = monthsFrom(today, monthsAsked(query));
  const rest = leaves
    .map((leaf) => rowOf(leaf, assumptions, months, today))
    .map((row) => ({ key: `${row.firstShortfallIn ?? NEVER}#${row.communeId}#${row.programmeId}`, row }))
    .filter(({ key }) => key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const shown = rest.slice(0, most);
  const last = shown.at(-1);
  return {
    items: shown.map(({ row }) => row),
    next: last && rest.length > most ? reads.rowToken(list, last.key) : null,
  };
}

function rowOf(
  leaf: LeafState,
  assumptions: readonly Assumption[],
  months: readonly string[],
  today: string,
): Page['items'][number] {
  const { programmeId, communeId } = leaf.place;
  const opening = vnd(leaf.available + leaf.reserved);
  const rows = forecast({
    opening,
    reserved: leaf.reserved,
    months: expectedOf(leaf, assumptions, months, today).months,
    newLoanMonths: assumptionFor(assumptions, 'new-loan-term', leaf.place, today)?.months ?? null,
  });
  return {
    programmeId,
    communeId,
    firstShortfallIn: firstShortfall(rows),
    opening,
    principalDue: sumVnd(rows.map((row) => row.principalDue)),
    demand: sumVnd(rows.map((row) => row.demand)),
    shortfall: sumVnd(rows.map((row) => row.shortfall)),
  };
}
