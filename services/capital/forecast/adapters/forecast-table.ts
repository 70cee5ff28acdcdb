import * as z from 'zod/mini';
import { openFundReads } from '#capital/funds/adapters/fund-reads.ts';
import { knownFigures, openFigureReads } from '#capital/indicators/adapters/figure-table.ts';
import { openBookReads } from '#capital/ledger/adapters/book-reads.ts';
import { HEAD } from '#capital/ledger/adapters/capital-table.ts';
import { ForecastAssumptionSchema } from '#shared/contracts/capital/forecast/views.ts';
import { instalmentsOf, scheduleOf, ScheduleSchema } from '#shared/contracts/lending/loans/schedule.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { getItem, queryAll } from '#shared/data/read.ts';
import { listReferences } from '#shared/data/reference.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { addToItem, createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import type { ForecastBook, ForecastReads, LeafExpected } from '../application/ports.ts';
import { UNKNOWN_LOAN } from '../domain/expected-principal.ts';
import type { ByMonth, ExpectedLoan, LeafChange } from '../domain/expected-principal.ts';

/**
 * | item                   | pk              | sk                 | attributes                                      |
 * | what a loan will bring | EXPECTED#loan   | HEAD               | disbursement, position, freeze                  |
 * | what a leaf expects    | FORECAST#source | commune#programme  | due-YYYY-MM, lent-YYYY-MM: sums over its loans  |
 *
 * An event writes its loan and adds to its leaf; sums of a source are made when they are asked for, so that loans of
 * different leaves never meet on one item. A forecast is one query over the leaves of a source.
 */
const loanKey = (loanId: string): Key => ({ pk: `EXPECTED#${loanId}`, sk: HEAD });

const forecastPartition = (sourceId: string): string => `FORECAST#${sourceId}`;

/** Programmes × communes, with room for programmes to come. */
const LEAVES_BOUND = 5000;

const LoanItemSchema = z.object({
  version: z.int(),
  lent: z.nullable(
    z.object({
      leaf: z.object({ sourceId: z.string(), programmeId: z.string(), communeId: z.string() }),
      on: z.pipe(z.string(), z.transform(businessDay)),
      amount: StoredVndSchema,
      /** In runs of equal instalments: the item does not grow with the term. */
      schedule: ScheduleSchema,
    }),
  ),
  position: z.nullable(z.object({ version: z.int(), outstanding: StoredVndSchema })),
  frozen: z.nullable(z.object({ version: z.int(), until: z.string() })),
});

export function openForecastBook(table: Table, act: Act): ForecastBook {
  return {
    loan: async (loanId) => {
      const item = await getItem(table, loanKey(loanId), LoanItemSchema, 'strong');
      return item === null
        ? { version: 0, loan: UNKNOWN_LOAN }
        : { version: item.version, loan: loanOf(item) };
    },
    keep: async (loanId, { read, loan, leaf }) => {
      const item = { ...loanKey(loanId), ...itemOf(loan), version: read.version + 1 };
      const writes: Write[] = [read.version === 0 ? createItem(item) : replaceItem(item, read.version)];
      if (leaf !== null) writes.push(addToLeaf(leaf));
      await commit(table, act, { writes, facts: [], answer: null });
    },
  };
}

function loanOf({ lent, position, frozen }: z.infer<typeof LoanItemSchema>): ExpectedLoan {
  if (lent === null) return { lent, position, frozen };
  const { schedule, ...disbursed } = lent;
  return { lent: { ...disbursed, instalments: instalmentsOf(schedule) }, position, frozen };
}

function itemOf({ lent, position, frozen }: ExpectedLoan) {
  if (lent === null) return { lent, position, frozen };
  const { instalments, ...disbursed } = lent;
  const schedule = z.encode(ScheduleSchema, scheduleOf(disbursed.on, instalments));
  return { lent: { ...disbursed, schedule }, position, frozen };
}

function addToLeaf({ leaf: { sourceId, programmeId, communeId }, due, lent }: LeafChange): Write {
  const named = (name: string, amounts: ByMonth) =>
    [...amounts].map(([month, amount]) => [`${name}-${month}`, amount] as const);
  return addToItem(
    { pk: forecastPartition(sourceId), sk: `${communeId}#${programmeId}` },
    Object.fromEntries([...named('due', due), ...named('lent', lent)]),
  );
}

const LeafItemSchema = z.record(z.string(), z.unknown());

const ASSUMPTION = 'forecast-assumption';

/** What is kept of an assumption, for both directions. */
export const ASSUMPTION_FIGURES = { [ASSUMPTION]: ForecastAssumptionSchema };

export function openForecastReads(table: Table): ForecastReads {
  const { source, leaves } = openBookReads(table);
  const { plans, receipts } = openFundReads(table);
  const { rowsAfter, rowToken } = openFigureReads(table);
  return {
    ...{ source, leaves, plans, receipts, rowsAfter, rowToken },
    expected: async (sourceId, communeId) => {
      const items = await queryAll(table, LeafItemSchema, {
        partition: forecastPartition(sourceId),
        ...(communeId === null ? {} : { prefix: `${communeId}#` }),
        bound: LEAVES_BOUND,
      });
      return items.map(leafOf);
    },
    assumptions: () => knownFigures(table, ASSUMPTION, ForecastAssumptionSchema, null),
    assumptionPage: (page) => listReferences(table, ASSUMPTION, ForecastAssumptionSchema, page),
  };
}

function leafOf(item: z.infer<typeof LeafItemSchema>): LeafExpected {
  const [communeId = '', programmeId = ''] = String(item['sk']).split('#');
  const months = (name: string): ByMonth =>
    new Map(
      Object.entries(item).flatMap(([attribute, amount]) =>
        attribute.startsWith(`${name}-`)
          ? [[attribute.slice(name.length + 1), z.parse(StoredVndSchema, amount)] as const]
          : [],
      ),
    );
  return { programmeId, communeId, due: months('due'), lent: months('lent') };
}
