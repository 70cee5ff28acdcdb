import { ReferenceRevised } from '#shared/contracts/beneficiary/areas/events.ts';
import { PovertyStandardContentSchema } from '#shared/contracts/beneficiary/standards/views.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { getReference, listReferences, putReference } from '#shared/data/reference.ts';
import type { Table } from '#shared/data/table.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { StandardContent, StandardStore } from '../application/ports.ts';
import type { PovertyStandard } from '../domain/poverty-standard.ts';

const KIND = 'poverty-standard';

/** Poverty standards on the table. There are a handful, so the list carries them whole. */
export function openStandards(table: Table, act: Act): StandardStore {
  return {
    standard: async (standardId) => {
      const found = await getReference(table, KIND, standardId, PovertyStandardContentSchema);
      return found === null ? null : fromWire(found.content, found.revision);
    },
    page: (cursor) => listReferences(table, KIND, PovertyStandardContentSchema, { cursor }),
    put: (content) =>
      putReference(table, act, {
        kind: KIND,
        id: content.standardId,
        content,
        summary: content,
        draft: (revision) =>
          draftEvent({
            event: ReferenceRevised,
            subject: content.standardId,
            aggregateVersion: revision,
            communeId: null,
            effectiveOn: act.today,
            data: { kind: KIND, id: content.standardId, revision },
          }),
      }),
  };
}

function fromWire(content: StandardContent, revision: number): PovertyStandard {
  const { standardId, scope, from, to, rules } = content;
  return {
    standardId,
    revision,
    scope,
    from,
    to,
    rules: rules.map((rule) => ({
      ...rule,
      maxIncome: rule.maxIncome === null ? null : parseVnd(rule.maxIncome),
      minIncomeExclusive: rule.minIncomeExclusive === null ? null : parseVnd(rule.minIncomeExclusive),
    })),
  };
}
