import type { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import { changesOf } from '#capital/ledger/domain/accounts.ts';
import { chainName } from '#capital/ledger/domain/book.ts';
import { addTurnovers } from '#capital/ledger/domain/totals.ts';
import { inTurn } from '#shared/application/in-turn.ts';
import { knownUpTo } from '#shared/application/known-on.ts';
import type { IndicatorId } from '#shared/contracts/capital/indicators/catalogue.ts';
import { FIGURE_ERRORS } from '#shared/contracts/capital/indicators/errors.ts';
import type { QueryOf, AnswerOf } from '#shared/contracts/route.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { fundTerms } from '../domain/indicators.ts';
import type { LedgerIndicator, TermName } from '../domain/indicators.ts';
import { assertNarrowing, assertReachFigures, booksOf, isFundIndicator } from './figure-scope.ts';
import type { FigureBookId } from './figure-scope.ts';
import type { FigureReads, SourceEntry } from './ports.ts';
import { ranked } from './rank-province.ts';
import { baseOf, ratesFor, termsOfBook, termsView } from './reckon-indicator.ts';
import type { Asked } from './reckon-indicator.ts';
import type { Now } from './value-indicator.ts';

type Rows = AnswerOf<typeof INDICATOR_ROUTES.listIndicatorRows>;

type Row = Rows['items'][number];

type Query = QueryOf<typeof INDICATOR_ROUTES.listIndicatorRows>;

const refuse = errorsOf(FIGURE_ERRORS);

const DEFAULT_LIMIT = 20;

/** Books read ahead of the rows asked for; some of them may not have been known. */
const READ_AHEAD = 8;

const NOTHING: Row = {
  sourceId: null,
  investorId: null,
  capitalKind: null,
  programmeId: null,
  communeId: null,
  province: null,
  entry: null,
  terms: [],
};

/**
 * The rows beneath an indicator, whose terms add up to those of the value: each source, each entry that changed the
 * fund of one, each quota of a source or commune, or each province of the national table. A source or quota of which
 * nothing was known on the instant is no row, so a page asked again later is the same.
 *
 * Throws `input-malformed` (400) for a made-up page token, `area-not-allowed` (403), `known-on-in-future`,
 * `indicator-filter-refused`, `series-range-refused` (422).
 */
export async function listIndicatorRows(
  reads: FigureReads,
  caller: Caller,
  indicatorId: IndicatorId,
  { asOf: day, knownOn: instant, base: given, by, cursor, limit, ...narrowing }: Query,
  { now, today }: Now,
): Promise<Rows> {
  assertNarrowing(indicatorId, narrowing);
  assertReachFigures(caller, narrowing);
  const asOf = day ?? today;
  const knownOn = knownUpTo(instant, now);
  const page: PageAsked = {
    list: indicatorId,
    after: cursor === undefined ? null : reads.rowsAfter(indicatorId, cursor),
    limit: limit === undefined ? DEFAULT_LIMIT : Number(limit),
  };
  const rowKind = by ?? usualRows(indicatorId, narrowing.communeId !== undefined);
  if (indicatorId === 'cap-05') {
    if (by !== undefined) throw refuse('indicator-filter-refused', { indicatorId, filter: 'by' });
    return pageOfRows(reads, await provinceRows(reads, asOf, knownOn), page);
  }
  const asked: Asked = { asOf, base: baseOf(indicatorId, asOf, given), knownOn };
  assertRows(indicatorId, rowKind, narrowing);
  const books = await booksOf(reads, narrowing, { byLeaf: rowKind === 'quota', knownOn });
  if (rowKind === 'decision')
    return pageOfRows(reads, await decisionRows(reads, indicatorId, books, asked), page);
  return pageOfBooks(reads, indicatorId, books, asked, page);
}

type RowKind = 'source' | 'decision' | 'quota';

function usualRows(indicatorId: IndicatorId, isOfCommune: boolean): RowKind {
  return isOfCommune || indicatorId === 'plan-result' ? 'quota' : 'source';
}

function assertRows(
  indicatorId: LedgerIndicator,
  kind: RowKind,
  {
    sourceId,
    communeId,
  }: { readonly sourceId?: string | undefined; readonly communeId?: string | undefined },
): void {
  const isFund = isFundIndicator(indicatorId);
  const fits = {
    source: communeId === undefined,
    decision: isFund && indicatorId !== 'growth-share' && sourceId !== undefined,
    quota: !isFund && (sourceId !== undefined || communeId !== undefined),
  };
  if (!fits[kind]) throw refuse('indicator-filter-refused', { indicatorId, filter: `by=${kind}` });
}

interface Keyed {
  readonly key: string;
  readonly row: Row;
}

interface PageAsked {
  readonly list: IndicatorId;
  readonly after: string | null;
  readonly limit: number;
}

/** Rows that are all at hand, cut into pages by their keys. */
function pageOfRows(reads: FigureReads, rows: readonly Keyed[], { list, after, limit }: PageAsked): Rows {
  const rest = rows.filter(({ key }) => after === null || key > after);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ row }) => row),
    next: rest.length > limit && last ? reads.rowToken(list, last.key) : null,
  };
}

async function pageOfBooks(
  reads: FigureReads,
  indicator: LedgerIndicator,
  books: readonly FigureBookId[],
  asked: Asked,
  page: PageAsked,
): Promise<Rows> {
  const rates = await ratesFor(reads, indicator, asked.knownOn);
  const rest = books
    .map((book) => ({ key: chainName(book.book), ...book }))
    .filter(({ key }) => page.after === null || key > page.after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const rows: Keyed[] = [];
  // One more than asked for tells whether another page follows.
  for (let from = 0; from < rest.length && rows.length <= page.limit; from += READ_AHEAD) {
    const found = await inTurn(rest.slice(from, from + READ_AHEAD), async (one): Promise<Keyed[]> => {
      const { key, source, book } = one;
      const reckoned = await termsOfBook(reads, indicator, one, asked, rates);
      if (reckoned === null) return [];
      const { sourceId, investorId, kind: capitalKind } = source;
      const row = { ...NOTHING, sourceId, investorId, capitalKind, terms: termsView(reckoned.terms) };
      return [{ key, row: { ...row, ...book.leaf } }];
    });
    rows.push(...found.flat());
  }
  return pageOfRows(reads, rows, { ...page, after: null });
}

async function provinceRows(reads: FigureReads, asOf: string, knownOn: string | null): Promise<Keyed[]> {
  const table = await reads.nationalTableBefore(asOf, knownOn);
  return (table === null ? [] : ranked(table)).map(({ provinceId, name, rank, entrustedCapital }, index) => ({
    key: index.toString().padStart(4, '0'),
    row: {
      ...NOTHING,
      province: { provinceId, name, rank },
      terms: termsView({ 'table-fund': entrustedCapital }),
    },
  }));
}

/** What each entry of a source changed its fund by, and in one more row what its leaves changed, such as write-offs. */
async function decisionRows(
  reads: FigureReads,
  indicator: LedgerIndicator,
  books: readonly FigureBookId[],
  asked: Asked,
): Promise<Keyed[]> {
  const [one] = books;
  if (one === undefined || !isFundIndicator(indicator)) return [];
  const reckoned = await termsOfBook(reads, indicator, one, asked, []);
  if (reckoned === null) return [];
  const { sourceId, investorId, kind: capitalKind } = one.source;
  const source = { ...NOTHING, sourceId, investorId, capitalKind };
  const entries = await reads.entriesOfSource(sourceId, asked.asOf);
  const left = new Map(Object.entries(reckoned.terms) as [TermName, bigint][]);
  const rows = entries.flatMap((entry): Keyed[] => {
    if (asked.knownOn !== null && entry.recordedAt > asked.knownOn) return [];
    const change = addTurnovers([Object.fromEntries(changesOf(entry.postings))]);
    const atBase = asked.base !== null && entry.effectiveOn <= asked.base ? change : null;
    const terms = fundTerms(indicator, one.isLocal, change, atBase);
    const moved = (Object.entries(terms) as [TermName, bigint][]).filter(([, amount]) => amount !== 0n);
    if (moved.length === 0) return [];
    for (const [name, amount] of moved) left.set(name, (left.get(name) ?? 0n) - amount);
    return [{ key: keyOf(entry), row: { ...source, entry: entryShown(entry), terms: termsView(terms) } }];
  });
  if ([...left.values()].every((amount) => amount === 0n)) return rows;
  return [...rows, { key: '~', row: { ...source, terms: termsView(Object.fromEntries(left)) } }];
}

const keyOf = ({ effectiveOn, version }: SourceEntry): string =>
  `${effectiveOn}#${version.toString().padStart(8, '0')}`;

function entryShown(entry: SourceEntry): Row['entry'] {
  const { type, effectiveOn, recordedAt, version, decision, document } = entry;
  return { type, effectiveOn, recordedAt, version, decision, document };
}
