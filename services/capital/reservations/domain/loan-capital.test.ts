import { describe, expect, it } from 'vitest';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import { NotYet } from '#capital/ledger/domain/not-yet.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { lendCapital, returnCapital, writeOffCapital } from './lending.ts';
import type { LoanCapital } from './loan-capital.ts';
import { cancelRequest } from './release.ts';
import { answerRequest } from './reservation.ts';
import type { CapitalRequest } from './reservation.ts';

const place = { sourceId: 'src-1', programmeId: 'job-creation', communeId: '06652-2025' };

const leaf = postToLeaf(newLeaf(place), [
  { debit: 'cash-available', credit: 'cash-unallocated', amount: vnd(100) },
]);

const source = { kind: 'entrusted' } as const;

const request: CapitalRequest = {
  ...place,
  loanId: 'loan-1',
  householdId: 'hh-1',
  amount: vnd(80),
  capitalKinds: ['entrusted'],
  requestNumber: 1,
  since: '2026-02-01T02:00:00.000Z',
};

const TERM = { reservedOn: '2026-02-01', expiry: null };

const cancellation = { ...request, effectiveOn: '2026-05-01' };

const disbursement = { loanId: 'loan-1', sourceId: 'src-1', amount: vnd(80) };

const repayment = (principal: number, interest: number, loanVersion: number, settled = false) => ({
  loanId: 'loan-1',
  principal: vnd(principal),
  interest: vnd(interest),
  settled,
  loanVersion,
  effectiveOn: `2026-06-${String(loanVersion).padStart(2, '0')}`,
});

function reserved(): LoanCapital {
  const outcome = answerRequest(null, source, leaf, request, TERM);
  if (outcome.kind !== 'reserved') throw new Error(outcome.kind);
  return outcome.loan;
}

const lent = () => lendCapital(reserved(), leaf, disbursement).loan;

const after = (...repayments: ReturnType<typeof repayment>[]): LoanCapital =>
  repayments.reduce<LoanCapital>((loan, one) => returnCapital(loan, one).loan, lent());

describe('a request for capital', () => {
  it('is reserved on the leaf when it holds that much', () => {
    const outcome = answerRequest(null, source, leaf, request, TERM);
    expect(outcome).toMatchObject({
      kind: 'reserved',
      leaf: { version: 2, balances: { 'cash-available': 20n, 'cash-reserved': 80n } },
      loan: { status: 'reserved', reserved: 80n, version: 1 },
    });
  });

  it('is declined or waits, with the reason and what is missing', () => {
    const answers = [
      answerRequest(null, null, null, request, TERM),
      answerRequest(null, { kind: 'central' }, leaf, request, TERM),
      answerRequest(null, source, null, request, TERM),
      answerRequest(null, source, leaf, { ...request, amount: vnd(130) }, TERM),
    ];
    expect(answers).toMatchObject([
      { kind: 'declined', reason: 'source-unknown' },
      { kind: 'declined', reason: 'capital-kind-not-allowed' },
      { kind: 'waiting', reason: 'no-quota', missing: 80n, place: 1 },
      { kind: 'waiting', reason: 'quota-exceeded', missing: 30n, place: 1 },
    ]);
  });

  it('may come again after a decline, but an old one is passed over', () => {
    const declined = answerRequest(null, null, null, { ...request, requestNumber: 2 }, TERM);
    if (declined.kind !== 'declined') throw new Error(declined.kind);
    expect(answerRequest(declined.loan, source, leaf, request, TERM)).toEqual({ kind: 'passed-over' });
    expect(answerRequest(declined.loan, source, leaf, { ...request, requestNumber: 3 }, TERM)).toMatchObject({
      kind: 'reserved',
      loan: { version: 2, requestNumber: 3 },
    });
  });

  it('cannot reserve twice', () => {
    const again = { ...request, requestNumber: 2 };
    expect(answerRequest(reserved(), source, leaf, again, TERM)).toMatchObject({
      kind: 'noted',
      loan: { status: 'reserved', reserved: 80n, requestNumber: 2 },
    });
    expect(() => answerRequest(reserved(), source, leaf, { ...again, amount: vnd(70) }, TERM)).toThrow(
      'capital-already-reserved',
    );
    expect(() => answerRequest(lent(), source, leaf, again, TERM)).toThrow('capital-already-reserved');
  });
});

describe('a cancellation', () => {
  it('releases what is reserved', () => {
    expect(cancelRequest(reserved(), cancellation)).toMatchObject({
      kind: 'released',
      amount: 80n,
      loan: { status: 'cancelled', endedOn: '2026-05-01' },
    });
  });

  it('that overtakes its request is noted, and the request then reserves nothing', () => {
    const noted = cancelRequest(null, cancellation);
    if (noted.kind !== 'noted') throw new Error(noted.kind);
    expect(noted.loan.sourceId).toBeNull();
    expect(answerRequest(noted.loan, source, leaf, request, TERM)).toEqual({ kind: 'passed-over' });
    expect(cancelRequest(noted.loan, cancellation)).toEqual({ kind: 'passed-over' });
  });

  it('cannot take back what is lent', () => {
    expect(() => cancelRequest(lent(), cancellation)).toThrow('cancellation-after-disbursement');
  });
});

describe('a disbursement', () => {
  it('waits for its reservation', () => {
    expect(() => lendCapital(null, null, disbursement)).toThrow(NotYet);
  });

  it('lends exactly what is reserved, once', () => {
    expect(lent()).toMatchObject({ status: 'lent', lent: 80n });
    expect(() => lendCapital(lent(), leaf, disbursement)).toThrow('loan-already-lent');
    expect(() => lendCapital(reserved(), leaf, { ...disbursement, amount: vnd(79) })).toThrow(
      'disbursement-not-as-reserved',
    );
    expect(() => lendCapital(reserved(), leaf, { ...disbursement, sourceId: 'src-2' })).toThrow(
      'disbursement-not-as-reserved',
    );
  });

  it('of a cancelled loan has no money to lend', () => {
    const outcome = cancelRequest(reserved(), cancellation);
    if (outcome.kind !== 'released') throw new Error(outcome.kind);
    expect(() => lendCapital(outcome.loan, leaf, disbursement)).toThrow('disbursement-after-cancellation');
    expect(() => returnCapital(outcome.loan, repayment(1, 0, 9))).toThrow('repayment-without-loan');
  });
});

describe('a repayment', () => {
  it('waits for the disbursement', () => {
    expect(() => returnCapital(null, repayment(10, 1, 5))).toThrow(NotYet);
    expect(() => returnCapital(reserved(), repayment(10, 1, 5))).toThrow(NotYet);
  });

  it('closes the loan when all came back, in whatever order', () => {
    const first = repayment(30, 2, 5);
    const last = repayment(50, 1, 6, true);
    const ending = { kind: 'settled', loanVersion: 6, on: '2026-06-06' };
    expect(after(first, last)).toMatchObject({ status: 'closed', ending });
    expect(after(last)).toMatchObject({ status: 'lent', lent: 30n });
    expect(after(last, first)).toMatchObject({ status: 'closed', ending });
  });

  it('of interest alone is still taken when the settlement overtook it', () => {
    const { loan, postings } = returnCapital(after(repayment(80, 1, 6, true)), repayment(0, 2, 5));
    expect(loan.status).toBe('closed');
    expect(postings).toEqual([{ debit: 'cash-interest', credit: 'interest-collected', amount: 2n }]);
  });

  it('with no debt to go to is refused', () => {
    const closed = after(repayment(80, 1, 6, true));
    expect(() => returnCapital(closed, repayment(0, 2, 7))).toThrow('repayment-without-loan');
    expect(() => returnCapital(closed, repayment(1, 0, 5))).toThrow('repayment-without-loan');
    expect(() => returnCapital(lent(), repayment(81, 0, 5))).toThrow('repayment-without-loan');
  });
});

describe('a write-off', () => {
  const off = (principal: number, loanVersion: number) => ({
    loanId: 'loan-1',
    principal: vnd(principal),
    loanVersion,
    effectiveOn: '2026-06-30',
  });

  it('takes what is out off the books', () => {
    const { loan, postings } = writeOffCapital(after(repayment(30, 2, 5)), off(50, 6));
    const ending = { kind: 'written-off', loanVersion: 6, on: '2026-06-30' };
    expect(loan).toMatchObject({ status: 'written-off', ending });
    expect(postings).toEqual([{ debit: 'capital-written-off', credit: 'loans', amount: 50n }]);
  });

  it('that overtakes a repayment waits for what that one still brings', () => {
    const { loan } = writeOffCapital(lent(), off(50, 6));
    expect(loan).toMatchObject({ status: 'lent', lent: 30n });
    const { loan: ended } = returnCapital(loan, repayment(30, 2, 5));
    expect(ended).toMatchObject({ status: 'written-off' });
    expect(returnCapital(ended, repayment(0, 1, 4)).loan.status).toBe('written-off');
    expect(() => returnCapital(loan, repayment(10, 0, 7))).toThrow('repayment-after-write-off');
    expect(() => returnCapital(ended, repayment(0, 1, 7))).toThrow('repayment-after-write-off');
  });

  it('waits for the disbursement, and takes no more than is out, once', () => {
    expect(() => writeOffCapital(null, off(1, 6))).toThrow(NotYet);
    expect(() => writeOffCapital(reserved(), off(1, 6))).toThrow(NotYet);
    expect(() => writeOffCapital(lent(), off(81, 6))).toThrow('write-off-without-loan');
    const { loan } = writeOffCapital(lent(), off(80, 6));
    expect(() => writeOffCapital(loan, off(80, 7))).toThrow('write-off-without-loan');
  });
});
