import { inTurn } from '#shared/application/in-turn.ts';
import { existing } from '#shared/application/preconditions.ts';
import {
  OpeningReversalApproved,
  OpeningReversalProposed,
  OpeningReversalRejected,
  OpeningReversalUndone,
  OpeningReversalWithdrawn,
} from '#shared/contracts/capital/opening/events.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { openingStatus } from '../domain/opening-balances.ts';
import type { OpeningBalances, OpeningReversal } from '../domain/opening-balances.ts';
import {
  assertUntouched,
  decideReversal,
  proposeReversal,
  stepToTakeBack,
  takeBack,
} from '../domain/opening-reversal.ts';
import type { TakenBack } from '../domain/opening-reversal.ts';
import { answerOf, dataOf, subjectOf } from './decide-opening.ts';
import type { KeptOpening, NamedOpening, OpeningBook } from './ports.ts';
import { lineReversals, ownReversal } from './reversal-entries.ts';

/**
 * Proposes to take opening balances back; the ledger stays as it is. Throws `area-not-allowed` (403), `not-found` (404),
 * `opening-balances-not-standing` (409).
 */
export async function proposeOpeningReversal(
  book: OpeningBook,
  caller: Caller,
  named: NamedOpening,
  reason: string,
): Promise<Accepted> {
  assertReachProvince(caller);
  const found = await book.open(named);
  const made = { proposedBy: caller.id, proposedAt: book.now, reason };
  const opening = proposeReversal(existing(found.opening, named.openingId), made);
  return book.keep({
    opening,
    draft: draftEvent({
      event: OpeningReversalProposed,
      ...subjectOf(opening, book),
      data: { ...dataOf(opening), reason },
    }),
    answer: answerOf(opening),
  });
}

/**
 * Approves the reversal of opening balances:
 * 1. read the source, the balances and all their lines; another person decides;
 * 2. everything the balances brought is still where they put it, or each amount that is not is named;
 * 3. take the last lines back with the approval, as one transaction, the other way round and for today;
 * 4. the other lines follow on the event, and the source takes no other act until the first of them is back.
 *
 * Throws `area-not-allowed`, `maker-may-not-decide` (403), `not-found` (404), `proposal-not-pending` (409),
 * `opening-balances-in-use` (422).
 */
export async function approveOpeningReversal(
  book: OpeningBook,
  caller: Caller,
  named: NamedOpening,
  remark: string | null,
): Promise<Accepted> {
  assertReachProvince(caller);
  const { source, opening, reversal } = await openReversal(book, named);
  const decided: Decided = { outcome: 'approved', by: caller.id, at: book.now, reason: remark };
  const approved = decideReversal(opening, reversal, decided, book.today);
  const numbers = Array.from({ length: stepToTakeBack(approved) + 1 }, (_, number) => number);
  const steps = await inTurn(numbers, (number) => book.step(approved, number));
  assertUntouched(source, approved, steps);
  const last = existing(steps.at(-1) ?? null, named.openingId);
  const taken = takeBack(source, approved, last);
  return book.keep({
    ...postedBy(taken, source.version),
    draft: draftEvent({
      event: OpeningReversalApproved,
      ...subjectOf(taken.opening, book),
      data: {
        ...dataOf(taken.opening),
        fund: opening.controlTotals.fund,
        reason: reversal.reason,
        proposedBy: reversal.proposedBy,
        isApplied: openingStatus(taken.opening) === 'reversed',
      },
    }),
    answer: answerOf(taken.opening),
  });
}

/** Rejects the reversal or withdraws it. Throws `only-maker-may-withdraw` (403) and as approving does. */
export async function closeOpeningReversal(
  book: OpeningBook,
  caller: Caller,
  named: NamedOpening,
  decision: { readonly outcome: 'rejected' | 'withdrawn'; readonly reason: string },
): Promise<Accepted> {
  assertReachProvince(caller);
  const found = await openReversal(book, named);
  const decided: Decided = { ...decision, by: caller.id, at: book.now };
  const opening = decideReversal(found.opening, found.reversal, decided, book.today);
  return book.keep({ opening, draft: closingDraft(opening, decision, book), answer: answerOf(opening) });
}

/**
 * Takes the next lines of an approved reversal back, with where to go on, as one transaction; true while there are
 * more. When a line no longer has what it brought, everything is put back, which goes on as taking in does.
 */
export async function takeBackNext(book: OpeningBook, named: NamedOpening): Promise<boolean> {
  const found = await book.open(named);
  const before = existing(found.opening, named.openingId);
  if (openingStatus(before) !== 'taking-back') return false;
  const source = existing(found.source, named.sourceId);
  const step = await book.step(before, stepToTakeBack(before));
  const taken = takeBack(source, { ...before, version: before.version + 1 }, step);
  const by = before.reversal?.decided?.by;
  await book.keep({
    ...postedBy(taken, source.version),
    draft: undoneDraft(taken.opening, book),
    ...(by === undefined ? {} : { by }),
    answer: null,
  });
  return openingStatus(taken.opening) === 'taking-back';
}

async function openReversal(book: OpeningBook, named: NamedOpening) {
  const found = await book.open(named);
  const opening = existing(found.opening, named.openingId);
  const reversal = existing(opening.reversal, named.openingId);
  return { source: existing(found.source, named.sourceId), opening, reversal };
}

function postedBy(taken: TakenBack, read: number): Pick<KeptOpening<unknown>, 'opening' | 'posted'> {
  const { opening, source } = taken;
  const { reversal } = opening;
  if (taken.taken.length === 0 || !isApproved(reversal)) return { opening };
  const own = ownReversal(taken, reversal);
  return { opening, posted: { source, read, own, leaves: lineReversals(taken, reversal) } };
}

function isApproved(
  reversal: OpeningReversal | null,
): reversal is OpeningReversal & { readonly effectiveOn: string } {
  return reversal !== null && reversal.effectiveOn !== null;
}

function undoneDraft(opening: OpeningBalances, book: OpeningBook): EventDraft | null {
  const failedLines = opening.reversal?.failedLines ?? [];
  if (failedLines.length === 0) return null;
  return draftEvent({
    event: OpeningReversalUndone,
    ...subjectOf(opening, book),
    data: { ...dataOf(opening), failedLines: [...failedLines] },
  });
}

function closingDraft(
  opening: OpeningBalances,
  { outcome, reason }: { readonly outcome: 'rejected' | 'withdrawn'; readonly reason: string },
  book: OpeningBook,
): EventDraft {
  const event = outcome === 'rejected' ? OpeningReversalRejected : OpeningReversalWithdrawn;
  return draftEvent({ event, ...subjectOf(opening, book), data: { ...dataOf(opening), reason } });
}
