import type { LifeOfLoan } from './lives.ts';
import { toText } from './oracle/calendar.ts';

const DAYS = new Set(['from', 'to', 'on', 'due', 'asOf', 'firstDue', 'until']);

/** A life as text a person can read and a calculation request can be written from: days as dates, rates in per cent. */
export function shown(life: LifeOfLoan): string {
  return JSON.stringify(
    life,
    (name, value: unknown) => {
      if (typeof value === 'bigint') return Number(value) / 1_000_000;
      return typeof value === 'number' && DAYS.has(name) ? toText(value) : value;
    },
    1,
  );
}
