import type { DebtClass } from '#lending/engine/domain/answers/answer.ts';
import { duePrincipal, isOver, maturityOf, overdueAt } from './life.ts';
import type { Life, Taken } from './life.ts';
import { max, toDong } from './money.ts';
import { frozenSince } from './night-rates.ts';
import { interestSoFar } from './row-interest.ts';
import { total } from './sum.ts';
import { accruedOf, overdueInterestOwed, owedOn, payoffOf } from './take.ts';

export interface OracleRow {
  readonly n: number;
  readonly from: number;
  readonly due: number;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly balanceAfter: bigint;
  readonly paidPrincipal: bigint;
  readonly paidInterest: bigint;
  readonly waived: bigint;
}

export interface OraclePosition {
  readonly principalDisbursed: bigint;
  readonly principalOutstanding: bigint;
  readonly principalDue: bigint;
  readonly principalOverdue: bigint;
  readonly interestAccrued: bigint;
  readonly interestDue: bigint;
  readonly interestInGrace: bigint;
  readonly overdueInterest: bigint;
  readonly interestSupported: ReadonlyMap<string, bigint>;
  readonly interestPaid: bigint;
  readonly overdueInterestPaid: bigint;
  readonly excess: bigint;
  readonly class: DebtClass;
  readonly classSince: number;
  readonly maturity: number;
  readonly daysOverdue: number;
}

export interface Snapshot {
  readonly rows: readonly OracleRow[];
  readonly taken: readonly Taken[];
  readonly position: OraclePosition;
  readonly payoff: { readonly principal: bigint; readonly interest: bigint };
}

export interface Unfinished {
  readonly finish: (life: Life, balances: ReadonlyMap<number, bigint>) => Snapshot;
}

/** Takes down what is true at the close of a day; `finish` adds what later rows came to ask. */
export function snapshot(life: Life, asOf: number, classSince: number): Unfinished {
  const payoff = payoffOf(life, asOf);
  const paid = life.rows.map((row) => ({ principal: row.paidPrincipal, interest: row.paidInterest }));
  const taken = [...life.taken];
  const position = positionOf(life, asOf, classSince);
  return {
    finish: (finished, balances) => ({
      position,
      taken,
      payoff,
      rows: finished.rows.map((row, index) => ({
        n: row.n,
        from: row.from,
        due: row.due,
        principal: row.asked?.principal ?? 0n,
        interest: row.asked?.interest ?? 0n,
        balanceAfter: balances.get(row.n) ?? 0n,
        paidPrincipal: paid[index]?.principal ?? 0n,
        paidInterest: paid[index]?.interest ?? 0n,
        waived: row.waived,
      })),
    }),
  };
}

function positionOf(life: Life, asOf: number, classSince: number): OraclePosition {
  const owed = owedOn(life);
  const isOpen = life.writtenOff === null;
  const overdue = isOpen ? overdueAt(life, asOf - 1) : 0n;
  // Interest paid beyond all that the schedule came to ask is the borrower's once nothing more is asked.
  const returned = isOver(life) || asOf >= maturityOf(life) ? life.settledBeyond : 0n;
  return {
    principalDisbursed: life.disbursed,
    principalOutstanding: life.outstanding,
    principalDue: isOpen ? duePrincipal(life, asOf) : 0n,
    principalOverdue: overdue,
    interestAccrued: owed.interest,
    interestDue: isOpen
      ? life.rows.reduce((sum, row) => (row.asked === null ? sum : sum + accruedOf(life, row)), 0n)
      : 0n,
    interestInGrace: isOpen ? inGrace(life) : 0n,
    overdueInterest: isOpen ? overdueInterestOwed(life) : 0n,
    interestSupported: new Map(
      [...life.supported].map(([payer, sum]) => [payer, toDong(life.terms, total(sum))] as const),
    ),
    interestPaid: sumOf(life, 'interest') - returned,
    overdueInterestPaid: sumOf(life, 'overdueInterest'),
    excess: life.excess + returned,
    maturity: maturityOf(life),
    class: classOf(life, asOf),
    classSince,
    daysOverdue: overdue > 0n && life.closedOn === null ? asOf - oldestOverdue(life) : 0,
  };
}

/** What payments were taken as. */
function sumOf(life: Life, kind: 'interest' | 'overdueInterest'): bigint {
  return life.taken.reduce((sum, one) => (one.type === 'payment' ? sum + one[kind] : sum), 0n);
}

/** Interest of rows whose asking grace puts off. */
function inGrace(life: Life): bigint {
  const running = life.rows.find((row) => row.asked === null);
  if (running === undefined) return 0n;
  if (running.n <= life.terms.grace.interestPayment) return accruedOf(life, running);
  if (running.n !== life.terms.grace.interestPayment + 1 || life.closedOn !== null) return 0n;
  return max(accruedOf(life, running) - interestSoFar(life, running), 0n);
}

/** The class at the close of a day. */
export function classOf(life: Life, day: number): DebtClass {
  if (life.writtenOff !== null) return 'written-off';
  if (life.closedOn !== null) return 'settled';
  if (frozenSince(life.facts, day) !== null) return 'frozen';
  return overdueAt(life, day - 1) > 0n ? 'overdue' : 'in-term';
}

/** The due date from which the debt is overdue: of the oldest unpaid row, or maturity where only that counts. */
function oldestOverdue(life: Life): number {
  if (life.terms.overdueRegime === 'maturity-only') return maturityOf(life);
  const row = life.rows.find((one) => one.asked !== null && one.asked.principal > one.paidPrincipal);
  return row?.due ?? maturityOf(life);
}
