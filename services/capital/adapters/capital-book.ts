import * as z from 'zod/mini';
import { InvestorRevised } from '#shared/contracts/capital/events.ts';
import { QuotaAllocated } from '#shared/contracts/capital/quota-events.ts';
import { InvestorSchema } from '#shared/contracts/capital/views.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { EnvelopeSchema, draftEvent } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import { readForAct } from '#shared/data/read.ts';
import type { ItemSet } from '#shared/data/read.ts';
import { putReference } from '#shared/data/reference.ts';
import type { Item, Key } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import type { Write } from '#shared/data/write.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import type { CapitalBook, CapitalChange, CapitalFact, NamedEntry } from '../application/ports.ts';
import type { ReversedEntry } from '../domain/reversal.ts';
import {
  LeafItemSchema,
  LoanItemSchema,
  SourceItemSchema,
  leafItem,
  leafKey,
  loanItem,
  loanKey,
  planKeys,
  sourceItem,
  sourceKey,
} from './capital-table.ts';
import { RULES_KEY, RulesItemSchema } from './reservation-rules.ts';
import { firstWaiting, freed, freedFact, placeWrite } from './waiting-table.ts';
import { chainEntry } from './chain-entry.ts';
import { bookPaper, freePaper } from './paper-table.ts';
import { contractWrite, versionWrite } from './contract-table.ts';

export const INVESTOR = 'investor';

/** Read strongly together with the key of the act, which the shared reading of reference records is not. */
const investorKey = (investorId: string): Key => ({ pk: `REF#${INVESTOR}#${investorId}`, sk: 'HEAD' });
const InvestorItemSchema = z.object({ content: InvestorSchema });

/** CapitalBook on DynamoDB for one act: each `keep` is one transaction. */
export function openCapitalBook(table: Table, act: Act): CapitalBook {
  return {
    today: act.today,
    now: act.now,
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
    receiptBasis: async (sourceId, investorId, trancheId) => {
      const investor = investorKey(investorId);
      const tranche = trancheId === null ? null : planKeys(sourceId).tranche(trancheId);
      const found = await readForAct(table, act, tranche === null ? [investor] : [investor, tranche]);
      return {
        investor: found.take(investor, InvestorItemSchema)?.content ?? null,
        isPlanned: tranche !== null && found.take(tranche, z.unknown()) !== null,
      };
    },
    sourceAndEntry: async (named, type) => {
      const keys = { source: sourceKey(named.of.source), ...entryKeys(named) };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        source: found.take(keys.source, SourceItemSchema),
        entry: reversedEntry(found, keys, type),
      };
    },
    leafAndAllocation: async (leaf, allocation) => {
      const keys = { source: sourceKey(leaf.sourceId), leaf: leafKey(leaf), ...entryKeys(allocation) };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        source: found.take(keys.source, SourceItemSchema),
        leaf: found.take(keys.leaf, LeafItemSchema),
        entry: reversedEntry(found, keys, QuotaAllocated.type),
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
      const keys = {
        loan: loanKey(loanId),
        source: sourceKey(leaf.sourceId),
        leaf: leafKey(leaf),
        rules: RULES_KEY,
      };
      const found = await readForAct(table, act, Object.values(keys));
      return {
        loan: found.take(keys.loan, LoanItemSchema),
        source: found.take(keys.source, SourceItemSchema),
        leaf: found.take(keys.leaf, LeafItemSchema),
        rules: found.take(keys.rules, RulesItemSchema)?.content.rules ?? [],
      };
    },
    firstWaiting: (leaf) => firstWaiting(table, leaf),
    offerAgain: (leaf) => commit(table, act, { writes: [], facts: [freed(act, leaf)], answer: null }),
    keep: (change) => keepChange(table, act, change),
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

/** Writes a change as one transaction, with what else of the act's facts is to be kept beside it. */
export function keepChange<A>(
  table: Table,
  act: Act,
  change: CapitalChange<A>,
  beside: (facts: readonly Fact[]) => readonly Write[] = () => [],
): Promise<A> {
  const chained = chainFacts(act, change);
  return commit(table, act, {
    writes: [...writesOf(act, chained.change), ...beside(chained.facts)],
    facts: [...chained.facts, ...freedBy(act, change)],
    answer: change.answer,
  });
}

/** An entry, and the mark beside it that it is taken back. */
export function entryKeys({ of, entryOn, entryVersion }: NamedEntry): {
  readonly fact: Key;
  readonly mark: Key;
} {
  const { pk } = headOf(of);
  const sk = factSortKey(entryOn, entryVersion);
  return { fact: { pk, sk }, mark: { pk, sk: `REVERSED#${sk}` } };
}

const EntryItemSchema = z.object({ event: EnvelopeSchema, document: z.optional(z.string()) });
const EntryDataSchema = z.object({ amount: z.string() });

/** The entry when it is of that type; null otherwise. */
export function reversedEntry(
  found: ItemSet,
  keys: { readonly fact: Key; readonly mark: Key },
  type: string,
): ReversedEntry | null {
  const { event, document = null } = found.take(keys.fact, EntryItemSchema) ?? {};
  if (event?.type !== type) return null;
  return {
    amount: parseVnd(z.parse(EntryDataSchema, event.data).amount),
    recordedBy: event.actor,
    effectiveOn: event.effectiveOn,
    document,
    isReversed: found.take(keys.mark, z.unknown()) !== null,
  };
}

/** No act that brings money to a leaf can forget those who wait there. */
function freedBy(act: Act, { leaf, facts, waiting }: CapitalChange<unknown>): Fact[] {
  if (leaf === undefined) return [];
  const postings = facts.flatMap(({ line }) => (line ? line.postings : []));
  return freedFact(act, leaf, postings, waiting ?? null);
}

function writesOf(act: Act, change: CapitalChange<unknown>): Write[] {
  const { source, founded, leaf, loan, waiting, reverses, books, frees } = change;
  const writes: Write[] = [];
  if (source) writes.push(atNextVersion(sourceItem(source), () => taken(source.sourceId)));
  if (founded) {
    const { contract, version } = founded;
    writes.push(contractWrite(contract), versionWrite(contract.sourceId, version));
  }
  if (leaf) writes.push(atNextVersion(leafItem(leaf)));
  if (loan) writes.push(atNextVersion(loanItem(loan)));
  if (waiting) writes.push(placeWrite(waiting));
  if (reverses) writes.push(createItem({ ...entryKeys(reverses).mark }));
  if (books) writes.push(bookPaper(books, act.actor));
  if (frees) writes.push(freePaper(frees));
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

/** Facts with their links, and the heads that now carry the newest of them: no write more than without a chain. */
function chainFacts<A>(act: Act, change: CapitalChange<A>): { change: CapitalChange<A>; facts: Fact[] } {
  let { source, leaf } = change;
  const facts = change.facts.map((fact): Fact => {
    if (fact.line === null) return plainFact(fact);
    const book = fact.line.programmeId === null ? source : leaf;
    if (book === undefined) throw new TypeError('an entry without the book it is posted in');
    const { stored, head } = chainEntry(act, { ...fact, ...plainFact(fact), line: fact.line }, book.chain);
    if (fact.line.programmeId === null) source = source && { ...source, chain: head };
    else leaf = leaf && { ...leaf, chain: head };
    return stored;
  });
  return { change: { ...change, ...(source ? { source } : {}), ...(leaf ? { leaf } : {}) }, facts };
}

function plainFact({ of, draft }: CapitalFact): Fact {
  return { key: { pk: headOf(of).pk, sk: factSortKey(draft.effectiveOn, draft.aggregateVersion) }, draft };
}

function headOf(of: CapitalFact['of']): Key {
  if ('source' in of) return sourceKey(of.source);
  return 'leaf' in of ? leafKey(of.leaf) : loanKey(of.loan);
}
