import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import {
  computeShare,
  duePrincipal,
  fallDue,
  isOver,
  isStep,
  newLife,
  notAsked,
  passNight,
  rowOfNight,
} from './life.ts';
import type { Life, Taken } from './life.ts';
import type { Row } from './money.ts';
import { classOf, snapshot } from './snapshot.ts';
import type { Snapshot, Unfinished } from './snapshot.ts';
import { takePayment, takeRecovery, takeWaiver, takeWriteOff } from './take.ts';

/** The facts that count as of a day, as known on an instant: later ones and reversed ones never happened. */
export function counted(facts: readonly Fact[], asOf: number, knownOn: string | null): Fact[] {
  const known = facts.filter(
    (fact) =>
      (knownOn === null || fact.recordedAt === undefined || fact.recordedAt <= knownOn) &&
      (fact.on === undefined || fact.on <= asOf),
  );
  const reversed = new Set(known.flatMap((fact) => (fact.type === 'reversal' ? [fact.target] : [])));
  return known.filter((fact) => !(fact.type === 'reversal' || ('id' in fact && reversed.has(fact.id ?? ''))));
}

const ORDER = ['disbursement', 'rate-change', 'payment', 'waiver', 'write-off', 'recovery'];

function rank(fact: Fact): number {
  return fact.type === 'waiver' ? ORDER.indexOf('payment') : ORDER.indexOf(fact.type);
}

function inOrderOfTheDay(a: Fact, b: Fact): number {
  const [one, other] = [a, b].map((fact) => ('id' in fact ? (fact.id ?? '') : ''));
  if (a.type === 'disbursement' && b.type === 'disbursement' && a.amount !== b.amount)
    return a.amount - b.amount;
  return rank(a) - rank(b) || ((one ?? '') < (other ?? '') ? -1 : 1);
}

/**
 * The loan lived day by day up to a day, and on to its last due date as if each later row were paid on time; with
 * `paysOnTime` every row is.
 */
export function oracle(
  terms: LoanTerms,
  facts: readonly Fact[],
  asOf: number,
  knownOn: string | null = null,
  paysOnTime = false,
): Snapshot | null {
  const happened = counted(facts, asOf, knownOn);
  const starts = happened.flatMap((fact) => (fact.type === 'disbursement' ? [fact.on] : []));
  if (starts.length === 0) return null;
  const start = Math.min(...starts);
  const life = newLife(terms, happened, start);
  let early = 0n;
  let present = { class: 'none', since: start };
  let taken: Unfinished | null = null;
  const balances = new Map<number, bigint>();
  const end = Math.max(asOf, life.rows.at(-1)?.due ?? asOf);
  for (let day = start; day <= end; day += 1) {
    life.clock.today = day;
    if (day > start) passNight(life, day - 1, early);
    for (const row of life.rows.filter(({ due }) => due === day)) {
      fallDue(life, row);
      balances.set(row.n, leftAfter(life, row));
      early = 0n;
      if (taken !== null || paysOnTime) payOnTime(life, row);
    }
    const today = happened.filter((fact) => fact.on === day).sort(inOrderOfTheDay);
    for (const fact of today) if (fact.type === 'disbursement') disburse(life, fact.on, fact.amount, fact.id);
    const row = rowOfNight(life, day);
    if (row !== null && mustCompute(life, day, today)) computeShare(life, row, early);
    for (const fact of today) early += act(life, fact, early);
    // A tranche after a payoff begins anew, even when it is repaid on its own day.
    const reopens = present.class === 'settled' && today.some(({ type }) => type === 'disbursement');
    if (reopens) present = { class: 'none', since: day };
    const now = classOf(life, day);
    if (now !== present.class) present = { class: now, since: day };
    if (day === asOf) taken = snapshot(life, asOf, present.since);
  }
  return taken?.finish(life, balances) ?? null;
}

function disburse(life: Life, on: number, amount: number, id: string | undefined): void {
  // After a payoff the loan is open again, and owes what was paid out since.
  life.closedOn = null;
  life.disbursed += BigInt(amount);
  life.outstanding += BigInt(amount);
  life.taken.push({ ...blank('disbursement', id ?? null, on, amount), balanceAfter: life.outstanding });
}

function blank(type: Taken['type'], id: string | null, on: number, amount: number): Taken {
  const nothing = { principal: 0n, interest: 0n, overdueInterest: 0n, excess: 0n, balanceAfter: 0n };
  return { type, id, on, amount: BigInt(amount), ...nothing };
}

/** What a fact does to the money; how much of it was principal taken early. */
function act(life: Life, fact: Fact, early: bigint): bigint {
  switch (fact.type) {
    case 'payment': {
      const taken = blank('payment', fact.id, fact.on, fact.amount);
      const { early: ahead } = isOver(life) ? allExcess(life, taken) : takePayment(life, taken, early);
      life.excess += taken.excess;
      life.taken.push({ ...taken, balanceAfter: life.outstanding });
      return ahead;
    }
    case 'waiver': {
      const taken = blank('waiver', fact.id, fact.on, fact.amount);
      takeWaiver(life, taken);
      life.taken.push({ ...taken, balanceAfter: life.outstanding });
      return 0n;
    }
    case 'write-off': {
      const taken = blank('write-off', null, fact.on, 0);
      takeWriteOff(life, taken);
      life.taken.push({ ...taken, balanceAfter: 0n });
      return 0n;
    }
    case 'recovery': {
      const taken = blank('recovery', fact.id, fact.on, fact.amount);
      takeRecovery(life, taken);
      life.excess += taken.excess;
      life.taken.push({ ...taken, balanceAfter: life.outstanding });
      return 0n;
    }
    default:
      return 0n;
  }
}

function allExcess(_life: Life, taken: Taken): { readonly early: bigint } {
  taken.excess = taken.amount;
  return { early: 0n };
}

/** The share of principal or the level is computed at the first row that needs it and where tranche or rate change. */
function mustCompute(life: Life, day: number, today: readonly Fact[]): boolean {
  if (life.share === null) return true;
  if (today.some((fact) => fact.type === 'disbursement')) return true;
  if (life.terms.amortisation !== 'equal-instalment') return false;
  return isStep(life, day);
}

/** A row of the future pays itself, so that the rows after it can say what they will ask. */
function payOnTime(life: Life, row: Row): void {
  if (row.asked === null || life.writtenOff !== null) return;
  const principal = row.asked.principal - row.paidPrincipal;
  row.paidPrincipal += principal;
  life.outstanding -= principal;
  row.paidInterest = row.asked.interest - row.waived;
}

/** Principal left that is not asked: really, or by the schedule when interest runs on that. */
function leftAfter(life: Life, row: Row): bigint {
  if (life.terms.interestRunsOn === 'actual-balance') {
    return life.writtenOff === null ? life.outstanding - duePrincipal(life, row.due) : 0n;
  }
  if (life.writtenOff === null) return notAsked(life);
  return life.rows.reduce((sum, { n, asked }) => (n > row.n ? sum + (asked?.principal ?? 0n) : sum), 0n);
}
