import { existing } from '#shared/application/preconditions.ts';
import { QuotaDecisionUndone } from '#shared/contracts/capital/quota/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import { applyChunk, chunkOf } from '../domain/quota-application.ts';
import { isVoid, paperOf } from '../domain/quota-decision.ts';
import type { QuotaDecision } from '../domain/quota-decision.ts';
import type { NamedDecision, QuotaBook } from './ports.ts';
import { entriesToKeep } from './quota-entries.ts';

/**
 * Records the next rows of an approved decision, with where to go on, as one transaction; true while there are more.
 * Done again after any interruption it goes on where the decision says, so that no row is recorded twice.
 */
export async function applyNext(book: QuotaBook, named: NamedDecision): Promise<boolean> {
  const found = await book.open(named);
  const before = existing(found.decision, named.decisionId);
  const range = chunkOf(before);
  if (range === null) return false;
  const rows = await book.rows(named, ...range);
  const leaves = await book.leaves(named.sourceId, rows);
  const { source, decision, moved } = applyChunk(
    existing(found.source, named.sourceId),
    before,
    leaves,
    rows,
  );
  const isUndoing = before.application?.phase === 'undoing';
  await book.keep({
    decision,
    source,
    leaves: entriesToKeep(decision, decision.effectiveOn ?? book.today, moved, isUndoing),
    draft: undoneDraft(decision, book),
    ...(isVoid(decision) ? { frees: paperOf(decision) } : {}),
    ...(before.decided === null ? {} : { by: before.decided.by }),
    answer: null,
  });
  return chunkOf(decision) !== null;
}

function undoneDraft(undone: QuotaDecision, { today }: QuotaBook): EventDraft | null {
  const { sourceId, decisionId, decision, version, application } = undone;
  if (application?.phase !== 'undone') return null;
  return draftEvent({
    event: QuotaDecisionUndone,
    subject: `${sourceId}/${decisionId}`,
    aggregateVersion: version,
    communeId: null,
    effectiveOn: today,
    data: { sourceId, decisionId, decision, failedLines: [...application.failedLines] },
  });
}
