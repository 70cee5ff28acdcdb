import type { Text } from '#shared/domain/text.ts';

export type Say = (line: string) => void;

/** A line in Vietnamese first. */
export function both({ vi, en }: Text): string {
  return `${vi} · ${en}`;
}

/** Counts work and says how far it is at every fifth part, so that a start of minutes never looks stuck. */
export function counter(say: Say, what: Text, total: number): () => void {
  const step = Math.max(1, Math.ceil(total / 5));
  let done = 0;
  return () => {
    done += 1;
    if (done % step !== 0 && done !== total) return;
    say(`${both(what)}: ${done.toString()}/${total.toString()}`);
  };
}
