import type { LeafId } from './leaf.ts';

/** What has entries and balances of its own: a leaf, or a source. Totals of a source include its leaves. */
export interface BookId {
  readonly sourceId: string;
  readonly leaf: Omit<LeafId, 'sourceId'> | null;
}

export function chainName({ sourceId, leaf }: BookId): string {
  return leaf === null ? sourceId : `${sourceId}/${leaf.programmeId}/${leaf.communeId}`;
}

export function bookOf(
  sourceId: string,
  { programmeId, communeId }: { readonly programmeId: string | null; readonly communeId: string | null },
): BookId {
  return { sourceId, leaf: programmeId === null || communeId === null ? null : { programmeId, communeId } };
}
