import { driverOf } from '#test/support/service-driver.ts';
import { capitalFunctions } from '#test/support/service-handlers.ts';
import type { Input } from '#test/support/service-driver.ts';
import type { MoneyEvent } from '#capital/ledger/application/project-totals.ts';
import { MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import type { Envelope } from '#shared/contracts/event.ts';
import type { Route } from '#shared/contracts/route.ts';
import { addDays } from '#shared/domain/business-day.ts';
import { memoryTable } from '#test/support/memory/memory-table.ts';
import { foundLedger } from './found-ledger.ts';
import { actOn, BEGIN, DAYS, LongLedger } from './long-ledger.ts';
import type { Place } from './long-ledger.ts';
import { meteredTable } from './metered-table.ts';
import type { Cost, MeteredTable } from './metered-table.ts';

type Costs = Readonly<Record<string, Cost>>;

export interface LedgerCosts {
  readonly costs: Costs;
  /** What the same questions about the first years cost when five of the ten years were over. */
  readonly atHalf: Costs;
}

const LEAVES = 54;

const MONEY = new Set<string>(MONEY_EVENTS.map(({ type }) => type));

const SOURCE = { sourceId: 'src-long' };

/** Costs of acts and answers on a ledger of so many postings. */
export async function costsOf(postings: number): Promise<LedgerCosts> {
  const waiting: MoneyEvent[] = [];
  const take = (event: Envelope | undefined): void => {
    if (event !== undefined && MONEY.has(event.type)) waiting.push(event as unknown as MoneyEvent);
  };
  const table = memoryTable((item) => {
    take(item['event'] as Envelope | undefined);
  });
  const places = await foundLedger(table, SOURCE.sourceId, LEAVES);
  const ledger = new LongLedger(table, places, waiting);
  const metered = meteredTable(table, () => undefined);
  const half = DAYS / 2;
  await ledger.play(Math.floor(postings / 2), { from: 0, to: half });
  const atHalf = await answers(metered, places[0], addDays(BEGIN, half));
  await ledger.play(Math.ceil(postings / 2), { from: half, to: DAYS });
  const on = addDays(BEGIN, DAYS);
  const posting = await metered.measure(() => ledger.on(metered).one(on));
  const projecting = await metered.measure(() => ledger.on(metered).project(on));
  return {
    costs: {
      'a posting': posting.cost,
      'the same in balances over time': projecting.cost,
      ...(await answers(metered, places[0], on)),
    },
    atHalf,
  };
}

/** What is asked: of the first years, on both time axes, of a leaf and of the whole source. */
async function answers(
  table: MeteredTable,
  place: Place | undefined,
  today: ReturnType<typeof addDays>,
): Promise<Costs> {
  const drive = driverOf(capitalFunctions(table));
  const costs: Record<string, Cost> = {};
  const ask = async (work: string, route: Route, params: object, query: object): Promise<void> => {
    const input = { params, query, act: actOn(today) } as Input<Route>;
    const { cost } = await table.measure(() => drive(route, input));
    costs[work] = cost;
  };
  const { getTrialBalance, getLeafTrialBalance, getStatement, getLeafStatement } = CAPITAL_ROUTES;
  const asOf = { asOf: '2018-06-15' };
  const month = { account: 'loans', from: '2018-06-01', to: '2018-06-30' };
  const known = { knownOn: '2019-03-10T10:00:00.000Z' };
  await ask('balance of a leaf as of a past day', getLeafTrialBalance, place ?? {}, asOf);
  await ask('balance of a source as of a past day', getTrialBalance, SOURCE, asOf);
  await ask('the same as known on a past instant', getTrialBalance, SOURCE, { ...asOf, ...known });
  await ask('statement of a leaf over a month', getLeafStatement, place ?? {}, month);
  await ask('statement of a source over a month', getStatement, SOURCE, month);
  await ask('the same as known on that instant', getStatement, SOURCE, { ...month, ...known });
  return costs;
}
