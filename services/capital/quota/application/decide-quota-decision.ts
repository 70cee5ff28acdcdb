import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { whenDecided } from '#capital/references/domain/named-references.ts';
import { existing } from '#shared/application/preconditions.ts';
import {
  QuotaDecisionApproved,
  QuotaDecisionRejected,
  QuotaDecisionWithdrawn,
} from '#shared/contracts/capital/quota/events.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { moveQuota, ROWS_AT_ONCE } from '../domain/quota-application.ts';
import {
  appliedAtOnce,
  assertNotRefused,
  beginApplying,
  decideDecision,
  isVoid,
  paperOf,
  statusOfDecision,
} from '../domain/quota-decision.ts';
import type { QuotaDecision } from '../domain/quota-decision.ts';
import { linesOf } from '../domain/quota-lines.ts';
import { dayViolations } from '../domain/quota-violations.ts';
import type { KeptLeaf, NamedDecision, QuotaBook } from './ports.ts';
import { previewOn, strangersIn } from './propose-quota-decision.ts';
import { entriesToKeep } from './quota-entries.ts';

/**
 * Approves a quota decision, by another person than proposed it:
 * 1. every area it names is within the caller’s;
 * 2. its programmes and areas are still in force where money is to go, and its lines still keep to every limit, on
 *    what the source and its leaves hold now;
 * 3. a short one is recorded with the approval, entry by entry of its leaves; of a longer one what it allocates is set
 *    aside, and its rows are recorded as its event comes round.
 *
 * Throws `area-not-allowed`, `maker-may-not-decide` (403), `not-found` (404), `proposal-not-pending` (409),
 * `reference-not-in-force`, `quota-decision-refused` (422).
 */
export async function approveQuotaDecision(
  book: QuotaBook,
  caller: Caller,
  named: NamedDecision,
  remark: string | null,
): Promise<Accepted> {
  const { source, pending } = await openPending(book, caller, named);
  const approved = decideDecision(pending, decidedBy(book, caller, 'approved', remark));
  const rows = await book.rows(named, 0, pending.rows);
  const effectiveOn = pending.effectiveOn ?? book.today;
  const lines = linesOf(rows);
  const [leaves, strangers] = await Promise.all([
    book.leaves(named.sourceId, rows),
    strangersIn(book, lines, effectiveOn),
  ]);
  const wrongDays = dayViolations(source.lastEntryOn, { effectiveOn, issuedOn: pending.decision.issuedOn });
  const { refused } = previewOn(source, leaves, lines, strangers);
  assertNotRefused([...wrongDays, ...refused], whenDecided(strangers));
  if (pending.rows <= ROWS_AT_ONCE) {
    const moving = moveQuota(source, leaves, rows, effectiveOn);
    const decision = appliedAtOnce(approved, effectiveOn);
    const kept = entriesToKeep(decision, effectiveOn, moving.moved);
    return keepDecided(book, decision, moving.source, kept);
  }
  const begun = beginApplying(source, approved, effectiveOn);
  return keepDecided(book, begun.decision, begun.source, []);
}

/**
 * Rejects a pending quota decision, or withdraws it by its maker. Throws `area-not-allowed`,
 * `maker-may-not-decide`, `only-maker-may-withdraw` (403), `not-found` (404), `proposal-not-pending` (409).
 */
export async function endQuotaDecision(
  book: QuotaBook,
  caller: Caller,
  named: NamedDecision,
  { outcome, reason }: { readonly outcome: 'rejected' | 'withdrawn'; readonly reason: string },
): Promise<Accepted> {
  const { pending } = await openPending(book, caller, named);
  return keepDecided(book, decideDecision(pending, decidedBy(book, caller, outcome, reason)), null, []);
}

async function openPending(book: QuotaBook, caller: Caller, named: NamedDecision) {
  const found = await book.open(named);
  const pending = existing(found.decision, named.decisionId);
  for (const areaId of pending.areaIds) assertReach(caller, areaId);
  return { pending, source: existing(found.source, named.sourceId) };
}

function decidedBy(
  { now }: QuotaBook,
  { id }: Caller,
  outcome: Decided['outcome'],
  reason: string | null,
): Decided {
  return { outcome, by: id, at: now, reason };
}

function keepDecided(
  book: QuotaBook,
  decision: QuotaDecision,
  source: CapitalSource | null,
  leaves: readonly KeptLeaf[],
): Promise<Accepted> {
  const { decisionId, version } = decision;
  return book.keep({
    decision,
    source,
    leaves,
    ...(isVoid(decision) ? { frees: paperOf(decision) } : {}),
    draft: draftOf(decision, book),
    answer: { id: decisionId, version, status: statusOfDecision(decision) },
  });
}

function draftOf(decided: QuotaDecision, { today }: QuotaBook): EventDraft {
  const { sourceId, decisionId, decision, version, sums, proposedBy } = decided;
  const subject = {
    subject: `${sourceId}/${decisionId}`,
    aggregateVersion: version,
    communeId: null,
    effectiveOn: today,
  };
  const data = { sourceId, decisionId, decision };
  const reason = decided.decided?.reason ?? '';
  switch (decided.decided?.outcome) {
    case 'rejected':
      return draftEvent({ event: QuotaDecisionRejected, ...subject, data: { ...data, reason, proposedBy } });
    case 'withdrawn':
      return draftEvent({ event: QuotaDecisionWithdrawn, ...subject, data: { ...data, reason } });
    default:
      return draftEvent({
        event: QuotaDecisionApproved,
        ...subject,
        data: {
          ...data,
          allocated: sums.allocated,
          recalled: sums.recalled,
          proposedBy,
          countsFrom: decided.effectiveOn ?? today,
          isApplied: decided.application?.phase === 'applied',
        },
      });
  }
}
