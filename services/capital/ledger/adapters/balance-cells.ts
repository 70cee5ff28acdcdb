import * as z from 'zod/mini';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { getItem, queryAll, queryPage } from '#shared/data/read.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { addToItem, createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import type { BookId } from '../domain/book.ts';
import type { DatedTurnover, Turnover } from '../domain/totals.ts';
import { cellsPartition } from './capital-table.ts';
import { TurnoverItemSchema } from './stored-balances.ts';

/**
 * Balances on both time axes. What moved in a book is kept in cells of one partition:
 *
 * | sort key                   | what moved …                                                  | written           |
 * | D#recorded day#day         | on a business day, by entries recorded on one day             | with each entry   |
 * | E#day#recorded month       | on a business day, by entries recorded in one month           | by the nightly fold |
 * | M#month#recorded month     | in a business month, by entries recorded in one month         | by the nightly fold |
 * | M                          | how far the fold has come: the last D cell that is in E and M |                   |
 *
 * A balance as of a day and as known on a day is then: months before (M), days of the month (E), both recorded in
 * months that are over, and the D cells of the recorded month itself. It reads months, not entries.
 */
export const dayCell = (book: BookId, recordedOn: string, effectiveOn: string): Key => ({
  pk: cellsPartition(book),
  sk: `D#${recordedOn}#${effectiveOn}`,
});

/** Sorts just before the month cells, so that one query brings both. */
const FOLD = 'M';

/** Cells folded in one transaction: each is at most two writes, and a transaction takes a hundred. */
const FOLDED_AT_ONCE = 40;

/** A hundred years of months, each with late entries of a few others. */
const MONTHS_BOUND = 6000;

/** Days asked for, recorded in their own month and in a few later ones. */
const DAYS_BOUND = 6000;

const FIRST_DAY = '0000-01-01';

const FoldSchema = z.object({ version: z.int(), through: z.string() });

type Fold = z.infer<typeof FoldSchema>;

const CellSchema = z.extend(TurnoverItemSchema, { sk: z.string() });

/** A month cell, or the mark of the fold. */
const MonthSchema = z.extend(CellSchema, { through: z.optional(z.string()) });

export const foldKey = (book: BookId): Key => ({ pk: cellsPartition(book), sk: FOLD });

export function readFold(table: Table, book: BookId): Promise<Fold | null> {
  return getItem(table, foldKey(book), FoldSchema, 'strong');
}

/** What an entry adds to its book; one that comes after its recorded day was folded is folded at once. */
export function addToCells(
  book: BookId,
  entry: { readonly recordedOn: string; readonly effectiveOn: string; readonly changes: Changes },
  late: { readonly fold: Fold | null } | null,
): Write[] {
  const cell = dayCell(book, entry.recordedOn, entry.effectiveOn);
  const writes = [addToItem(cell, entry.changes)];
  if (late === null) return writes;
  const { fold } = late;
  // The fold may not pass while this is decided: both write the same marker.
  writes.push(moveFold(book, fold, fold?.through ?? ''));
  if (fold !== null && cell.sk <= fold.through)
    writes.push(...foldedWrites(book, [[cell.sk, entry.changes]]));
  return writes;
}

type Changes = Readonly<Record<string, bigint>>;

function moveFold(book: BookId, fold: Fold | null, through: string): Write {
  const item = { ...foldKey(book), version: (fold?.version ?? 0) + 1, through };
  return fold === null ? createItem(item) : replaceItem(item, fold.version);
}

function foldedWrites(book: BookId, cells: readonly (readonly [string, Changes])[]): Write[] {
  const sums = new Map<string, Record<string, bigint>>();
  for (const [sk, changes] of cells) {
    const [, recordedOn = '', effectiveOn = ''] = sk.split('#');
    const recordedMonth = recordedOn.slice(0, 7);
    for (const key of [
      `E#${effectiveOn}#${recordedMonth}`,
      `M#${effectiveOn.slice(0, 7)}#${recordedMonth}`,
    ]) {
      const sum = sums.get(key) ?? {};
      for (const [account, change] of Object.entries(changes)) sum[account] = (sum[account] ?? 0n) + change;
      sums.set(key, sum);
    }
  }
  return [...sums].map(([sk, sum]) => addToItem({ pk: cellsPartition(book), sk }, sum));
}

/** Folds every cell recorded up to and including a day that is over. Begun again, it goes on where it stopped. */
export async function foldBook(table: Table, act: Act, book: BookId, day: string): Promise<void> {
  const end = `D#${day}#~`;
  for (;;) {
    const fold = await readFold(table, book);
    if (fold !== null && fold.through >= end) return;
    const page = await queryPage(table, CellSchema, {
      partition: cellsPartition(book),
      between: [`${fold?.through ?? 'D#'} `, end],
      limit: FOLDED_AT_ONCE,
      consistency: 'strong',
    });
    const through = page.next === null ? end : (page.items.at(-1)?.sk ?? end);
    await commit(table, act, {
      writes: [
        moveFold(book, fold, through),
        ...foldedWrites(
          book,
          page.items.map(({ sk, ...turnover }) => [sk, changesIn(turnover)]),
        ),
      ],
      facts: [],
      answer: null,
    });
  }
}

function changesIn(turnover: Turnover): Changes {
  return Object.fromEntries(
    Object.entries(turnover).flatMap(([account, change]) =>
      change === undefined ? [] : [[account, change]],
    ),
  );
}

export interface CellRange {
  /** Days from this one's month on are told apart; what was before comes by months. */
  readonly from: string;
  readonly to: string;
  /** Only what was recorded before this day; null takes everything. */
  readonly recordedBefore: string | null;
}

/** What moved in a book up to a day, by month and from the month of `from` on by day. */
export async function readCells(table: Table, book: BookId, range: CellRange): Promise<DatedTurnover[]> {
  const limit = range.recordedBefore ?? '9999-12-31';
  const month = range.from.slice(0, 7);
  const partition = cellsPartition(book);
  const query = (from: string, to: string, bound: number) =>
    queryAll(table, CellSchema, { partition, between: [from, to], bound });
  const rows = await queryAll(table, MonthSchema, {
    partition,
    between: [FOLD, `M#${month}`],
    bound: MONTHS_BOUND,
  });
  const months = rows.filter(({ sk }) => sk !== FOLD);
  const through = rows.find(({ sk }) => sk === FOLD)?.through ?? '';
  const folded = (through.split('#')[1] ?? '') || FIRST_DAY;
  // Months before this one are whole in E and M; from it on the D cells are read.
  const openMonth = (folded < limit ? folded : limit).slice(0, 7);
  const [days, open] = await Promise.all([
    query(`E#${month}`, `E#${range.to}#~`, DAYS_BOUND),
    query(`D#${openMonth}`, `D#${limit}`, DAYS_BOUND),
  ]);
  return [
    ...[...months, ...days].flatMap(({ sk, ...turnover }) => {
      const [, effectiveOn = '', recordedIn = ''] = sk.split('#');
      return recordedIn < openMonth ? [{ effectiveOn, turnover }] : [];
    }),
    ...open.flatMap(({ sk, ...turnover }) => {
      const [, , effectiveOn = ''] = sk.split('#');
      return effectiveOn <= range.to ? [{ effectiveOn, turnover }] : [];
    }),
  ];
}
