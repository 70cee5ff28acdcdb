import * as z from 'zod/mini';
import { InvestorRevised } from '#shared/contracts/capital/events.ts';
import { InvestorSchema } from '#shared/contracts/capital/views.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import { readForAct } from '#shared/data/read.ts';
import { putReference } from '#shared/data/reference.ts';
import type { Item, Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { CapitalBook, CapitalChange, CapitalFact } from '../application/ports.ts';
import {
  LeafItemSchema,
  LoanItemSchema,
  SourceItemSchema,
  contractKey,
  entriesPartition,
  leafItem,
  leafKey,
  loanItem,
  loanKey,
  sourceItem,
  sourceKey,
} from './capital-table.ts';

export const INVESTOR = 'investor';

/** Read strongly together with the key of the act, which the shared reading of reference records is not. */
const investorKey = (investorId: string): Key => ({ pk: `REF#${INVESTOR}#${investorId}`, sk: 'HEAD' });
const InvestorItemSchema = z.object({ content: InvestorSchema });

/** CapitalBook on DynamoDB for one act: each `keep` is one transaction. */
export function openCapitalBook(table: Table, act: Act): CapitalBook {
  return {
    today: act.today,
    source: async (sourceId) => {
      const key = sourceKey(sourceId);
      return (await readForAct(table, act, [key])).take(key, SourceItemSchema);
    },
    sourceAndInvestor: async (sourceId, investorId) => {
      const keys = { source: sourceKey(sourceId), investor: investorKey(investorId) };
      const found = await readForAct(table, act, [keys.source, keys.investor]);
      return {
        source: found.take(keys.source, SourceItemSchema),
        investor: found.take(keys.investor, InvestorItemSchema)?.content ?? null,
      };
    },
    sourceAndLeaf: async (leaf) => {
      const keys = { source: sourceKey(leaf.sourceId), leaf: leafKey(leaf) };
      const found = await readForAct(table, act, [keys.source, keys.leaf]);
      return {
        source: found.take(keys.source, SourceItemSchema),
        leaf: found.take(keys.leaf, LeafItemSchema),
      };
    },
    loan: async (loanId) => {
      const key = loanKey(loanId);
      return (await readForAct(table, act, [key])).take(key, LoanItemSchema);
    },
    leaf: async (leaf) => {
      const key = leafKey(leaf);
      return (await readForAct(table, act, [key])).take(key, LeafItemSchema);
    },
    loanAndItsPlace: async (loanId, leaf) => {
      const keys = { loan: loanKey(loanId), source: sourceKey(leaf.sourceId), leaf: leafKey(leaf) };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        loan: found.take(keys.loan, LoanItemSchema),
        source: found.take(keys.source, SourceItemSchema),
        leaf: found.take(keys.leaf, LeafItemSchema),
      };
    },
    keep: (change) =>
      commit(table, act, {
        writes: writesOf(change),
        facts: change.facts.map((fact) => factOf(act, fact)),
        answer: change.answer,
      }),
    keepInvestor: (investor) =>
      putReference(table, act, {
        kind: INVESTOR,
        id: investor.investorId,
        content: investor,
        summary: investor,
        draft: (revision) =>
          draftEvent({
            event: InvestorRevised,
            subject: investor.investorId,
            aggregateVersion: revision,
            communeId: null,
            effectiveOn: act.today,
            data: { investorId: investor.investorId, revision },
          }),
      }),
  };
}

function writesOf({ source, contract, leaf, loan }: CapitalChange<unknown>): Write[] {
  const writes: Write[] = [];
  if (source) writes.push(atNextVersion(sourceItem(source), () => taken(source.sourceId)));
  if (source && contract) writes.push(createItem({ ...contractKey(source.sourceId), contract }));
  if (leaf) writes.push(atNextVersion(leafItem(leaf)));
  if (loan) writes.push(atNextVersion(loanItem(loan)));
  return writes;
}

/**
 * The item must still be at the version before this one. That one condition also keeps balances from falling
 * below zero: they were computed from exactly what is there.
 */
function atNextVersion(item: Item & { readonly version: number }, refusal?: () => Error): Write {
  return item.version === 1 ? createItem(item, refusal) : replaceItem(item, item.version - 1);
}

function taken(sourceId: string): DomainError {
  return new DomainError(COMMON_ERRORS, 'already-exists', { id: sourceId });
}

function factOf(act: Act, { of, draft, line, document }: CapitalFact): Fact {
  const { subject, aggregateVersion, effectiveOn } = draft;
  const journal = line && {
    gsi2pk: entriesPartition(line.sourceId),
    gsi2sk: `${effectiveOn}#${act.now}#${subject}#${aggregateVersion}`,
    label: {
      type: draft.event.type,
      programmeId: line.programmeId,
      communeId: line.communeId,
      loanId: line.loanId,
      postings: line.postings,
    },
  };
  return {
    key: { pk: headOf(of).pk, sk: factSortKey(effectiveOn, aggregateVersion) },
    draft,
    attributes: { ...journal, ...(document === undefined ? {} : { document }) },
  };
}

function headOf(of: CapitalFact['of']): Key {
  if ('source' in of) return sourceKey(of.source);
  return 'leaf' in of ? leafKey(of.leaf) : loanKey(of.loan);
}
