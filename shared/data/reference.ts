import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { Act } from './act.ts';
import { commit } from './commit.ts';
import { getItem, queryPage } from './read.ts';
import type { Page } from './read.ts';
import type { Table } from './table.ts';
import { createItem, replaceItem } from './write.ts';

/**
 * Reference records (areas, standards, rules, programmes, organisations, investors): dated content with its
 * legal source. A record is never edited; other content is a new revision and the old one stays.
 * Keys: pk REF#<kind>#<id>, sk HEAD (newest) and REV#<revision>; list: gsi1pk REF#<kind>, gsi1sk <sort>.
 */

const HeadSchema = z.object({
  version: z.int(),
  hash: z.string(),
  recordedAt: z.string(),
  content: z.unknown(),
});

export interface ReferenceRecord {
  readonly kind: string;
  readonly id: string;
  readonly content: object;
  /** What the list shows; small, because it is copied into the index. */
  readonly summary: object;
  /** Order in the list; the id when absent. */
  readonly sort?: string;
  readonly draft: (revision: number) => EventDraft;
}

export interface Revised {
  readonly id: string;
  readonly revision: number;
  readonly unchanged: boolean;
}

/** Stores a revision, or nothing when the content is that of the newest one. Throws WriteConflict on a race. */
export async function putReference(table: Table, act: Act, record: ReferenceRecord): Promise<Revised> {
  const pk = `REF#${record.kind}#${record.id}`;
  const hash = createHash('sha256')
    .update(JSON.stringify([record.content, record.summary]))
    .digest('base64url');
  const head = await getItem(table, { pk, sk: 'HEAD' }, HeadSchema, 'strong');
  if (head?.hash === hash) return { id: record.id, revision: head.version, unchanged: true };
  const revision = (head?.version ?? 0) + 1;
  const stored = { version: revision, hash, recordedAt: act.now, by: act.actor, content: record.content };
  const item = {
    pk,
    sk: 'HEAD',
    gsi1pk: `REF#${record.kind}`,
    gsi1sk: record.sort ?? record.id,
    summary: record.summary,
    ...stored,
  };
  return commit(table, act, {
    writes: [
      head === null ? createItem(item) : replaceItem(item, head.version),
      createItem({ pk, sk: `REV#${revision.toString().padStart(6, '0')}`, ...stored }),
    ],
    facts: [
      {
        key: { pk, sk: `FACT#${revision.toString().padStart(6, '0')}` },
        draft: record.draft(revision),
      },
    ],
    answer: { id: record.id, revision, unchanged: false },
  });
}

/** The newest revision's content, or null. */
export async function getReference<S extends z.core.$ZodType>(
  table: Table,
  kind: string,
  id: string,
  schema: S,
): Promise<{ readonly revision: number; readonly content: z.output<S> } | null> {
  const head = await getItem(table, { pk: `REF#${kind}#${id}`, sk: 'HEAD' }, HeadSchema);
  return head === null ? null : { revision: head.version, content: z.parse(schema, head.content) };
}

/** One page of a kind, in its sort order; each row is the summary. */
export async function listReferences<S extends z.core.$ZodType>(
  table: Table,
  kind: string,
  summary: S,
  page: { readonly prefix?: string; readonly cursor?: string | undefined; readonly limit?: number },
): Promise<Page<z.output<S>>> {
  const row = z.object({ summary });
  const found = await queryPage(table, row, { index: 'gsi1', partition: `REF#${kind}`, ...page });
  return { items: found.items.map((item) => (item as { summary: z.output<S> }).summary), next: found.next };
}
