import { ReferenceRevised } from '#shared/contracts/beneficiary/eligibility/events.ts';
import { EligibilityRulesContentSchema } from '#shared/contracts/beneficiary/eligibility/views.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { getReference, putReference } from '#shared/data/reference.ts';
import type { Table } from '#shared/data/table.ts';
import type { RuleReader, RuleStore } from '../application/ports.ts';

const KIND = 'eligibility-rules';

/** Who may borrow under each programme, on the table. */
export function openRules(table: Table, act: Act): RuleStore & RuleReader {
  const record = (programmeId: string) =>
    getReference(table, KIND, programmeId, EligibilityRulesContentSchema);
  return {
    record,
    rules: async (programmeId) => {
      const found = await record(programmeId);
      return found === null ? null : { revision: found.revision, versions: found.content.versions };
    },
    put: (content) =>
      putReference(table, act, {
        kind: KIND,
        id: content.programmeId,
        content,
        summary: { programmeId: content.programmeId, versions: content.versions.length },
        draft: (revision) =>
          draftEvent({
            event: ReferenceRevised,
            subject: content.programmeId,
            aggregateVersion: revision,
            communeId: null,
            effectiveOn: act.today,
            data: { kind: 'eligibility-rule', id: content.programmeId, revision },
          }),
      }),
  };
}
