import type { DayNumber } from '#shared/domain/civil-day.ts';
import { surplusOf } from '../life/allocation.ts';
import type { Ledger } from '../life/ledger.ts';
import type { Instalment } from './answer.ts';

/** What one row asks of the principal, and what of it has been paid. */
export interface PrincipalRow {
  readonly due: DayNumber;
  readonly asked: number;
  readonly paid: number;
}

/** Are the rows of the loan planned at the tranches, so that a ledger that goes on from a state still knows them? */
export function plansPrincipal({ schedule, followsRates }: Ledger): boolean {
  return schedule === null && !followsRates;
}

/**
 * The rows as they were planned. Principal paid with a month's interest ahead of its due date counts towards the
 * last ones, which ask so much less then. All rows together are what was disbursed, and what is open in them is
 * what is outstanding.
 */
export function plannedRows(ledger: Ledger): PrincipalRow[] {
  const { rows, basis, row: current, oldest, isClosed } = ledger;
  let surplus = surplusOf(ledger);
  const found: PrincipalRow[] = [];
  for (let row = rows.count - 1; row >= 0; row -= 1) {
    const planned = rows.planned[row] ?? 0;
    const due = basis.plan.due[row] ?? ledger.day;
    if (planned === 0) continue;
    const settled = rows.settledPrincipal[row] ?? 0;
    if (isClosed || row < oldest || (row < current && rows.principal[row] === settled)) {
      found.push({ due, asked: planned, paid: planned });
    } else if (row < current) {
      found.push({ due, asked: planned, paid: settled + planned - (rows.principal[row] ?? 0) });
    } else {
      const spared = Math.min(Math.max(planned - settled, 0), surplus);
      surplus -= spared;
      found.push({ due, asked: planned, paid: Math.min(settled, planned) + spared });
    }
  }
  return inFull(found.reverse(), ledger.disbursed);
}

/**
 * A later tranche is shared out beside what had been paid ahead by then; that counts towards the last row too, or
 * is no longer asked by the oldest.
 */
function inFull(rows: readonly PrincipalRow[], disbursed: number): PrincipalRow[] {
  let missing = rows.reduce((left, { asked }) => left - asked, disbursed);
  return rows.map(({ due, asked, paid }, index) => {
    const isLast = index === rows.length - 1;
    const part = missing > 0 ? (isLast ? missing : 0) : Math.max(missing, -paid);
    missing -= part;
    return { due, asked: asked + part, paid: paid + part };
  });
}

/** Rows that ask by their level or by the schedule, as they will fall due. */
export function askingRows(instalments: readonly Instalment[]): PrincipalRow[] {
  return instalments
    .filter(({ principal }) => principal > 0)
    .map(({ due, principal, outstanding }) => ({
      due,
      asked: principal,
      paid: principal - outstanding.principal,
    }));
}
