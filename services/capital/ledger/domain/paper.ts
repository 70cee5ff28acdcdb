import type { Vnd } from '#shared/domain/vnd.ts';

/**
 * What a paper is known by, whoever types it in and under whatever id: a transfer by its number, day and amount, a
 * quota paper by its number, day, the sums it gives and takes, and where.
 */
export interface Paper {
  readonly kind: 'receipt' | 'withdrawal' | 'quota';
  readonly sourceId: string;
  readonly number: string;
  readonly day: string;
  /** đồng; of a quota paper what it allocates and what it recalls. */
  readonly amounts: readonly string[];
  readonly areaIds: readonly string[];
}

/** A paper that an act books, the record it becomes, and whether the caller says that it is another one of its like. */
export interface BookedPaper {
  readonly paper: Paper;
  readonly record: { readonly [name: string]: string | number };
  readonly isAnother: boolean;
}

/** The paper of an entry of a source; null when no document was named: then nothing tells it from another. */
export function transferPaper(
  kind: 'receipt' | 'withdrawal',
  { sourceId, document, effectiveOn, amount }: TransferEntry,
): Paper | null {
  if (document === null) return null;
  return { kind, sourceId, number: document, day: effectiveOn, amounts: [amount.toString()], areaIds: [] };
}

interface TransferEntry {
  readonly sourceId: string;
  readonly document: string | null;
  readonly effectiveOn: string;
  readonly amount: Vnd;
}

/** The same number in other letters is the same paper. */
export function paperName({ kind, number, day, amounts, areaIds }: Paper): readonly unknown[] {
  return [kind, number.toLowerCase(), day, amounts, areaIds];
}
