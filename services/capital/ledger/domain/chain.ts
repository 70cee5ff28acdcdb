import { canonical } from '#shared/domain/canonical.ts';

/**
 * Entries of one book (a leaf, or what a source holds itself) hang together: each carries its number, the hash
 * of the one before and its own, so that nothing can be altered, taken out, swapped or put in unseen.
 */
export interface ChainHead {
  /** Number of the newest entry; 0 before the first. */
  readonly seq: number;
  readonly hash: string;
  /** Instant the newest entry was recorded; no later entry of the book is recorded before it. */
  readonly at: string;
}

export interface ChainLink {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/** SHA-256 of a text, base64url. */
export type Digest = (text: string) => string;

export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: '', at: '' };

/** The hash covers everything an entry says, its place in the chain, and the chain it is in. */
export function linkEntry(digest: Digest, chain: string, head: ChainHead, content: unknown): ChainLink {
  const seq = head.seq + 1;
  const previous = head.hash;
  return { seq, previous, hash: digest(canonical({ chain, seq, previous, content })) };
}

/** Where each chain that moved on a day stood at its end. */
export interface MovedChain {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

/** Root of a day: a Merkle root over the chains that moved, chained to the root before it. */
export function sealDay(
  digest: Digest,
  day: { readonly sourceId: string; readonly day: string; readonly previousRoot: string },
  moved: readonly MovedChain[],
): string {
  const sorted = [...moved].sort((one, other) => (one.chain < other.chain ? -1 : 1));
  const merkle = merkleRoot(
    digest,
    sorted.map((head) => digest(canonical(head))),
  );
  return digest(canonical({ ...day, merkle }));
}

/** An odd one out goes up alone; inner nodes are told from leaves by their mark. */
function merkleRoot(digest: Digest, level: readonly string[]): string {
  if (level.length <= 1) return level[0] ?? '';
  const next: string[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left = '', right] = level.slice(index, index + 2);
    next.push(right === undefined ? left : digest(`node ${left} ${right}`));
  }
  return merkleRoot(digest, next);
}
