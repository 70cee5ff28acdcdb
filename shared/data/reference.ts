import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Page } from '#shared/application/pages.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { Act } from './act.ts';
import { commit } from './commit.ts';
import { getItem, queryAll, queryPage } from './read.ts';
import type { QueryOptions } from './read.ts';
import type { Table } from './table.ts';
import { createItem, replaceItem } from './write.ts';
import type { Write } from './write.ts';

/**
 * Reference records (areas, standards, rules, programmes, organisations, investors): dated content with its
 * legal source. A record is never edited; other content is a new revision and the old one stays.
 * Keys: pk REF#<kind>#<id>, sk HEAD (newest) and REV#<revision>; list: gsi1pk REF#<kind>, gsi1sk <sort>; kinds
 * that are asked for as known on an instant: gsi2pk REVISIONS#<kind>, gsi2sk <sort>#<revision>.
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
  /** Whether all revisions of the kind can be read at once, so that it can be asked for as known on an instant. */
  readonly history?: boolean;
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
  const head = await getItem(table, { pk, sk: 'HEAD' }, HeadSchema, 'strong');
  if (head?.hash === hashOf(record)) return { id: record.id, revision: head.version, unchanged: true };
  const read = head?.version ?? 0;
  const revision = read + 1;
  return commit(table, act, {
    writes: revisionWrites(act, record, read),
    facts: [
      {
        key: { pk, sk: `FACT#${numbered(revision)}` },
        draft: record.draft(revision),
      },
    ],
    answer: { id: record.id, revision, unchanged: false },
  });
}

/** The revision after the one that was read (0: none), as part of an act that tells of it by a fact of its own. */
export function revisionWrites(act: Act, record: Omit<ReferenceRecord, 'draft'>, read: number): Write[] {
  const { kind, id, content, summary } = record;
  const pk = `REF#${kind}#${id}`;
  const revision = read + 1;
  const stored = {
    version: revision,
    hash: hashOf(record),
    recordedAt: act.now,
    by: act.actor,
    content,
  };
  const item = { pk, sk: 'HEAD', gsi1pk: `REF#${kind}`, gsi1sk: record.sort ?? id, summary, ...stored };
  return [
    read === 0 ? createItem(item) : replaceItem(item, read),
    createItem({
      pk,
      sk: `REV#${numbered(revision)}`,
      ...stored,
      ...(record.history === true ? historyIndex(record, revision, act.now) : {}),
    }),
  ];
}

function hashOf({ content, summary }: Pick<ReferenceRecord, 'content' | 'summary'>): string {
  return createHash('sha256')
    .update(JSON.stringify([content, summary]))
    .digest('base64url');
}

const numbered = (revision: number): string => revision.toString().padStart(6, '0');

function historyIndex(
  { kind, id, sort, content }: Omit<ReferenceRecord, 'draft'>,
  revision: number,
  recordedAt: string,
) {
  return {
    gsi2pk: `REVISIONS#${kind}`,
    gsi2sk: `${sort ?? id}#${numbered(revision)}`,
    label: { id, recordedAt, content },
  };
}

/** The newest revision's content, or null. */
export async function getReference<S extends z.core.$ZodType>(
  table: Table,
  kind: string,
  id: string,
  schema: S,
  consistency: 'eventual' | 'strong' = 'eventual',
): Promise<{ readonly revision: number; readonly content: z.output<S> } | null> {
  const head = await getItem(table, { pk: `REF#${kind}#${id}`, sk: 'HEAD' }, HeadSchema, consistency);
  return head === null ? null : { revision: head.version, content: z.parse(schema, head.content) };
}

/** The content of one revision, or null. */
export async function getRevision<S extends z.core.$ZodType>(
  table: Table,
  { kind, id, revision }: { readonly kind: string; readonly id: string; readonly revision: number },
  schema: S,
): Promise<z.output<S> | null> {
  const key = { pk: `REF#${kind}#${id}`, sk: `REV#${numbered(revision)}` };
  const found = await getItem(table, key, HeadSchema);
  return found === null ? null : z.parse(schema, found.content);
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

/** Revisions of one record; a record is revised a few times in its life. */
const REVISIONS_BOUND = 1000;

/** The content as known on an instant, now when null; null when the record was not known. */
export async function getReferenceKnownOn<S extends z.core.$ZodType>(
  table: Table,
  { kind, id, knownOn }: { readonly kind: string; readonly id: string; readonly knownOn: string | null },
  schema: S,
): Promise<z.output<S> | null> {
  if (knownOn === null) return (await getReference(table, kind, id, schema))?.content ?? null;
  const revisions = await queryAll(table, z.object({ recordedAt: z.string(), content: z.unknown() }), {
    partition: `REF#${kind}#${id}`,
    prefix: 'REV#',
    bound: REVISIONS_BOUND,
  });
  const known = revisions.findLast(({ recordedAt }) => recordedAt <= knownOn);
  return known === undefined ? null : z.parse(schema, known.content);
}

export interface Revision<T> {
  readonly id: string;
  readonly recordedAt: string;
  readonly content: T;
}

/** A page of the revisions of a kind that keeps its history, in its sort order. */
export async function listRevisions<S extends z.core.$ZodType>(
  table: Table,
  kind: string,
  content: S,
  page: Pick<QueryOptions, 'between' | 'newestFirst' | 'cursor' | 'limit'>,
): Promise<Page<Revision<z.output<S>>>> {
  const row = z.object({ label: z.object({ id: z.string(), recordedAt: z.string(), content: z.unknown() }) });
  const found = await queryPage(table, row, { index: 'gsi2', partition: `REVISIONS#${kind}`, ...page });
  return {
    items: found.items.map(({ label }) => ({ ...label, content: z.parse(content, label.content) })),
    next: found.next,
  };
}
