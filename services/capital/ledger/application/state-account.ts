import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { knownUpTo } from '#shared/application/known-on.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { LEDGER_ROUTES } from '#shared/contracts/capital/ledger/routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { daysBetween } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { assertReach, assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { LEAF_ACCOUNTS, SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import type { Account } from '#shared/domain/words/account.ts';
import { sumVnd } from '#shared/domain/vnd.ts';
import type { BookId } from '../domain/book.ts';
import { addTurnovers, statementOf, trialRowsOf } from '../domain/totals.ts';
import type { BookReads } from './ports.ts';

const refuse = errorsOf(LEDGER_ERRORS);

/** A year and a day: what a statement shows at once. */
const LONGEST_STATEMENT_DAYS = 366;

interface StatementRange {
  readonly account: Account;
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly knownOn?: string | undefined;
}

/**
 * The statement of an account of a source or leaf between two days, as known on an instant, or as known now.
 * Reads months and days, never entries of days that are over, so its cost does not grow with history.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `known-on-in-future`, `statement-range-refused` (422).
 */
export async function stateAccount(
  reads: BookReads,
  caller: Caller,
  book: BookId,
  { account, from, to, ...range }: StatementRange,
  now: string,
): Promise<AnswerOf<typeof LEDGER_ROUTES.getStatement>> {
  const knownOn = knownUpTo(range.knownOn, now);
  if (from > to || daysBetween(from, to) >= LONGEST_STATEMENT_DAYS) {
    throw refuse('statement-range-refused', { from, to, mostDays: String(LONGEST_STATEMENT_DAYS) });
  }
  await assertBook(reads, caller, book);
  const moved = await reads.moved(book, { from, to, knownOn });
  const { opening, days, closing } = statementOf(account, moved, from);
  return {
    sourceId: book.sourceId,
    account,
    from,
    to,
    knownOn,
    opening,
    days,
    closing,
  };
}

/**
 * Balance of every account of a source, or of a leaf, as of a day and as known on an instant; both sums of a
 * source are equal because each act posts a balanced set.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `known-on-in-future` (422).
 */
export async function trialBalance(
  reads: BookReads,
  caller: Caller,
  book: BookId,
  asked: { readonly asOf: string; readonly knownOn?: string | undefined },
  now: string,
): Promise<AnswerOf<typeof LEDGER_ROUTES.getTrialBalance>> {
  const { asOf } = asked;
  const knownOn = knownUpTo(asked.knownOn, now);
  await assertBook(reads, caller, book, asOf);
  const moved = await reads.moved(book, { from: asOf, to: asOf, knownOn });
  const held: ReadonlySet<Account> = new Set(
    book.leaf === null ? [...SOURCE_ACCOUNTS, ...LEAF_ACCOUNTS] : LEAF_ACCOUNTS,
  );
  const balances = addTurnovers(moved.map(({ turnover }) => turnover));
  const rows = trialRowsOf(balances).filter(({ account }) => held.has(account));
  return {
    sourceId: book.sourceId,
    asOf,
    knownOn,
    rows,
    totalDebit: sumVnd(rows.map(({ debit }) => debit)),
    totalCredit: sumVnd(rows.map(({ credit }) => credit)),
  };
}

async function assertBook(
  reads: BookReads,
  caller: Caller,
  { sourceId, leaf }: BookId,
  openBy?: string,
): Promise<void> {
  if (leaf === null) assertReachProvince(caller);
  else assertReach(caller, leaf.communeId);
  const source = existing(await reads.source(sourceId), sourceId);
  existing(openBy !== undefined && source.openedOn > openBy ? null : source, sourceId);
}
