import * as z from 'zod/mini';
import type { LedgerState } from '#lending/engine/domain/life/ledger-state.ts';

/**
 * The engine's cache in the head of a loan, as two lists of numbers: names would cost more than the figures.
 * Its place in the list is what a figure means, so the order below is part of the stored format.
 */

const NOT_OVERDUE = -1;

const SCALARS = 15;

const PER_ROW = 5;

export const StoredStateSchema = z.codec(
  z.object({
    s: z.array(z.int()).check(z.length(SCALARS)),
    o: z.optional(z.array(z.int()).check(z.refine((list) => list.length % PER_ROW === 0))),
  }),
  z.custom<LedgerState>(),
  { decode: stateOf, encode: listsOf },
);

function listsOf(state: LedgerState): { s: number[]; o?: number[] } {
  const { inTerm, overdue, withoutEarly, open } = state;
  const s = [
    state.day,
    state.row,
    state.outstanding,
    state.carry,
    inTerm.whole,
    inTerm.part,
    overdue.whole,
    overdue.part,
    state.overdueSettled,
    state.earlyPrincipal,
    withoutEarly.whole,
    withoutEarly.part,
    state.overdueSince ?? NOT_OVERDUE,
    state.inTermSince,
    state.isClosed ? 1 : 0,
  ];
  const o = open.flatMap((row) => [
    row.row,
    row.principal,
    row.interest,
    row.settledPrincipal,
    row.settledInterest,
  ]);
  return o.length === 0 ? { s } : { s, o };
}

function stateOf({
  s,
  o = [],
}: {
  readonly s: readonly number[];
  readonly o?: readonly number[] | undefined;
}): LedgerState {
  const at = (index: number): number => s[index] ?? 0;
  const since = at(12);
  return {
    day: at(0),
    row: at(1),
    outstanding: at(2),
    carry: at(3),
    inTerm: { whole: at(4), part: at(5) },
    overdue: { whole: at(6), part: at(7) },
    overdueSettled: at(8),
    earlyPrincipal: at(9),
    withoutEarly: { whole: at(10), part: at(11) },
    overdueSince: since === NOT_OVERDUE ? null : since,
    inTermSince: at(13),
    isClosed: at(14) === 1,
    open: openRows(o),
  };
}

function openRows(list: readonly number[]): LedgerState['open'] {
  return Array.from({ length: list.length / PER_ROW }, (_, index) => {
    const [row = 0, principal = 0, interest = 0, settledPrincipal = 0, settledInterest = 0] = list.slice(
      index * PER_ROW,
      (index + 1) * PER_ROW,
    );
    return { row, principal, interest, settledPrincipal, settledInterest };
  });
}
