import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { Every, LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import { dayOfMonth, monthsLater } from './calendar.ts';
import { monthsOf } from './night-years.ts';
import type { Months } from './night-years.ts';

/** A row of the calendar: its nights are from → due, and some of the loan's principal instalments fall on it. */
export interface RowDates {
  n: number;
  from: number;
  due: number;
  /** Numbers of the principal instalments asked here, counted from 1. */
  instalments: number[];
}

/** Months after a day, on its day of the month; where there is none, as the terms say. */
function monthsFrom(terms: LoanTerms, day: number, months: number): number {
  const wanted = dayOfMonth(day);
  const found = monthsLater(day, months, wanted);
  return terms.monthEnd === 'rolls' && dayOfMonth(found) !== wanted ? found + 1 : found;
}

/** `steps` steps of the rhythm after a day; months keep the day of the month of that day. */
function after(terms: LoanTerms, day: number, steps: number): number {
  const every = terms.interestEvery;
  const count = every.n * steps;
  switch (every.unit) {
    case 'day':
      return day + count;
    case 'week':
      return day + 7 * count;
    case 'month':
      return monthsFrom(terms, day, count);
    case 'year':
      return monthsFrom(terms, day, 12 * count);
  }
}

/** How many interest rows make one principal instalment. */
export function rowsPerInstalment(terms: LoanTerms): number {
  const length = ({ n, unit }: Every): number => n * { day: 1, week: 7, month: 1, year: 12 }[unit];
  return length(terms.principalEvery) / length(terms.interestEvery);
}

/** Day by day to the transaction point's next fixed day. */
function aligned(terms: LoanTerms, due: number): number {
  if (terms.transactionDays.length === 0) return due;
  for (let day = due; ; day += 1) {
    const inForce = terms.transactionDays
      .filter(({ from }) => from === null || from <= day)
      .toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))
      .at(-1);
    if (inForce === undefined) return due;
    const fixed = monthsLater(day, 0, inForce.day);
    if (day === fixed) return day;
  }
}

/** The first due date when it was given, by the terms or when a student left. */
function givenFirst(terms: LoanTerms, facts: readonly Fact[]): number | null {
  return facts.filter((fact) => fact.type === 'first-due-set').at(-1)?.due ?? terms.firstDue;
}

/** The n-th due date by the rhythm alone. */
function byRhythm(terms: LoanTerms, facts: readonly Fact[], disbursed: number, n: number): number {
  const first = givenFirst(terms, facts);
  return first === null ? after(terms, disbursed, n) : after(terms, first, n - 1);
}

/** The due dates by the rhythm and the transaction point's calendar, without end: one row a session. */
function* dueDates(terms: LoanTerms, facts: readonly Fact[], disbursed: number): Generator<number, never> {
  let due = Number.NEGATIVE_INFINITY;
  for (let row = 1; ; row += 1) {
    due = aligned(terms, Math.max(byRhythm(terms, facts, disbursed, row), due + 1));
    yield due;
  }
}

/** Where months turn: on the day of the month the due dates keep. */
export function monthsFor(terms: LoanTerms, facts: readonly Fact[], disbursed: number): Months {
  const isMonthly = terms.interestEvery.unit === 'month' || terms.interestEvery.unit === 'year';
  const kept = dayOfMonth(givenFirst(terms, facts) ?? disbursed);
  return monthsOf(disbursed, byRhythm(terms, facts, disbursed, 1), isMonthly ? kept : null);
}

interface Slot {
  due: number;
  instalments: number[];
}

function signed(terms: LoanTerms, facts: readonly Fact[], disbursed: number): Slot[] {
  if (terms.amortisation === 'custom') return customSlots(terms, facts, disbursed);
  const each = rowsPerInstalment(terms);
  const dues = dueDates(terms, facts, disbursed);
  return Array.from({ length: terms.instalments * each }, (_, index) => ({
    due: dues.next().value,
    instalments: (index + 1) % each === 0 ? [(index + 1) / each] : [],
  }));
}

function customSlots(terms: LoanTerms, facts: readonly Fact[], disbursed: number): Slot[] {
  const slots: Slot[] = [];
  for (const [index, entry] of terms.custom.entries()) {
    const due = aligned(terms, entry.due);
    const same = slots.find((slot) => slot.due === due);
    if (same === undefined) slots.push({ due, instalments: [index + 1] });
    else same.instalments.push(index + 1);
  }
  const last = Math.max(...slots.map(({ due }) => due));
  for (const due of dueDates(terms, facts, disbursed)) {
    if (due >= last) break;
    if (!slots.some((slot) => slot.due === due)) slots.push({ due, instalments: [] });
  }
  return slots.sort((a, b) => a.due - b.due);
}

/** The rows of a loan with every fact that moves a date. */
export function rowsOf(terms: LoanTerms, facts: readonly Fact[], disbursed: number): RowDates[] {
  const slots = signed(terms, facts, disbursed);
  const at = (due: number): Slot => {
    const slot = slots.find((one) => one.due === due);
    if (slot === undefined) throw new RangeError(`nothing is due on ${String(due)}`);
    return slot;
  };
  const dated = facts.map((fact) => ({ fact, day: fact.on ?? ('from' in fact ? fact.from : 0) }));
  for (const { fact } of dated.toSorted((a, b) => a.day - b.day)) {
    if (fact.type === 'due-date-move') at(fact.from).due = fact.to;
    if (fact.type === 'extension' || fact.type === 'rollover') prolong(slots, fact.to);
    if (fact.type === 'instalment-adjustment') {
      const target = at(fact.to);
      target.instalments = [...at(fact.from).instalments, ...target.instalments];
      at(fact.from).instalments = [];
    }
  }
  return slots.map((slot, index) => ({ n: index + 1, from: slots[index - 1]?.due ?? disbursed, ...slot }));

  function prolong(among: Slot[], to: number): void {
    const last = among.at(-1);
    if (last === undefined) return;
    const moved = last.instalments;
    last.instalments = [];
    for (const due of dueDates(terms, facts, disbursed)) {
      if (due >= to) break;
      if (due > last.due) among.push({ due, instalments: [] });
    }
    among.push({ due: to, instalments: moved });
  }
}
