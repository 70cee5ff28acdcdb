import * as z from 'zod/mini';
import type { FurtherState, LedgerState } from '#lending/engine/domain/life/kept-state.ts';
import type { Stretch, Stretches } from '#lending/engine/domain/interest/stretches.ts';

/**
 * The engine's cache in the head of a loan, as lists of numbers: names would cost more than the figures. Its place
 * in the list is what a figure means, so the order below is part of the stored format. What a plain loan has not is
 * left out.
 */

const NONE = -1;

const SCALARS = 16;

const PER_ROW = 5;

interface StoredState {
  /** Figures every loan has. */
  readonly s: number[];
  /** Open rows, five figures each. */
  readonly o?: number[] | undefined;
  /** Interest waived of open rows: row and amount in turns. */
  readonly w?: number[] | undefined;
  /** Overdue interest paid, waived, in excess, day settled before this one, day opened again. */
  readonly m?: number[] | undefined;
  /** Where interest is rounded by stretches, of those in term, overdue and without early money: ended and balance. */
  readonly t?: number[] | undefined;
  /** What loans by level or schedule, or of several tranches, have besides. */
  readonly f?: number[] | undefined;
  /** How later tranches were shared out: row and amount in turns. */
  readonly p?: number[] | undefined;
}

function listsOf(state: LedgerState): StoredState {
  const { inTerm, overdue, withoutEarly, open, further } = state;
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
    state.overdueSince ?? NONE,
    state.inTermSince,
    state.isClosed ? 1 : 0,
    state.paid.interest,
  ];
  const o = open.flatMap((row) => [
    row.row,
    row.principal,
    row.interest,
    row.settledPrincipal,
    row.settledInterest,
  ]);
  const w = open.flatMap(({ row, waivedInterest }) => (waivedInterest === 0 ? [] : [row, waivedInterest]));
  return {
    s,
    ...present('o', o),
    ...present('w', w),
    ...present('m', moreOf(state)),
    ...present('t', stretchFigures(state)),
    ...furtherOf(further),
  };
}

function present<K extends string>(key: K, list: number[]): Partial<Record<K, number[]>> {
  return list.length === 0 ? {} : ({ [key]: list } as Record<K, number[]>);
}

function moreOf({ day, paid, waived, excess, settledOn, reopenedOn }: LedgerState): number[] {
  const before = settledOn === day ? null : settledOn;
  if (paid.overdueInterest + waived + excess === 0 && before === null && reopenedOn === null) return [];
  return [paid.overdueInterest, waived, excess, before ?? NONE, reopenedOn ?? NONE];
}

function stretchFigures({ stretches }: LedgerState): number[] {
  if (stretches === null) return [];
  const { inTerm, overdue, withoutEarly } = stretches;
  return [inTerm, overdue, withoutEarly].flatMap(({ ended, balance }) => [ended, balance]);
}

function furtherOf(further: FurtherState | null) {
  if (further === null) return {};
  const { askedPrincipal, scheduledPrincipal, balanceAtStart, settledBeyond, aheadInterest, level } = further;
  const p = further.plans.flatMap(({ row, left }) => [row, left]);
  return {
    f: [askedPrincipal, scheduledPrincipal, balanceAtStart, settledBeyond, aheadInterest, level],
    ...present('p', p),
  };
}

const FiguresSchema = z.optional(z.array(z.int()));

export const StoredStateSchema = z.codec(
  z.object({
    s: z.array(z.int()).check(z.length(SCALARS)),
    o: z.optional(z.array(z.int()).check(z.refine((list) => list.length % PER_ROW === 0))),
    w: FiguresSchema,
    m: FiguresSchema,
    t: FiguresSchema,
    f: FiguresSchema,
    p: FiguresSchema,
  }),
  z.custom<LedgerState>(),
  { decode: stateOf, encode: listsOf },
);

function stateOf({ s, o = [], w = [], m = [], t, f, p = [] }: StoredState): LedgerState {
  const at = (index: number): number => s[index] ?? 0;
  const [overdueInterest = 0, waived = 0, excess = 0, settledOn, reopenedOn] = m;
  const isClosed = at(14) === 1;
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
    stretches: t === undefined ? null : stretchState(t),
    overdueSince: dayOf(at(12)),
    inTermSince: at(13),
    isClosed,
    open: openRows(o, new Map(pairs(w))),
    paid: { interest: at(15), overdueInterest },
    waived,
    excess,
    settledOn: dayOf(settledOn) ?? (isClosed ? at(0) : null),
    reopenedOn: dayOf(reopenedOn),
    further: f === undefined ? null : furtherState(f, p),
  };
}

function dayOf(figure: number | undefined): number | null {
  return figure === undefined || figure === NONE ? null : figure;
}

function pairs(list: readonly number[]): [number, number][] {
  return Array.from({ length: list.length / 2 }, (_, at) => [list[2 * at] ?? 0, list[2 * at + 1] ?? 0]);
}

function openRows(list: readonly number[], waived: ReadonlyMap<number, number>): LedgerState['open'] {
  return Array.from({ length: list.length / PER_ROW }, (_, index) => {
    const [row = 0, principal = 0, interest = 0, settledPrincipal = 0, settledInterest = 0] = list.slice(
      index * PER_ROW,
      (index + 1) * PER_ROW,
    );
    const waivedInterest = waived.get(row) ?? 0;
    return { row, principal, interest, settledPrincipal, settledInterest, waivedInterest };
  });
}

function stretchState(figures: readonly number[]): Stretches {
  const at = (index: number): Stretch => ({
    ended: figures[2 * index] ?? 0,
    balance: figures[2 * index + 1] ?? 0,
  });
  return { inTerm: at(0), overdue: at(1), withoutEarly: at(2) };
}

function furtherState(figures: readonly number[], plans: readonly number[]): FurtherState {
  const [
    askedPrincipal = 0,
    scheduledPrincipal = 0,
    balanceAtStart = 0,
    settledBeyond = 0,
    aheadInterest = 0,
    level = NONE,
  ] = figures;
  return {
    ...{ askedPrincipal, scheduledPrincipal, balanceAtStart, settledBeyond, aheadInterest, level },
    plans: pairs(plans).map(([row, left]) => ({ row, left })),
  };
}
