import * as z from 'zod/mini';
import type { Envelope, EventDraft } from '#shared/contracts/event.ts';
import type { Act } from '#shared/data/act.ts';
import { envelopeOf } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import type { Key } from '#shared/data/stored.ts';
import type { JournalLine } from '../application/ports.ts';
import { bookOf, chainName } from '../domain/book.ts';
import { linkEntry } from '../domain/chain.ts';
import type { ChainHead, ChainLink } from '../domain/chain.ts';
import { recordedPartition } from './capital-table.ts';
import { sha256 } from './digest.ts';
import { LabelSchema } from './recorded-entries.ts';

/** A fact that is an entry of a book: where it is kept, what it says, and the line people read. */
export interface Entry {
  readonly key: Key;
  readonly draft: EventDraft;
  readonly line: JournalLine;
  readonly document?: string;
}

/** An entry linked to the one before it in its book, and the head that now carries it as the newest. */
export function chainEntry(
  act: Act,
  { key, draft, line, document }: Entry,
  before: ChainHead,
): { readonly stored: Fact; readonly head: ChainHead } {
  // Two acts may start in one order and commit in the other; the book's own order is the one that counts.
  const now = act.now > before.at ? act.now : before.at;
  const event = envelopeOf({ ...act, now }, draft);
  const chain = linkEntry(sha256, chainName(bookOf(line.sourceId, line)), before, { event, document });
  return {
    head: { seq: chain.seq, hash: chain.hash, at: now },
    stored: {
      key,
      draft,
      event,
      attributes: {
        chain,
        ...recordedIndex(line, event, chain),
        ...(document === undefined ? {} : { document }),
      },
    },
  };
}

function recordedIndex(line: JournalLine, { recordedAt }: Envelope, { seq }: ChainLink) {
  const { programmeId, communeId, postings } = line;
  return {
    gsi2pk: recordedPartition(line.sourceId),
    gsi2sk: `${recordedAt}#${seq.toString().padStart(8, '0')}#${programmeId ?? ''}#${communeId ?? ''}`,
    label: z.encode(LabelSchema, { postings: [...postings] }),
  };
}
