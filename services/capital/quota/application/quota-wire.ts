import type { CapitalFact } from '#capital/ledger/application/ports.ts';
import { QuotaAllocated, QuotaRecalled } from '#shared/contracts/capital/quota/events.ts';
import type { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import type { QuotaLine as SentLine } from '#shared/contracts/capital/quota/views.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { MovedLeaf, QuotaEntry } from '../domain/quota-application.ts';
import { statusOfDecision } from '../domain/quota-decision.ts';
import type { QuotaDecision } from '../domain/quota-decision.ts';
import type { QuotaLine } from '../domain/quota-lines.ts';
import type { Held, QuotaRow, QuotaSums } from '../domain/quota-preview.ts';
import type { KeptLeaf } from './ports.ts';

type Shown = AnswerOf<(typeof QUOTA_ROUTES)['getQuotaDecision']>;

export function linesFromWire(lines: readonly SentLine[]): QuotaLine[] {
  return lines.map((sent, line) => ({ ...sent, line, amount: parseVnd(sent.amount) }));
}

export function sumsToWire(sums: QuotaSums): Shown['decision']['sums'] {
  return {
    lines: sums.lines,
    allocated: sums.allocated.toString(),
    recalled: sums.recalled.toString(),
    unallocatedBefore: sums.unallocatedBefore.toString(),
    unallocatedAfter: sums.unallocatedAfter.toString(),
  };
}

export function rowToWire({ amount, before, after, ...row }: QuotaRow): Shown['items'][number] {
  return { ...row, amount: amount.toString(), before: heldToWire(before), after: heldToWire(after) };
}

function heldToWire({ quota, available }: Held) {
  return { quota: quota.toString(), available: available.toString() };
}

export function decisionToWire(found: QuotaDecision): Shown['decision'] {
  const { sourceId, decisionId, version, decision, effectiveOn, sums, decided, application } = found;
  return {
    sourceId,
    decisionId,
    version,
    status: statusOfDecision(found),
    decision,
    effectiveOn,
    sums: sumsToWire(sums),
    proposedBy: found.proposedBy,
    proposedAt: found.proposedAt,
    decided: decided && { by: decided.by, at: decided.at, reason: decided.reason },
    applied: application?.next ?? 0,
    rows: found.rows,
    failedLines: [...(application?.failedLines ?? [])],
  };
}

/** Entries of leaves with the decision they carry out, or put back what it recalled. */
export function entriesToKeep(
  decision: QuotaDecision,
  effectiveOn: string,
  moved: readonly MovedLeaf[],
  putsBack = false,
): KeptLeaf[] {
  return moved.map(({ leaf, read, entries }) => ({
    leaf,
    read,
    facts: entries.map((entry) => entryToKeep(decision, effectiveOn, { leaf, entry, putsBack })),
  }));
}

function entryToKeep(
  { decision, decisionId }: QuotaDecision,
  effectiveOn: string,
  {
    leaf: { sourceId, programmeId, communeId },
    entry: { kind, amount, version, postings },
    putsBack,
  }: { readonly leaf: MovedLeaf['leaf']; readonly entry: QuotaEntry; readonly putsBack: boolean },
): CapitalFact {
  const place = { sourceId, programmeId, communeId };
  const subject = {
    subject: `${sourceId}/${programmeId}/${communeId}`,
    aggregateVersion: version,
    communeId,
    effectiveOn,
  };
  const data = { ...place, amount: amount.toString(), decision, decisionId, postings };
  return {
    of: { leaf: place },
    line: { ...place, loanId: null, postings },
    draft:
      kind === 'recall'
        ? draftEvent({ event: QuotaRecalled, ...subject, data })
        : draftEvent({
            event: QuotaAllocated,
            ...subject,
            data: { ...data, ...(putsBack ? { putsBack } : {}) },
          }),
  };
}
