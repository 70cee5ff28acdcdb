import type { EventOf } from '#shared/contracts/event.ts';
import type {
  LoanDisbursed,
  LoanFrozen,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import { instalmentsOf } from '#shared/contracts/lending/loans/schedule.ts';
import { changeOfLeaf, withFreeze, withPosition } from '../domain/expected-principal.ts';
import type { ExpectedLoan } from '../domain/expected-principal.ts';
import type { ForecastBook } from './ports.ts';

/**
 * Each event tells one thing of a loan; whatever came before it:
 * 1. read what is known of the loan;
 * 2. take in what the event tells, unless a later act on the loan is known already;
 * 3. keep the loan, and add the difference to what its leaf expects.
 */
async function learn(
  book: ForecastBook,
  loanId: string,
  take: (loan: ExpectedLoan) => ExpectedLoan,
): Promise<void> {
  const read = await book.loan(loanId);
  const loan = take(read.loan);
  if (loan === read.loan) return;
  await book.keep(loanId, { read, loan, leaf: changeOfLeaf(read.loan, loan) });
}

/** A disbursement tells where the money lies and when it is due; one that told no schedule is due at maturity. */
export function expectDisbursed(
  book: ForecastBook,
  { data, effectiveOn }: EventOf<typeof LoanDisbursed>,
): Promise<void> {
  const { sourceId, programmeId, communeId, amount, schedule, maturityOn } = data;
  const planned = instalmentsOf(schedule);
  const instalments = planned.length === 0 ? [{ due: maturityOn, principal: amount }] : planned;
  const lent = {
    leaf: { sourceId, programmeId, communeId },
    on: effectiveOn,
    amount,
    instalments,
  };
  return learn(book, data.loanId, (loan) => (loan.lent === null ? { ...loan, lent } : loan));
}

/** A repayment tells what is outstanding after it. */
export function expectRepaid(
  book: ForecastBook,
  { data, aggregateVersion: version }: EventOf<typeof RepaymentRecorded>,
): Promise<void> {
  const position = { version, outstanding: data.outstanding };
  return learn(book, data.loanId, (loan) => withPosition(loan, position));
}

/** Nothing more is expected of a debt that was written off. */
export function expectWrittenOff(
  book: ForecastBook,
  { data, aggregateVersion: version }: EventOf<typeof LoanWrittenOff>,
): Promise<void> {
  return learn(book, data.loanId, (loan) => withPosition(loan, { version, outstanding: 0n }));
}

/** Nothing is expected before the end of a freeze. */
export function expectFrozen(
  book: ForecastBook,
  { data, aggregateVersion: version }: EventOf<typeof LoanFrozen>,
): Promise<void> {
  return learn(book, data.loanId, (loan) => withFreeze(loan, { version, until: data.until }));
}
