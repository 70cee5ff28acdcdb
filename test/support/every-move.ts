import { mayMove } from '#shared/domain/transitions.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';

export interface EveryMove<S extends string, V extends string> {
  readonly from: S;
  readonly verb: V;
  /** Where the move ends; null when the table does not have it. */
  readonly to: S | null;
}

/** Every pair of a status and a verb, with what the table says of it. */
export function everyMove<S extends string, V extends string>(
  statuses: readonly S[],
  table: TransitionTable<S, V>,
): EveryMove<S, V>[] {
  const verbs = Object.keys(table) as V[];
  return statuses.flatMap((from) =>
    verbs.map((verb) => ({ from, verb, to: mayMove(table, verb, from) ? table[verb].to : null })),
  );
}
