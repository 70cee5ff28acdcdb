import { strangersRefused, whenDecided } from '#capital/references/domain/named-references.ts';
import { existing } from '#shared/application/preconditions.ts';
import {
  OpeningBalancesApproved,
  OpeningBalancesRejected,
  OpeningBalancesWithdrawn,
} from '#shared/contracts/capital/opening/events.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import {
  assertNothingStands,
  decideOpening,
  openingStatus,
  postOwnPart,
  stepToTakeIn,
  takeIn,
} from '../domain/opening-balances.ts';
import type { OpeningBalances } from '../domain/opening-balances.ts';
import { leafEntries, ownEntry } from './opening-entries.ts';
import type { NamedOpening, OpeningBook } from './ports.ts';
import { strangersIn } from './strangers-in.ts';

/**
 * Approves opening balances:
 * 1. read the source and the proposal; another person decides, nothing was posted to the source meanwhile, and its
 *    programmes and communes are known still;
 * 2. post the source’s own part and the first lines, with the approval, as one transaction;
 * 3. the other lines follow on the event, and the source takes no other act until the last of them is in.
 *
 * Throws `area-not-allowed`, `maker-may-not-decide` (403), `not-found` (404), `proposal-not-pending` (409),
 * `source-has-entries`, `effective-day-before-last-entry`, `reference-not-in-force` (422).
 */
export async function approveOpeningBalances(
  book: OpeningBook,
  caller: Caller,
  named: NamedOpening,
  remark: string | null,
): Promise<Accepted> {
  assertReachProvince(caller);
  const found = await book.open(named);
  const before = existing(found.source, named.sourceId);
  const decided: Decided = { outcome: 'approved', by: caller.id, at: book.now, reason: remark };
  const approved = decideOpening(existing(found.opening, named.openingId), decided);
  assertNothingStands(before, approved.cutOverOn);
  const strangers = await strangersIn(book, await book.lines(approved), approved.cutOverOn);
  if (strangers.length > 0) throw strangersRefused(whenDecided(strangers));
  const own = postOwnPart(before, approved);
  const taken = takeIn(own.source, approved, await book.step(approved, stepToTakeIn(approved)));
  const { opening } = taken;
  return book.keep({
    opening,
    posted: {
      source: taken.source,
      read: before.version,
      own: ownEntry(opening, own),
      leaves: leafEntries(opening, taken.taken),
    },
    draft: draftEvent({
      event: OpeningBalancesApproved,
      ...subjectOf(opening, book),
      data: {
        ...dataOf(opening),
        cutOverOn: opening.cutOverOn,
        fund: opening.controlTotals.fund,
        lines: opening.lines,
        proposedBy: opening.proposedBy,
        isApplied: openingStatus(opening) === 'approved',
      },
    }),
    answer: answerOf(opening),
  });
}

/** Rejects or withdraws. Throws `only-maker-may-withdraw` (403) and as approving does. */
export async function closeOpeningBalances(
  book: OpeningBook,
  caller: Caller,
  named: NamedOpening,
  decision: { readonly outcome: 'rejected' | 'withdrawn'; readonly reason: string },
): Promise<Accepted> {
  assertReachProvince(caller);
  const found = await book.open(named);
  const decided: Decided = { ...decision, by: caller.id, at: book.now };
  const opening = decideOpening(existing(found.opening, named.openingId), decided);
  return book.keep({ opening, draft: closingDraft(opening, decision, book), answer: answerOf(opening) });
}

/**
 * Records the next lines of approved balances, with where to go on, as one transaction; true while there are more.
 * Done again after any interruption it goes on where the balances say, so that no line is recorded twice.
 */
export async function takeInNext(book: OpeningBook, named: NamedOpening): Promise<boolean> {
  const found = await book.open(named);
  const before = existing(found.opening, named.openingId);
  if (openingStatus(before) !== 'taking-in') return false;
  const source = existing(found.source, named.sourceId);
  const step = await book.step(before, stepToTakeIn(before));
  const taken = takeIn(source, { ...before, version: before.version + 1 }, step);
  await book.keep({
    opening: taken.opening,
    posted: {
      source: taken.source,
      read: source.version,
      own: null,
      leaves: leafEntries(taken.opening, taken.taken),
    },
    draft: null,
    ...actorOf(before),
    answer: null,
  });
  return openingStatus(taken.opening) === 'taking-in';
}

function closingDraft(
  opening: OpeningBalances,
  { outcome, reason }: { readonly outcome: 'rejected' | 'withdrawn'; readonly reason: string },
  book: OpeningBook,
): EventDraft {
  const subject = subjectOf(opening, book);
  const data = { ...dataOf(opening), reason };
  return outcome === 'rejected'
    ? draftEvent({
        event: OpeningBalancesRejected,
        ...subject,
        data: { ...data, proposedBy: opening.proposedBy },
      })
    : draftEvent({ event: OpeningBalancesWithdrawn, ...subject, data });
}

/** Lines are recorded by who decided last: on the balances, or on the reversal after which they are put back. */
function actorOf({ decided, reversal }: OpeningBalances): { readonly by?: string } {
  const last = reversal?.decided ?? decided;
  return last === null ? {} : { by: last.by };
}

export function subjectOf({ sourceId, openingId, version }: OpeningBalances, { today }: OpeningBook) {
  return {
    subject: `${sourceId}/${openingId}`,
    aggregateVersion: version,
    communeId: null,
    effectiveOn: today,
  };
}

export function dataOf({ sourceId, openingId }: OpeningBalances) {
  return { sourceId, openingId };
}

export function answerOf(opening: OpeningBalances): Accepted {
  return { id: opening.openingId, version: opening.version, status: openingStatus(opening) };
}
