import * as z from 'zod/mini';
import { mapPage } from '#shared/application/pages.ts';
import { PovertyStandardContentSchema } from '#shared/contracts/beneficiary/standards/views.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import { DecidedSchema } from '#shared/data/proposals.ts';
import { getItem, queryPage, readForAct } from '#shared/data/read.ts';
import { getReference, getRevision, listReferences, revisionWrites } from '#shared/data/reference.ts';
import type { Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import { statusOf } from '#shared/domain/proposal.ts';
import type { ProposedStandard, StandardBook, StandardReader, StandardReads } from '../application/ports.ts';

const KIND = 'poverty-standard';

const proposalKey = (proposalId: string): Key => ({ pk: `STANDARD-PROPOSAL#${proposalId}`, sk: 'HEAD' });

const proposalsOf = (status: string): string => `STANDARD-PROPOSALS#${status}`;

/** In the index whole: there are a few proposals a year. */
const ProposalItemSchema = z.object({
  summary: z.object({
    proposalId: z.string(),
    version: z.int(),
    reason: z.string(),
    basedOn: z.int(),
    standard: PovertyStandardContentSchema,
    proposedBy: z.string(),
    proposedAt: z.string(),
    decided: z.nullable(DecidedSchema),
  }),
});

/** StandardBook on DynamoDB for one act: the proposal and the newest revision of its standard, and one transaction. */
export function openStandardBook(table: Table, act: Act): StandardBook {
  return {
    now: act.now,
    proposal: async (proposalId) => {
      const key = proposalKey(proposalId);
      return (await readForAct(table, act, [key])).take(key, ProposalItemSchema)?.summary ?? null;
    },
    onRecord: (standardId) => getReference(table, KIND, standardId, PovertyStandardContentSchema, 'strong'),
    keep: (proposal, draft, answer) => {
      const item = proposalItem(proposal);
      const sk = factSortKey(draft.effectiveOn, draft.aggregateVersion);
      return commit(table, act, {
        writes: [
          proposal.version === 1 ? createItem(item) : replaceItem(item, proposal.version - 1),
          ...(proposal.decided?.outcome === 'approved' ? standardWrites(act, proposal) : []),
        ],
        facts: [{ key: { pk: item.pk, sk }, draft }],
        answer,
      });
    },
  };
}

/** Approved standards on the table; only these are written as reference records. */
export function openStandards(table: Table): StandardReader {
  return {
    standard: async (standardId) => {
      const found = await getReference(table, KIND, standardId, PovertyStandardContentSchema);
      return found && { ...found.content, revision: found.revision };
    },
  };
}

/** There are a handful of standards, so their list carries them whole. */
export function openStandardReads(table: Table): StandardReads {
  return {
    ...openStandards(table),
    page: (cursor) => listReferences(table, KIND, PovertyStandardContentSchema, { cursor }),
    revision: (id, revision) =>
      getRevision(table, { kind: KIND, id, revision }, PovertyStandardContentSchema),
    proposal: async (proposalId) =>
      (await getItem(table, proposalKey(proposalId), ProposalItemSchema))?.summary ?? null,
    withStatus: async (status, page) => {
      const partition = proposalsOf(status);
      const found = await queryPage(table, ProposalItemSchema, { index: 'gsi1', partition, ...page });
      return mapPage(found, ({ summary }) => summary);
    },
  };
}

function standardWrites(act: Act, { standard, basedOn }: ProposedStandard) {
  const content = z.encode(PovertyStandardContentSchema, standard);
  return revisionWrites(act, { kind: KIND, id: standard.standardId, content, summary: content }, basedOn);
}

function proposalItem(proposal: ProposedStandard) {
  return {
    ...proposalKey(proposal.proposalId),
    version: proposal.version,
    gsi1pk: proposalsOf(statusOf(proposal)),
    gsi1sk: `${proposal.proposedAt}#${proposal.proposalId}`,
    ...z.encode(ProposalItemSchema, { summary: proposal }),
  };
}
