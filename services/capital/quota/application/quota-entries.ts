import type { CapitalFact } from '#capital/ledger/application/ports.ts';
import { QuotaAllocated, QuotaRecalled } from '#shared/contracts/capital/quota/events.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { MovedLeaf, QuotaEntry } from '../domain/quota-application.ts';
import type { QuotaDecision } from '../domain/quota-decision.ts';
import type { KeptLeaf } from './ports.ts';

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
  const data = { ...place, amount, decision, decisionId, postings };
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
