import type { Order } from '#lending/engine/domain/terms/terms.ts';
import {
  expectedInterest,
  isInGrace,
  isOver,
  leftFor,
  notAsked,
  notScheduled,
  plannedPrincipal,
  rowOfNight,
} from './life.ts';
import type { Life, Taken } from './life.ts';
import { countOf, isLastOfPrincipal, max, min } from './money.ts';
import type { Row } from './money.ts';
import { interestSoFar, overdueSoFar } from './row-interest.ts';
import { scheduleFrom } from './schedule.ts';

export interface Owed {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overdue: bigint;
  /** Of the interest, paid for nights that have not passed: what closes the loan is so much less. */
  readonly unearned: bigint;
}

/** Unpaid interest of a row accrued by now. */
export function accruedOf(life: Life, row: Row): bigint {
  if (row.asked !== null) return max(row.asked.interest - row.paidInterest - row.waived, 0n);
  const isNext = life.rows.find(({ asked }) => asked === null) === row;
  const soFar = interestSoFar(life, row) + row.carried - (isNext ? settledAhead(life, row) : 0n);
  return max(soFar - row.paidInterest - row.waived, 0n);
}

/** By the schedule: interest settled before it was owed, beyond earlier rows or in later ones. */
function settledAhead(life: Life, row: Row): bigint {
  if (life.terms.interestRunsOn !== 'schedule') return 0n;
  return life.rows.reduce(
    (sum, later) => (later.n > row.n ? sum + later.paidInterest + later.waived : sum),
    life.settledBeyond,
  );
}

export function overdueInterestOwed(life: Life): bigint {
  return max(overdueSoFar(life) - life.overduePaid - life.overdueWaived, 0n);
}

/** By the schedule: interest settled for the first row that has not asked and those after it, beyond what it bore. */
export function unearnedOf(life: Life): bigint {
  const next = life.rows.find(({ asked }) => asked === null);
  if (next === undefined || isOver(life) || life.terms.interestRunsOn !== 'schedule') return 0n;
  const borne = interestSoFar(life, next) + next.carried;
  return max(next.paidInterest + next.waived + settledAhead(life, next) - borne, 0n);
}

/** What a payoff asks of each row's interest at the close of a day, and what was paid beyond it. */
export function askedAtPayoff(
  life: Life,
  day: number,
): { readonly each: readonly bigint[]; readonly beyond: bigint } {
  const accrued = life.rows.map((row) => accruedOf(life, row));
  const asking =
    life.terms.payoffInterest === 'all-scheduled' && !isOver(life) ? scheduleFrom(life, day) : [];
  if (asking.length === 0) return { each: accrued, beyond: unearnedOf(life) };
  const each = life.rows.map((row, index) => {
    const asked = asking.find((one) => one.row === row);
    if (asked === undefined) return accrued[index] ?? 0n;
    return max(asked.interest - row.paidInterest - row.waived, 0n);
  });
  return { each, beyond: asking.at(-1)?.beyond ?? 0n };
}

/** Principal and interest that close the loan at the close of a day. */
export function payoffOf(life: Life, day: number): { readonly principal: bigint; readonly interest: bigint } {
  if (isOver(life)) return { principal: 0n, interest: 0n };
  const { each, beyond } = askedAtPayoff(life, day);
  const interest = each.reduce((sum, one) => sum + one, 0n);
  return { principal: life.outstanding, interest: interest + overdueInterestOwed(life) - beyond };
}

/** All that is owed at the close of a day. */
export function owedOn(life: Life): Owed {
  if (isOver(life)) return { principal: 0n, interest: 0n, overdue: 0n, unearned: 0n };
  return {
    principal: life.outstanding,
    interest: life.rows.reduce((sum, row) => sum + accruedOf(life, row), 0n),
    overdue: overdueInterestOwed(life),
    unearned: unearnedOf(life),
  };
}

/** Takes a payment and says how it was split. `early` is what of it was principal not yet asked. */
export function takePayment(life: Life, taken: Taken, early: bigint): { readonly early: bigint } {
  const day = taken.on;
  const { terms } = life;
  const { allocation } = terms;
  let money = taken.amount;
  let ahead = 0n;

  const interestOf = (row: Row, atMost: bigint): void => {
    const part = max(min(money, atMost), 0n);
    row.paidInterest += part;
    taken.interest += part;
    money -= part;
  };
  const principalOf = (row: Row, atMost: bigint): void => {
    const part = max(min(money, atMost, life.outstanding), 0n);
    row.paidPrincipal += part;
    life.outstanding -= part;
    taken.principal += part;
    money -= part;
    // By the schedule nothing is saved: interest runs on what is not asked yet, whatever was paid.
    if (row.asked === null && terms.interestRunsOn === 'actual-balance') ahead += part;
  };
  const overdue = (): void => {
    const part = min(money, overdueInterestOwed(life));
    life.overduePaid += part;
    taken.overdueInterest += part;
    money -= part;
  };
  const inOrder = (order: Order, interest: () => void, principal: () => void): void => {
    for (const step of order === 'IP' ? [interest, principal] : [principal, interest]) step();
  };
  const unpaidPrincipal = (row: Row): bigint => (row.asked?.principal ?? 0n) - row.paidPrincipal;
  const asked = (row: Row, order: Order): void => {
    inOrder(
      order,
      () => {
        interestOf(row, accruedOf(life, row));
      },
      () => {
        principalOf(row, unpaidPrincipal(row));
      },
    );
  };

  const payoff = payoffOf(life, day);
  if (money >= payoff.principal + payoff.interest) {
    close();
    return { early: ahead };
  }
  const pastDue = life.rows.filter((row) => row.due < day);
  inOrder(allocation.pastDue, overdue, () => {
    for (const row of pastDue) asked(row, allocation.pastDue);
  });
  for (const row of life.rows.filter(({ due }) => due === day)) asked(row, allocation.due);
  const current = life.rows.find((row) => row.from <= day && day < row.due);
  if (terms.interestRunsOn === 'schedule') {
    takeScheduled();
  } else {
    const beyond = life.rows.filter((row) => row.due > day && row !== current);
    const takeLast = (): void => {
      for (const row of beyond.toReversed()) takeBeyond(row);
    };
    if (current !== undefined) takeCurrent(current, takeLast);
    for (const row of allocation.beyond === 'next' ? beyond : beyond.toReversed()) takeBeyond(row);
    if (current !== undefined) principalOf(current, life.outstanding);
  }
  for (const row of life.rows) interestOf(row, accruedOf(life, row));
  taken.excess = money;
  return { early: ahead };

  function takeCurrent(row: Row, takeLast: () => void): void {
    const lastFirst = (): void => {
      if (allocation.beyond === 'last-before-current') takeLast();
    };
    const inGrace = isInGrace(life, row);
    const expected = inGrace ? 0n : expectedInterest(life, row, day, early) + row.carried;
    const planned = plannedPrincipal(life, row, expected);
    if (terms.earlyPayment === 'principal-only-interest-at-due-date') {
      lastFirst();
      principalOf(row, planned - row.paidPrincipal);
      return;
    }
    const payable = inGrace ? 0n : accruedOf(life, row);
    const room = planned + expected - row.paidPrincipal - row.paidInterest - row.waived - payable;
    inOrder(
      allocation.inAdvance,
      () => {
        interestOf(row, payable);
      },
      () => {
        lastFirst();
        principalOf(row, min(room, leftFor(life, row) - row.paidPrincipal));
      },
    );
  }

  function takeBeyond(row: Row): void {
    principalOf(row, plannedAhead(row) - row.paidPrincipal);
  }

  /** By the schedule a row asks the same whenever it is settled. */
  function takeScheduled(): void {
    const asking = scheduleFrom(life, day);
    const [first, ...rest] = asking;
    const backwards = rest.toReversed();
    const inOrderOf = { next: asking, last: [...asking.slice(0, 1), ...backwards] };
    const rows =
      allocation.beyond === 'last-before-current'
        ? [...backwards, ...(first === undefined ? [] : [first])]
        : inOrderOf[allocation.beyond];
    for (const { row, interest, principal } of rows) {
      inOrder(
        allocation.inAdvance,
        () => {
          interestOf(row, interest - row.paidInterest - row.waived);
        },
        () => {
          principalOf(row, principal - row.paidPrincipal);
        },
      );
    }
  }

  /** Principal a later row may take ahead: with level instalments up to the level; the last one after all others, all. */
  function plannedAhead(row: Row): bigint {
    if (allocation.beyond === 'next' && row === life.rows.at(-1)) return life.outstanding + row.paidPrincipal;
    if (terms.amortisation === 'equal-instalment' && countOf(terms, row) > 0) return life.share ?? 0n;
    let planned = 0n;
    let left = notAsked(life);
    for (const other of life.rows.filter(({ asked: fell }) => fell === null)) {
      const later = life.rows.reduce((sum, one) => (one.n > other.n ? sum + one.paidPrincipal : sum), 0n);
      const wanted = isLastOfPrincipal(life, other) && countOf(terms, other) > 0 ? left : other.planned;
      planned = max(min(wanted, left - later), other.paidPrincipal);
      left -= planned;
      if (other === row) return planned;
    }
    return planned;
  }

  function close(): void {
    const { each, beyond } = askedAtPayoff(life, day);
    money += beyond;
    taken.interest -= beyond;
    takeBack(life, beyond);
    overdue();
    for (const [index, row] of life.rows.entries()) interestOf(row, each[index] ?? 0n);
    for (const row of life.rows.filter((other) => other.asked !== null))
      principalOf(row, unpaidPrincipal(row));
    const running = rowOfNight(life, day);
    const shown = terms.payoffRow === 'last' && running !== null ? life.rows.at(-1) : running;
    if (shown) principalOf(shown, life.outstanding);
    taken.excess = money;
    life.closedOn = day;
    life.scheduleClosed += notScheduled(life);
  }
}

/** What was paid for nights that will not come is taken out of the rows that have not asked, the last first. */
function takeBack(life: Life, unearned: bigint): void {
  if (!life.rows.some(({ asked }) => asked === null)) return;
  let left = unearned;
  for (const row of life.rows.filter(({ asked }) => asked === null).toReversed()) {
    const part = min(left, row.paidInterest);
    row.paidInterest -= part;
    left -= part;
  }
  // What rows that fell due were paid beyond their own stays with them; it is part of what was taken back.
  life.settledBeyond = 0n;
}

/** Interest given up: overdue interest first, then the oldest row. */
export function takeWaiver(life: Life, taken: Taken): void {
  const before = owedOn(life);
  const most = max(before.interest + before.overdue - before.unearned, 0n);
  let money = min(taken.amount, most);
  const overdue = min(money, before.overdue);
  life.overdueWaived += overdue;
  taken.overdueInterest = overdue;
  money -= overdue;
  for (const row of isOver(life) ? [] : life.rows) {
    const part = min(money, accruedOf(life, row));
    row.waived += part;
    taken.interest += part;
    money -= part;
  }
  taken.excess = taken.amount - taken.interest - overdue;
  const { principal, interest } = payoffOf(life, taken.on);
  if (!isOver(life) && principal === 0n && interest === 0n) {
    const { each, beyond } = askedAtPayoff(life, taken.on);
    takeBack(life, beyond);
    for (const [index, row] of life.rows.entries()) row.paidInterest += each[index] ?? 0n;
    life.closedOn = taken.on;
  }
}

/** The row of the day asks all principal that no row had asked, and its interest so far; all owed leaves the books. */
export function takeWriteOff(life: Life, taken: Taken): void {
  const owed = owedOn(life);
  taken.principal = owed.principal;
  taken.interest = owed.interest;
  taken.overdueInterest = owed.overdue;
  const running = rowOfNight(life, taken.on);
  const borne =
    running === null
      ? 0n
      : (isOver(life) ? 0n : accruedOf(life, running)) + running.paidInterest + running.waived;
  const isRunning = life.rows.some(({ asked }) => asked === null);
  const ahead = life.rows.reduce((sum, row) => (row.asked === null ? sum + row.paidPrincipal : sum), 0n);
  if (running !== null) {
    running.asked = {
      principal: notAsked(life) - (ahead - running.paidPrincipal),
      interest: borne,
    };
  }
  if (isRunning) life.settledBeyond = owed.unearned;
  for (const row of life.rows.filter(({ asked }) => asked === null)) {
    row.asked = { principal: row.paidPrincipal, interest: row.paidInterest + row.waived };
  }
  life.writtenOff = { on: taken.on, principal: owed.principal, interest: owed.interest + owed.overdue };
  life.outstanding = 0n;
}

export function takeRecovery(life: Life, taken: Taken): void {
  const off = life.writtenOff ?? { principal: 0n, interest: 0n };
  taken.principal = min(taken.amount, off.principal - life.recoveredPrincipal);
  taken.interest = min(taken.amount - taken.principal, off.interest - life.recoveredInterest);
  life.recoveredPrincipal += taken.principal;
  life.recoveredInterest += taken.interest;
  taken.excess = taken.amount - taken.principal - taken.interest;
}
