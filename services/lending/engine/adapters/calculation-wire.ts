import type { Calculation } from '#shared/contracts/lending/engine/views.ts';
import { businessDayOfNumber } from '#shared/domain/business-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import type {
  Answer,
  Fraction,
  Instalment,
  Position,
  Span,
  Split,
  Transaction,
} from '../domain/answers/answer.ts';

/** Domain to contract: amounts become decimal strings, days YYYY-MM-DD, rates per cent a year. */
export function calculationToWire(answer: Answer): Calculation {
  const { instalments, transactions, position, payoff, derivation } = answer;
  return {
    asOf: day(answer.asOf),
    instalments: instalments.map(instalmentToWire),
    transactions: transactions.flatMap(transactionToWire),
    position: positionToWire(position),
    payoff: { on: day(payoff.on), ...splitToWire(payoff) },
    derivation: derivation.map(spanToWire),
  };
}

const day = businessDayOfNumber;

const dayOrNull = (number: DayNumber | null): string | null => (number === null ? null : day(number));

function splitToWire({ principal, interest }: Split): Calculation['instalments'][number]['paid'] {
  return {
    principal: String(principal),
    interest: String(interest),
    total: String(principal + interest),
  };
}

function partsToWire({ principal, interest }: Split): { principal: string; interest: string } {
  return { principal: String(principal), interest: String(interest) };
}

function instalmentToWire(row: Instalment): Calculation['instalments'][number] {
  return {
    n: row.n,
    from: day(row.from),
    due: day(row.due),
    days: row.days,
    principal: String(row.principal),
    interest: String(row.interest),
    total: String(row.total),
    balanceAfter: String(row.balanceAfter),
    paid: splitToWire(row.paid),
    waived: String(row.waived),
    outstanding: splitToWire(row.outstanding),
    daysLate: row.daysLate,
  };
}

/** Disbursements are the caller's own facts; what is told is how money that came in was applied. */
function transactionToWire(one: Transaction): Calculation['transactions'] {
  const { type } = one;
  if (type === 'disbursement') return [];
  return [
    {
      type,
      id: one.id === '' ? null : one.id,
      on: day(one.on),
      amount: String(one.amount),
      principal: String(one.principal),
      interest: String(one.interest),
      overdueInterest: String(one.overdueInterest),
      excess: String(one.excess),
      balanceAfter: String(one.balanceAfter),
    },
  ];
}

function positionToWire(position: Position): Calculation['position'] {
  const { nextDue, interestSupported } = position;
  return {
    principalDisbursed: String(position.principalDisbursed),
    principalPaid: String(position.principalPaid),
    principalOutstanding: String(position.principalOutstanding),
    principalDue: String(position.principalDue),
    principalOverdue: String(position.principalOverdue),
    interestAccrued: String(position.interestAccrued),
    interestDue: String(position.interestDue),
    interestInGrace: String(position.interestInGrace),
    overdueInterest: String(position.overdueInterest),
    interestPaid: String(position.interestPaid),
    overdueInterestPaid: String(position.overdueInterestPaid),
    interestWaived: String(position.interestWaived),
    interestSupported: interestSupported.map(({ payer, amount }) => ({ payer, amount: String(amount) })),
    excess: String(position.excess),
    writtenOff: partsToWire(position.writtenOff),
    recovered: partsToWire(position.recovered),
    class: position.class,
    classSince: dayOrNull(position.classSince),
    daysOverdue: position.daysOverdue,
    maturity: dayOrNull(position.maturity),
    nextDue: nextDue && { due: day(nextDue.due), ...partsToWire(nextDue) },
  };
}

function spanToWire(span: Span): Calculation['derivation'][number] {
  const { n, kind, days, years } = span;
  return {
    n,
    kind,
    from: day(span.from),
    to: day(span.to),
    days,
    balance: String(span.balance),
    rate: decimalOf(span.rate),
    years: `${String(years.numerator)}/${String(years.denominator)}`,
    interest: String(span.interest),
  };
}

/** Rates are products of decimals, so their fraction always ends as a decimal: 33/5 is 6.6. */
function decimalOf({ numerator, denominator }: Fraction): string {
  let [value, scale] = [BigInt(numerator), 0];
  while (value % BigInt(denominator) !== 0n) [value, scale] = [value * 10n, scale + 1];
  const digits = (value / BigInt(denominator)).toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
