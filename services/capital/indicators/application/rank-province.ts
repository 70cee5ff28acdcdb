import { inTurn } from '#shared/application/in-turn.ts';
import { PROVINCE_ID } from '#shared/domain/areas.ts';
import { addTerms } from '../domain/indicators.ts';
import { rankProvinces } from '../domain/national-rank.ts';
import type { RankedProvince } from '../domain/national-rank.ts';
import { booksOf } from './figure-scope.ts';
import type { FigureReads, NationalTable } from './ports.ts';
import { termsOfBook, termsView } from './reckon-indicator.ts';
import type { ReckonedValue } from './reckon-indicator.ts';

const UNKNOWN: ReckonedValue = {
  base: null,
  value: null,
  numerator: null,
  denominator: null,
  terms: [],
  missing: ['national-table'],
  table: null,
};

/**
 * The place of the province in the newest national table not after the day, with what the table says of it and how
 * far that is from what the ledger says as of the day of the table.
 */
export async function rankOfProvince(
  reads: FigureReads,
  asOf: string,
  knownOn: string | null,
): Promise<ReckonedValue> {
  const table = await reads.nationalTableBefore(asOf, knownOn);
  const own = table === null ? undefined : ranked(table).find(({ provinceId }) => provinceId === PROVINCE_ID);
  if (table === null || own === undefined) return UNKNOWN;
  const books = await booksOf(reads, {}, { byLeaf: false, knownOn });
  const asked = { asOf: table.asOf, base: null, knownOn };
  const found = await inTurn(books, (book) => termsOfBook(reads, 'cap-01', book, asked, []));
  const { 'local-fund': fund = 0n } = addTerms(found.map((one) => one?.terms ?? {}));
  return {
    ...UNKNOWN,
    value: BigInt(own.rank),
    terms: termsView({
      'table-fund': own.entrustedCapital,
      'local-fund': fund,
      'table-difference': own.entrustedCapital - fund,
    }),
    missing: [],
    table: {
      asOf: table.asOf,
      provinces: table.rows.length,
      source: table.source,
      confidence: table.confidence,
    },
  };
}

export function ranked(table: NationalTable): RankedProvince[] {
  return rankProvinces(table.rows);
}
