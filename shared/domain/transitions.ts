/** For each verb: the statuses it may start from and the one it ends in. */
export type TransitionTable<S extends string, V extends string> = Readonly<
  Record<V, { readonly from: readonly S[]; readonly to: S }>
>;

export function mayMove<S extends string, V extends string>(
  table: TransitionTable<S, V>,
  verb: V,
  status: S,
): boolean {
  return table[verb].from.includes(status);
}

/** The statuses from which a move leads to this one: what a write admits that leaves it behind. */
export function statusesBefore<S extends string, V extends string>(table: TransitionTable<S, V>, to: S): S[] {
  const moves = Object.values<TransitionTable<S, V>[V]>(table);
  return [...new Set(moves.filter((move) => move.to === to).flatMap(({ from }) => from))];
}

/** A Mermaid state diagram of the table, for the service README; a test keeps the two equal. */
export function drawTransitions<S extends string, V extends string>(table: TransitionTable<S, V>): string {
  const lines = Object.entries<TransitionTable<S, V>[V]>(table).flatMap(([verb, move]) =>
    move.from.map((from) => `    ${state(from)} --> ${state(move.to)}: ${verb}`),
  );
  return ['stateDiagram-v2', ...lines].join('\n');
}

/** Mermaid does not take hyphens in state names. */
function state(name: string): string {
  return name.replaceAll('-', '_');
}
