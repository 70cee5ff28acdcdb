import { canonical } from '#shared/domain/canonical.ts';
import { daysOfMonth } from '#capital/ledger/domain/daily-balances.ts';
import { effectiveDay, existing, expectVersion } from '#shared/application/preconditions.ts';
import { SPLIT_ERRORS } from '#shared/contracts/capital/split/errors.ts';
import { InterestSplitPosted } from '#shared/contracts/capital/split/events.ts';
import type { SPLIT_ROUTES } from '#shared/contracts/capital/split/routes.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf, AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { differenceOf, NOTHING_SPLIT } from '../domain/interest-split.ts';
import { postSplit } from '../domain/post-split.ts';
import type { SplitBook, SplitRun } from './ports.ts';
import { reckonMonth } from './reckon-split.ts';
import type { MonthReads } from './reckon-split.ts';

const refuse = errorsOf(SPLIT_ERRORS);

type Answer = AnswerOf<typeof SPLIT_ROUTES.splitInterest>;

/**
 * Splits the interest of a month that is over, or splits it again after late facts:
 * 1. the caller’s area is the province; read the source, its contract and the last run of the month;
 * 2. reckon the month anew from its daily balances, its interest and the terms of each day, as known now;
 * 3. post what differs from the last run, which may be less than nothing; keep the run with all it found.
 *
 * A run that finds nothing new is no run. Throws `area-not-allowed` (403), `not-found` (404), `version-stale` (409),
 * `effective-day-in-future`, `month-not-over`, `split-terms-missing`, `split-money-spent`,
 * `effective-day-before-last-entry` (422).
 */
export async function splitInterest(
  book: SplitBook,
  reads: MonthReads,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof SPLIT_ROUTES.splitInterest>,
): Promise<Answer> {
  assertReachProvince(caller);
  const { month } = input;
  const effectiveOn = effectiveDay(input.effectiveOn, book.today);
  assertOver(month, effectiveOn);
  const { source: before, contracts, last } = existing(await book.open(sourceId, month), sourceId);
  expectVersion(input.expectedVersion, before.version);
  const reckoning = await reckonMonth(reads, contracts, {
    sourceId,
    openedOn: before.openedOn,
    month,
  });
  const already = last === null ? NOTHING_SPLIT : last.parts;
  const difference = differenceOf(reckoning.parts, already);
  const answer = (status: Answer['status'], version: number, run: number): Answer => ({
    id: sourceId,
    version,
    status,
    month,
    run,
    collected: reckoning.collected,
    averagePerforming: reckoning.averagePerforming,
    parts: reckoning.parts,
    difference,
  });
  if (last !== null && canonical({ ...last, ...reckoning }) === canonical(last)) {
    return book.pass(answer('unchanged', before.version, last.run));
  }
  const { source, postings } = postSplit(before, difference, effectiveOn);
  const run: SplitRun = {
    month,
    run: (last?.run ?? 0) + 1,
    effectiveOn,
    recordedAt: book.now,
    recordedBy: caller.id,
    difference,
    postings: [...postings],
    ...reckoning,
  };
  const status = run.postings.length === 0 ? 'nothing-to-post' : 'posted';
  return book.keep({
    sourceId,
    run,
    entry:
      status === 'posted'
        ? {
            source,
            line: { sourceId, programmeId: null, communeId: null, loanId: null, postings: run.postings },
            draft: draftEvent({
              event: InterestSplitPosted,
              subject: sourceId,
              aggregateVersion: source.version,
              communeId: null,
              effectiveOn,
              data: {
                sourceId,
                month,
                run: run.run,
                collected: run.collected,
                parts: run.parts,
                difference: run.difference,
                postings: run.postings,
              },
            }),
          }
        : null,
    answer: answer(status, source.version, run.run),
  });
}

/** Throws `month-not-over` (422): the day the split counts for lies behind the month, so that no fact of it is to come. */
function assertOver(month: string, effectiveOn: string): void {
  const lastDay = daysOfMonth(month).at(-1) ?? '';
  if (effectiveOn <= lastDay) throw refuse('month-not-over', { month, lastDay, effectiveOn });
}
