import { civilDay, plainSchedule } from './engine-loops.ts';
import type { PlainLoan } from './engine-loops.ts';

/**
 * The least code for the position of one kind of loan: that of `engine-loops.ts` whose borrower brings the same
 * amount every day, enough never to be in arrears. Money in the current row is first its accrued interest,
 * then principal up to the row's instalment, then principal of the next rows.
 */
export interface PaidRow {
  readonly n: number;
  readonly due: number;
  principal: number;
  interest: number;
  paidPrincipal: number;
  paidInterest: number;
}

export interface Taken {
  readonly on: number;
  readonly amount: number;
  readonly principal: number;
  readonly interest: number;
  readonly balanceAfter: number;
}

export interface DailyPosition {
  readonly rows: readonly PaidRow[];
  readonly taken: readonly Taken[];
  readonly principalOutstanding: number;
  readonly interestAccrued: number;
}

const YEARLY = 100_000 * 365;

export function dailyPosition(loan: PlainLoan, amount: number, days: number): DailyPosition {
  const start = civilDay(loan.year, loan.month, loan.day);
  const rows: PaidRow[] = plainSchedule(loan).map(({ n, due, principal }) => ({
    n,
    due,
    principal,
    interest: 0,
    paidPrincipal: 0,
    paidInterest: 0,
  }));
  const taken: Taken[] = [];
  let balance = loan.principal;
  let row = 0;
  let ahead = 0;
  let earned = 0;
  let undisturbed = 0;
  let early = 0;
  let carry = 0;

  const pass = (nights: number): void => {
    earned += balance * loan.rate * nights;
    undisturbed += (balance + early) * loan.rate * nights;
  };
  const fallDue = (current: PaidRow): void => {
    const own = Math.round(earned / YEARLY) + carry;
    const instalment = current.principal + Math.round(undisturbed / YEARLY) + carry;
    current.principal = Math.max(
      Math.min(current.principal, balance + current.paidPrincipal),
      current.paidPrincipal,
    );
    current.interest =
      row === rows.length - 1
        ? own
        : Math.min(own, Math.max(instalment - current.paidPrincipal, current.paidInterest));
    carry = own - current.interest;
    earned = 0;
    undisturbed = 0;
    early = 0;
    row += 1;
  };

  let day = start;
  for (let fact = 1; fact <= days; fact += 1) {
    day += 1;
    pass(1);
    let left = amount;
    let interest = 0;
    const before = rows[row];
    if (before?.due === day) {
      fallDue(before);
      interest = Math.min(left, before.interest - before.paidInterest);
      before.paidInterest += interest;
      left -= interest;
      const principal = Math.min(left, before.principal - before.paidPrincipal);
      before.paidPrincipal += principal;
      left -= principal;
      balance -= principal;
    }
    const current = rows[row];
    if (current === undefined) break;
    const payable = Math.max(Math.round(earned / YEARLY) + carry - current.paidInterest, 0);
    const instalment =
      current.principal +
      Math.round((undisturbed + (balance + early) * loan.rate * (current.due - day)) / YEARLY) +
      carry;
    const room = instalment - current.paidPrincipal - current.paidInterest - payable;
    const accrued = Math.min(left, payable);
    current.paidInterest += accrued;
    interest += accrued;
    left -= accrued;
    const within = Math.max(Math.min(left, room), 0);
    current.paidPrincipal += within;
    left -= within;
    balance -= within;
    early += within;
    for (ahead = Math.max(ahead, row + 1); left > 0 && ahead < rows.length;) {
      const next = rows[ahead];
      if (next === undefined) break;
      const part = Math.min(left, next.principal - next.paidPrincipal);
      next.paidPrincipal += part;
      left -= part;
      balance -= part;
      early += part;
      if (left > 0) ahead += 1;
    }
    taken.push({ on: day, amount, principal: amount - interest, interest, balanceAfter: balance });
  }

  const principalOutstanding = balance;
  const interestAccrued = Math.max(Math.round(earned / YEARLY) + carry - (rows[row]?.paidInterest ?? 0), 0);
  while (row < rows.length) {
    const current = rows[row];
    if (current === undefined) break;
    pass(current.due - day);
    day = current.due;
    const { paidPrincipal } = current;
    fallDue(current);
    balance -= current.principal - paidPrincipal;
  }
  return { rows, taken, principalOutstanding, interestAccrued };
}
