import { describe, expect, it } from 'vitest';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { statusesBefore } from '#shared/domain/transitions.ts';
import { LOAN_CAPITAL_STATUSES } from '#shared/domain/words/loan-capital-status.ts';
import type { LoanCapitalStatus } from '#shared/domain/words/loan-capital-status.ts';
import { everyMove } from '#test/support/every-move.ts';
import { lendCapital, returnCapital, writeOffCapital } from './lending.ts';
import { LOAN_CAPITAL_TABLE } from './loan-capital-transitions.ts';
import type { LoanCapitalVerb } from './loan-capital-transitions.ts';
import type { LoanCapital } from './loan-capital.ts';
import { cancelRequest, heldReservation, releaseReservation } from './release.ts';
import { answerRequest } from './reservation.ts';
import { joinQueue } from './waiting.ts';

const place = { sourceId: 'src-1', programmeId: 'job-creation', communeId: '06652-2025' };

const identity = { ...place, loanId: 'loan-1', householdId: 'hh-1', version: 2, requestNumber: 1 };

const SINCE = '2026-02-01T02:00:00.000Z';

const IN: Readonly<Record<LoanCapitalStatus, LoanCapital>> = {
  declined: { ...identity, status: 'declined' },
  waiting: { ...identity, status: 'waiting', amount: vnd(80), since: SINCE },
  reserved: { ...identity, status: 'reserved', reserved: vnd(80), reservedOn: '2026-02-01', expiry: null },
  released: { ...identity, status: 'released', amount: vnd(80), on: '2026-02-02' },
  lent: { ...identity, status: 'lent', lent: vnd(80), ending: null },
  closed: {
    ...identity,
    status: 'closed',
    ending: { kind: 'settled', loanVersion: 9, on: '2026-03-01' },
  },
  'written-off': {
    ...identity,
    status: 'written-off',
    ending: { kind: 'written-off', loanVersion: 9, on: '2026-03-01' },
  },
  cancelled: { ...identity, status: 'cancelled', endedOn: '2026-02-02' },
};

const leafWith = (amount: number) =>
  postToLeaf(newLeaf(place), [{ debit: 'cash-available', credit: 'cash-unallocated', amount: vnd(amount) }]);

/** What a request ends in; what is passed over changes nothing. */
const ask = (loan: LoanCapital, available: number, amount: number, isKnown = true) => {
  const leaf = leafWith(available);
  const outcome = answerRequest(
    loan,
    isKnown ? { kind: 'entrusted' } : null,
    loan.status === 'waiting' ? joinQueue(leaf, loan) : leaf,
    {
      ...place,
      loanId: 'loan-1',
      householdId: 'hh-1',
      amount: vnd(amount),
      capitalKinds: ['entrusted'],
      requestNumber: 2,
      since: SINCE,
    },
    { reservedOn: '2026-02-03', expiry: null },
  );
  return outcome.kind === 'passed-over' ? null : outcome.loan;
};

const repay = (loan: LoanCapital, principal: number, settled = false) =>
  returnCapital(loan, {
    loanId: 'loan-1',
    principal: vnd(principal),
    interest: vnd(1),
    settled,
    loanVersion: 5,
    effectiveOn: '2026-03-01',
  }).loan;

/** Each verb as whoever calls it gives it; null: passed over, nothing is written. */
const ACTS: Readonly<Record<LoanCapitalVerb, (loan: LoanCapital) => LoanCapital | null>> = {
  decline: (loan) => ask(loan, 100, 90, false),
  wait: (loan) => ask(loan, 10, 90),
  reserve: (loan) => ask(loan, 100, 90),
  note: (loan) => ask(loan, 100, 80),
  release: (loan) => releaseReservation(heldReservation(loan), '2026-02-04').loan,
  cancel: (loan) => {
    const outcome = cancelRequest(loan, { ...identity, effectiveOn: '2026-02-04' });
    return outcome.kind === 'passed-over' ? null : outcome.loan;
  },
  lend: (loan) =>
    lendCapital(loan, leafWith(80), { loanId: 'loan-1', sourceId: 'src-1', amount: vnd(80) }).loan,
  repay: (loan) => repay(loan, 10),
  settle: (loan) => repay(loan, 80, true),
  writeOff: (loan) =>
    writeOffCapital(loan, {
      loanId: 'loan-1',
      principal: vnd(80),
      loanVersion: 5,
      effectiveOn: '2026-03-01',
    }).loan,
  takeLateInterest: (loan) => repay(loan, 0),
  takeInterestAfterWriteOff: (loan) => repay(loan, 0),
};

const HELD = 'capital-already-reserved';

const NOT_YET = /not posted as lent yet|no capital is reserved yet/;

const AFTER = 'cancellation-after-disbursement';

type Refusals = Partial<Record<LoanCapitalStatus, string | RegExp | null>>;

const toRequest: Refusals = {
  reserved: HELD,
  lent: HELD,
  closed: HELD,
  'written-off': HELD,
  cancelled: null,
};

const beforeLending: Refusals = {
  declined: NOT_YET,
  waiting: NOT_YET,
  reserved: NOT_YET,
  released: NOT_YET,
};

const NOTHING_OWED = 'repayment-without-loan';

/**
 * How each verb is refused in the statuses it may not start from; null: passed over. Where nothing is said, what is
 * asked or repaid is another move of the table from there.
 */
const REFUSALS: Readonly<Record<LoanCapitalVerb, Refusals>> = {
  decline: toRequest,
  wait: toRequest,
  reserve: toRequest,
  note: { lent: HELD, closed: HELD, 'written-off': HELD, cancelled: null },
  release: Object.fromEntries(LOAN_CAPITAL_STATUSES.map((status) => [status, 'reservation-not-held'])),
  cancel: { lent: AFTER, closed: AFTER, 'written-off': AFTER, cancelled: null },
  lend: {
    declined: NOT_YET,
    waiting: NOT_YET,
    lent: 'loan-already-lent',
    closed: 'loan-already-lent',
    'written-off': 'loan-already-lent',
    cancelled: 'disbursement-after-cancellation',
  },
  repay: {
    ...beforeLending,
    closed: NOTHING_OWED,
    'written-off': NOTHING_OWED,
    cancelled: NOTHING_OWED,
  },
  settle: { ...beforeLending, closed: NOTHING_OWED, 'written-off': NOTHING_OWED, cancelled: NOTHING_OWED },
  writeOff: {
    ...beforeLending,
    closed: 'write-off-without-loan',
    'written-off': 'write-off-without-loan',
    cancelled: 'write-off-without-loan',
  },
  takeLateInterest: { ...beforeLending, cancelled: NOTHING_OWED },
  takeInterestAfterWriteOff: { ...beforeLending, cancelled: NOTHING_OWED },
};

describe('the capital of a loan', () => {
  it.each(everyMove(LOAN_CAPITAL_STATUSES, LOAN_CAPITAL_TABLE))(
    '$from by $verb ends in $to',
    ({ from, verb, to }) => {
      const loan = IN[from];
      if (to !== null) {
        expect(ACTS[verb](loan)).toMatchObject({ status: to, version: loan.version + 1 });
        return;
      }
      const refusal = REFUSALS[verb][from];
      if (refusal === undefined) {
        const moved = ACTS[verb](loan);
        expect(moved && statusesBefore(LOAN_CAPITAL_TABLE, moved.status)).toContain(from);
      } else if (refusal === null) {
        expect(ACTS[verb](loan)).toBeNull();
      } else {
        expect(() => ACTS[verb](loan)).toThrow(refusal);
      }
    },
  );
});
