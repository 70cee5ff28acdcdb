/**
 * What the engine is measured against: the same figures by the least code a good programmer would write for
 * exactly one kind of loan (equal principal, every month, actual/365, one rate). Same dates, same roundings and
 * the same rows as the engine; nothing else.
 */
export interface Row {
  readonly n: number;
  readonly due: number;
  readonly days: number;
  readonly principal: number;
  readonly interest: number;
  readonly total: number;
  readonly balanceAfter: number;
}

export interface PlainLoan {
  readonly principal: number;
  /** Thousandths of a per cent a year: 6.6 % is 6600, a year's interest principal × rate / 100 000. */
  readonly rate: number;
  readonly count: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A year's interest at one thousandth of a per cent, by 365 days. */
const YEARLY = 100_000 * 365;

/** Days since 1970-01-01. */
export function civilDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

function monthLength(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return LENGTHS[month - 1] ?? 31;
}

export function plainSchedule(loan: PlainLoan): Row[] {
  const rows: Row[] = [];
  const each = Math.round(loan.principal / loan.count);
  let { year, month } = loan;
  let first = civilDay(year, month, 1);
  let length = monthLength(year, month);
  let before = first + loan.day - 1;
  let balance = loan.principal;
  for (let n = 1; n <= loan.count; n += 1) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
    first += length;
    length = monthLength(year, month);
    const due = first + Math.min(loan.day, length) - 1;
    const days = due - before;
    const interest = Math.round((balance * loan.rate * days) / YEARLY);
    const principal = n === loan.count ? balance : each;
    balance -= principal;
    rows.push({ n, due, days, principal, interest, total: principal + interest, balanceAfter: balance });
    before = due;
  }
  return rows;
}

export interface BigRow {
  readonly n: number;
  readonly due: number;
  readonly days: number;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly total: bigint;
  readonly balanceAfter: bigint;
}

/** The same loop with the amounts as bigint, as the rest of the platform keeps them. */
export function plainBigintSchedule(loan: PlainLoan): BigRow[] {
  const rows: BigRow[] = [];
  const rate = BigInt(loan.rate);
  const yearly = BigInt(YEARLY);
  const count = BigInt(loan.count);
  let balance = BigInt(loan.principal);
  const each = (2n * balance + count) / (2n * count);
  let { year, month } = loan;
  let first = civilDay(year, month, 1);
  let length = monthLength(year, month);
  let before = first + loan.day - 1;
  for (let n = 1; n <= loan.count; n += 1) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
    first += length;
    length = monthLength(year, month);
    const due = first + Math.min(loan.day, length) - 1;
    const days = due - before;
    const interest = (2n * balance * rate * BigInt(days) + yearly) / (2n * yearly);
    const principal = n === loan.count ? balance : each;
    balance -= principal;
    rows.push({ n, due, days, principal, interest, total: principal + interest, balanceAfter: balance });
    before = due;
  }
  return rows;
}
