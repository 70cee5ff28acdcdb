import { quotaOf } from '#capital/ledger/domain/leaf.ts';
import { unallocatedOf } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { ReferenceReads } from '#capital/references/application/ports.ts';
import { strangersAmong } from '#capital/references/domain/named-references.ts';
import type { Stranger } from '#capital/references/domain/named-references.ts';
import { absent, effectiveDay, existing } from '#shared/application/preconditions.ts';
import { QuotaDecisionProposed } from '#shared/contracts/capital/quota/events.ts';
import type { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf, AnswerOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { Leaves } from '../domain/quota-application.ts';
import { assertNotRefused, paperOf, proposeDecision, statusOfDecision } from '../domain/quota-decision.ts';
import { placeName, referencesOf } from '../domain/quota-lines.ts';
import type { QuotaLine, QuotaPlace } from '../domain/quota-lines.ts';
import { NOTHING_HELD, previewDecision } from '../domain/quota-preview.ts';
import type { QuotaPreview } from '../domain/quota-preview.ts';
import { dayViolations } from '../domain/quota-violations.ts';
import type { QuotaBook } from './ports.ts';

type Preview = AnswerOf<typeof QUOTA_ROUTES.proposeQuotaDecision>;

/** Rows and refused lines an answer shows: it is kept with the key of the act. */
export const SHOWN = 100;

/**
 * Proposes a quota decision:
 * 1. every area of its lines is within the caller’s; its id is free;
 * 2. every programme and area is known, and in force on the day where money is to go;
 * 3. preview: recalls within what is available, allocations within what is unallocated and recalled, no line twice;
 * 4. a limit that is violated refuses the whole with all of them, or leaves its lines out when that is accepted;
 * 5. keep decision and rows beside the ledger, which stays as it is, once for a paper of that number, day and sums.
 *
 * `told` may say the answer in other words, as by the rows of a file, before it is kept with the key of the act.
 *
 * Throws `area-not-allowed` (403), `not-found` (404), `already-exists`, `looks-like-a-duplicate`,
 * `reference-unknown` (409), `effective-day-in-future`, `reference-not-in-force`, `quota-decision-refused` (422).
 */
export async function proposeQuotaDecision(
  book: QuotaBook,
  caller: Caller,
  sourceId: string,
  input: BodyOf<typeof QUOTA_ROUTES.proposeQuotaDecision>,
  told: (answer: Preview) => Preview = (answer) => answer,
): Promise<AnswerOf<typeof QUOTA_ROUTES.proposeQuotaDecision>> {
  const { decisionId, decision, acceptPartial = false } = input;
  const lines = input.lines.map((sent, line): QuotaLine => ({ ...sent, line }));
  const places = lines.flatMap(placesOf);
  for (const areaId of new Set(places.map((place) => place.areaId))) assertReach(caller, areaId);
  const effectiveOn = input.effectiveOn === undefined ? null : effectiveDay(input.effectiveOn, book.today);
  const found = await book.open({ sourceId, decisionId });
  const source = existing(found.source, sourceId);
  absent(found.decision, decisionId);
  const day = { effectiveOn: effectiveOn ?? book.today, issuedOn: decision.issuedOn };
  const [leaves, strangers] = await Promise.all([
    book.leaves(sourceId, places),
    strangersIn(book, lines, day.effectiveOn),
  ]);
  const previewed = previewOn(source, leaves, lines, strangers);
  const wrongDays = dayViolations(source.lastEntryOn, day);
  if (!acceptPartial || wrongDays.length > 0 || previewed.sums.lines === 0) {
    assertNotRefused([...wrongDays, ...previewed.refused], strangers);
  }
  const made = { proposedBy: caller.id, proposedAt: book.now };
  const proposed = proposeDecision({ sourceId, decisionId, decision, effectiveOn }, previewed, made);
  const { sums } = proposed;
  const rows = book.isRehearsal ? previewed.rows : previewed.rows.slice(0, SHOWN);
  return book.keep({
    decision: proposed,
    rows: previewed.rows,
    source: null,
    leaves: [],
    books: { paper: paperOf(proposed), record: { decisionId }, isAnother: input.isAnother === true },
    draft: draftEvent({
      event: QuotaDecisionProposed,
      subject: `${sourceId}/${decisionId}`,
      aggregateVersion: proposed.version,
      communeId: null,
      effectiveOn: book.today,
      data: {
        sourceId,
        decisionId,
        decision,
        allocated: sums.allocated,
        recalled: sums.recalled,
        lines: sums.lines,
      },
    }),
    answer: told({
      id: decisionId,
      version: proposed.version,
      status: statusOfDecision(proposed),
      sums,
      rows,
      refusedLines: previewed.refusedLines,
      refused: previewed.refused.slice(0, SHOWN),
    }),
  });
}

export function placesOf(line: QuotaLine): QuotaPlace[] {
  if (line.kind === 'move') return [line.from, line.to];
  return [{ programmeId: line.programmeId, areaId: line.areaId }];
}

/** What lines would do to a source and its leaves as they are now. */
export function previewOn(
  source: CapitalSource,
  leaves: Leaves,
  lines: readonly QuotaLine[],
  strangers: readonly Stranger[],
): QuotaPreview {
  return previewDecision(
    unallocatedOf(source),
    (place) => {
      const balances = leaves.get(placeName(place))?.balances;
      return balances === undefined
        ? NOTHING_HELD
        : { quota: quotaOf(balances), available: balances['cash-available'] };
    },
    lines,
    strangers,
  );
}

/** Programmes and areas of lines that do not do on the day the decision counts for. */
export async function strangersIn(
  reads: ReferenceReads,
  lines: readonly QuotaLine[],
  effectiveOn: string,
): Promise<Stranger[]> {
  const named = lines.flatMap(referencesOf);
  return strangersAmong(named, await reads.references(named), effectiveOn);
}
