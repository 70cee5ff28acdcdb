import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Ledger } from '../life/ledger.ts';
import type { Instalment } from './answer.ts';

/**
 * The rows of a loan as of the day its ledger stands at. The ledger is used up: it is carried on to the last
 * due date, each later row paid in time.
 */
export function instalmentsOf(ledger: Ledger, asOf: DayNumber): Instalment[] {
  const { rows, basis } = ledger;
  const { due, start } = basis.plan;
  const fallen = ledger.row;
  ledger.foresee();
  return due.map((day, row): Instalment => {
    const principal = rows.principal[row] ?? 0;
    const interest = rows.interest[row] ?? 0;
    const settledPrincipal = rows.settledPrincipal[row] ?? 0;
    const settledInterest = rows.settledInterest[row] ?? 0;
    const waived = rows.waivedInterest[row] ?? 0;
    const outstanding = {
      principal: Math.max(principal - settledPrincipal, 0),
      interest: Math.max(interest - settledInterest, 0),
    };
    const isLate = row < fallen && outstanding.principal + outstanding.interest > 0;
    const from = due[row - 1] ?? start;
    return {
      n: row + 1,
      from,
      due: day,
      days: day - from,
      principal,
      interest,
      total: principal + interest,
      balanceAfter: rows.balanceAfter[row] ?? 0,
      paid: {
        principal: settledPrincipal - (rows.lostPrincipal[row] ?? 0),
        interest: settledInterest - waived - (rows.lostInterest[row] ?? 0),
      },
      waived,
      outstanding,
      daysLate: isLate ? asOf - day : 0,
    };
  });
}
