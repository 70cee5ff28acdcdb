import type { FORECAST_ROUTES } from '#shared/contracts/capital/forecast/routes.ts';
import { planInForce, planPosition } from '#capital/funds/domain/funding-plan.ts';
import { assertReachFigures } from '#capital/indicators/application/figure-scope.ts';
import { everyRow } from '#shared/application/every-row.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { ParamsOf, QueryOf, AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { sumVnd, vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { assumptionFor, demandOf, meanLent, writeOffOf } from '../domain/forecast-assumptions.ts';
import type { Assumption, Demand, Place } from '../domain/forecast-assumptions.ts';
import { firstShortfall, forecast, monthsFrom } from '../domain/forecast.ts';
import type { MonthExpected } from '../domain/forecast.ts';
import type { ForecastReads, LeafExpected } from './ports.ts';

type Query = QueryOf<typeof FORECAST_ROUTES.getForecast>;

type Source = ParamsOf<typeof FORECAST_ROUTES.getForecast>;

const DEFAULT_MONTHS = 60;

/** What is known of a programme in a commune: its money now, and what its loans will bring. */
export interface LeafState {
  readonly place: Place & { readonly programmeId: string; readonly communeId: string };
  readonly available: Vnd;
  readonly reserved: Vnd;
  readonly lent: Vnd;
  /** What loans ask for that wait in the queue of the leaf. */
  readonly waiting: Vnd;
  readonly expected: LeafExpected;
}

export interface LeafMonths {
  readonly months: readonly MonthExpected[];
  readonly overdue: Vnd;
  readonly dueLater: Vnd;
  readonly outstanding: Vnd;
  readonly used: readonly Assumption[];
  readonly basis: Demand['basis'];
}

/**
 * The forecast of a source, or of a commune and programme in it, from today on and as known now:
 * 1. its leaves with what they hold, what their loans bring back by month, and what was lent by month;
 * 2. by leaf and month: principal due, less write-offs by assumption, and demand; what is overdue counts now;
 * 3. of the whole source also its unallocated cash and the tranches still planned;
 * 4. month by month, on the sums.
 *
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function showForecast(
  reads: ForecastReads,
  caller: Caller,
  { sourceId }: Source,
  query: Query,
  today: string,
): Promise<AnswerOf<typeof FORECAST_ROUTES.getForecast>> {
  assertReachFigures(caller, query);
  const isWhole = query.communeId === undefined && query.programmeId === undefined;
  const source = existing(await reads.source(sourceId), sourceId);
  const [leaves, assumptions, tranches] = await Promise.all([
    leavesOf(reads, sourceId, query),
    reads.assumptions(),
    isWhole ? tranchesByMonth(reads, sourceId, today) : new Map<string, bigint>(),
  ]);
  const asked = monthsFrom(today, monthsAsked(query));
  const ofLeaves = leaves.map((leaf) => expectedOf(leaf, assumptions, asked, today));
  const place = { sourceId, programmeId: query.programmeId ?? null, communeId: query.communeId ?? null };
  const term = assumptionFor(assumptions, 'new-loan-term', place, today);
  const sum = (pick: (leaf: LeafState) => Vnd): Vnd => sumVnd(leaves.map(pick));
  const reserved = sum((leaf) => leaf.reserved);
  const months = forecast({
    opening: sumVnd([
      isWhole ? source.balances['cash-unallocated'] : 0n,
      sum((leaf) => leaf.available),
      reserved,
    ]),
    reserved,
    months: asked.map((month, index) => {
      const of = (pick: (expected: MonthExpected) => Vnd): Vnd =>
        sumVnd(ofLeaves.flatMap((leaf) => leaf.months[index] ?? []).map(pick));
      return {
        month,
        principalDue: of((one) => one.principalDue),
        writeOff: of((one) => one.writeOff),
        tranches: vnd(tranches.get(month) ?? 0n),
        demand: of((one) => one.demand),
      };
    }),
    newLoanMonths: term?.months ?? null,
  });
  const overdue = sumVnd(ofLeaves.map((leaf) => leaf.overdue));
  const outstanding = sumVnd(ofLeaves.map((leaf) => leaf.outstanding));
  const used = [...ofLeaves.flatMap((leaf) => leaf.used), ...(term === null ? [] : [term])];
  return {
    ...place,
    asOf: today,
    outstanding,
    withoutSchedule: vnd(sum((leaf) => leaf.lent) - outstanding),
    overdue,
    dueLater: sumVnd(ofLeaves.map((leaf) => leaf.dueLater)),
    firstShortfallIn: firstShortfall(months),
    assumptionIds: [...new Set(used.map(({ assumptionId }) => assumptionId))].sort(),
    demandBasis: [...new Set(ofLeaves.map(({ basis }) => basis))].sort(),
    months: months.map((month, index) => ({ ...month, overdue: index === 0 ? overdue : ZERO_VND })),
  };
}

export function monthsAsked({ months }: Pick<Query, 'months'>): number {
  return months === undefined ? DEFAULT_MONTHS : Number(months);
}

/** Leaves with money now or loans that were lent, of a commune or programme where one is named. */
export async function leavesOf(
  reads: ForecastReads,
  sourceId: string,
  { communeId, programmeId }: Pick<Query, 'communeId' | 'programmeId'>,
): Promise<LeafState[]> {
  const [quotas, expected] = await Promise.all([
    everyRow((page) => reads.leaves(sourceId, communeId ?? null, page)),
    reads.expected(sourceId, communeId ?? null),
  ]);
  const byPlace = new Map(expected.map((leaf) => [`${leaf.communeId}#${leaf.programmeId}`, leaf]));
  return quotas
    .filter((quota) => programmeId === undefined || quota.programmeId === programmeId)
    .map(({ available, reserved, lent, waitingAmount: waiting, ...place }) => ({
      place: { sourceId, programmeId: place.programmeId, communeId: place.communeId },
      ...{ available, reserved, lent, waiting },
      expected: byPlace.get(`${place.communeId}#${place.programmeId}`) ?? {
        programmeId: place.programmeId,
        communeId: place.communeId,
        due: new Map(),
        lent: new Map(),
      },
    }));
}

/** What a leaf expects month by month; of the running month only what is still to come. */
export function expectedOf(
  { place, waiting, expected: { due, lent } }: LeafState,
  assumptions: readonly Assumption[],
  months: readonly string[],
  today: string,
): LeafMonths {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const dueWhere = (isMeant: (month: string) => boolean): Vnd =>
    sumVnd([...due].flatMap(([month, amount]) => (isMeant(month) ? [amount] : [])));
  const overdue = dueWhere((month) => month < first);
  const mean = meanLent(lent, today);
  const used: Assumption[] = [];
  let basis: Demand['basis'] = 'mean-of-12-months';
  const rows = months.map((month, index) => {
    const day = index === 0 ? today : `${month}-01`;
    const principalDue = vnd((due.get(month) ?? 0n) + (index === 0 ? overdue : 0n));
    const share = assumptionFor(assumptions, 'write-off-share', place, day);
    const demand = demandOf(assumptions, place, day, { mean });
    if (index === 0) basis = demand.basis;
    used.push(...demand.records, ...(share === null ? [] : [share]));
    const [lentAlready, waitsNow] = index === 0 ? [lent.get(month) ?? 0n, waiting] : [0n, 0n];
    const asked = demand.amount > lentAlready ? demand.amount - lentAlready : 0n;
    return {
      month,
      principalDue,
      writeOff: writeOffOf(principalDue, share),
      tranches: ZERO_VND,
      demand: vnd(asked > waitsNow ? asked : waitsNow),
    };
  });
  return {
    months: rows,
    overdue,
    dueLater: dueWhere((month) => month > last),
    outstanding: dueWhere(() => true),
    used,
    basis,
  };
}

/** What is still to come by the plans in force, by month; what is late counts now. */
async function tranchesByMonth(
  reads: ForecastReads,
  sourceId: string,
  today: string,
): Promise<Map<string, bigint>> {
  const all = await reads.plans(sourceId);
  const receipts = all.length === 0 ? [] : await reads.receipts(sourceId);
  const asked = { asOf: today, knownOn: null };
  const months = new Map<string, bigint>();
  for (const versions of Map.groupBy(all, ({ planId }) => planId).values()) {
    const plan = planInForce(versions, asked);
    if (plan === null) continue;
    for (const { dueOn, remaining } of planPosition(plan, versions, receipts, asked).tranches) {
      const month = (dueOn < today ? today : dueOn).slice(0, 7);
      if (remaining > 0n) months.set(month, (months.get(month) ?? 0n) + remaining);
    }
  }
  return months;
}
