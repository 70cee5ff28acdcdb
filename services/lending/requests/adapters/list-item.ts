import * as z from 'zod/mini';
import { listKey, listsOfCommune } from '#lending/table-map.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import { ListConfirmed, ListSubmitted } from '#shared/contracts/lending/requests/events.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import { placedItem } from '#shared/data/placed-item.ts';
import { StoredDaySchema, StoredVndSchema } from '#shared/data/stored.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { ListChange } from '../application/ports.ts';
import type { LoanList } from '../domain/loan-list.ts';

const shown = z.object({
  groupId: z.string(),
  status: z.enum(['submitted', 'confirmed']),
  total: StoredVndSchema,
  submittedOn: StoredDaySchema,
});

export const ListSummarySchema = z.extend(shown, { loans: z.int() });

const LIST = placedItem(
  z.object({
    listId: z.string(),
    ...shown.shape,
    version: z.int(),
    communeId: z.string(),
    organisationId: z.string(),
    submittedBy: z.string(),
    confirmedOn: z.nullable(StoredDaySchema),
    confirmedBy: z.nullable(z.string()),
    lines: z.readonly(
      z.array(
        z.object({
          loanId: z.string(),
          outcome: z.enum(['waiting', 'confirmed', 'refused']),
          reason: z.nullable(z.string()),
        }),
      ),
    ),
  }) satisfies z.ZodMiniType<LoanList>,
  { gsi1: { sort: 'listId', shown: z.keyof(shown).options } },
);

export const ListItemSchema = LIST.read;

export function listWrite({ before, after }: ListChange): Write {
  const { listId, communeId, status, lines, version } = after;
  const { summary, ...placed } = LIST.place(after);
  const item = {
    ...listKey(listId),
    gsi1pk: listsOfCommune(communeId, status),
    summary: { ...(summary as object), loans: lines.length },
    ...placed,
    version,
  };
  const taken = () => new DomainError(COMMON_ERRORS, 'already-exists', { id: listId });
  return before === null ? createItem(item, taken) : replaceItem(item, before.version);
}

export function listFact({ after }: ListChange): Fact {
  const { listId, groupId, communeId, version, lines } = after;
  const effectiveOn = after.confirmedOn ?? after.submittedOn;
  const about = { subject: `list/${listId}`, aggregateVersion: version, communeId, effectiveOn };
  const counted = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  return {
    key: { pk: listKey(listId).pk, sk: factSortKey(effectiveOn, version) },
    draft:
      after.status === 'submitted'
        ? draftEvent({
            ...about,
            event: ListSubmitted,
            data: {
              listId,
              groupId,
              communeId,
              loanIds: lines.map(({ loanId }) => loanId),
              total: after.total,
            },
          })
        : draftEvent({
            ...about,
            event: ListConfirmed,
            data: { listId, groupId, confirmed: counted('confirmed'), refused: counted('refused') },
          }),
  };
}
