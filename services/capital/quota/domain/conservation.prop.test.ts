import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { receiveCapital, reverseReceipt } from '#capital/funds/domain/receipt.ts';
import { changesOf } from '#capital/ledger/domain/accounts.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { fundHeldOf } from '#capital/ledger/domain/fund.ts';
import { postToLeaf, quotaOf } from '#capital/ledger/domain/leaf.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { NotYet } from '#capital/ledger/domain/not-yet.ts';
import { assertGoesOut, assertUnallocated } from '#capital/ledger/domain/source.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import { addTurnovers, totalsOf, trialRowsOf } from '#capital/ledger/domain/totals.ts';
import type { Turnover } from '#capital/ledger/domain/totals.ts';
import { lendCapital, returnCapital, writeOffCapital } from '#capital/reservations/domain/lending.ts';
import { lentOf, reservedOf } from '#capital/reservations/domain/loan-capital.ts';
import type { LoanCapital, ReservedLoan, WaitingLoan } from '#capital/reservations/domain/loan-capital.ts';
import { cancelRequest, releaseReservation } from '#capital/reservations/domain/release.ts';
import { answerRequest, givesUp, offerFirst } from '#capital/reservations/domain/reservation.ts';
import { leaveQueue, placeOf } from '#capital/reservations/domain/waiting.ts';
import { openSource } from '#capital/sources/domain/opening-source.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { sumVnd, vnd } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { moveQuota } from './quota-application.ts';
import { placeName } from './quota-lines.ts';
import { reverseAllocation } from './reverse-allocation.ts';

const TERM = { reservedOn: '2026-01-01', expiry: null };
const RECORDED = { recordedBy: 'maker', effectiveOn: '2026-01-01', document: null, decisionId: null };
const REVERSING = { by: 'checker', effectiveOn: '2026-01-01' };

/** A source with leaves and loans, driven by acts in any order; refusals leave it as it was. */
class Ledger {
  source: CapitalSource;
  readonly leaves = new Map<string, Leaf>();
  readonly loans = new Map<string, LoanCapital>();
  readonly turnovers: Turnover[] = [];
  readonly receipts: { amount: Vnd; isReversed: boolean }[] = [];
  readonly allocations: { amount: Vnd; communeId: string; isReversed: boolean }[] = [];

  constructor() {
    const contract = { number: '1', signedOn: '2026-01-01', decision: { issuedOn: '2026-01-01' } };
    const opening = {
      sourceId: 's',
      investorId: 'i',
      kind: 'entrusted',
      contract,
      effectiveOn: '2026-01-01',
    } as const;
    const investor = { investorId: 'i', kind: 'province', validFrom: null, validTo: null } as const;
    this.source = openSource(opening, investor);
  }

  play({ verb, loan: loanNumber, commune, amount, interest, version, settled }: Act): void {
    const loanId = `loan-${loanNumber}`;
    const place = { sourceId: 's', programmeId: 'p', communeId: `c${commune}` };
    const decided = { amount: vnd(amount), issuedOn: '2026-01-01', effectiveOn: '2026-01-01' };
    const loan = this.loans.get(loanId) ?? null;
    const identity = { ...place, loanId, householdId: 'h' };
    switch (verb) {
      case 'receive': {
        const { source, postings } = receiveCapital(this.source, decided);
        this.source = source;
        this.receipts.push({ amount: decided.amount, isReversed: false });
        this.turnovers.push(Object.fromEntries(changesOf(postings)));
        return;
      }
      case 'reverse-receipt': {
        const entry = this.receipts[loanNumber - 1];
        if (!entry) return;
        const { source, postings } = reverseReceipt(this.source, { ...entry, ...RECORDED }, REVERSING);
        entry.isReversed = true;
        this.source = source;
        this.turnovers.push(Object.fromEntries(changesOf(postings)));
        return;
      }
      case 'reverse-allocation': {
        const entry = this.allocations[loanNumber - 1];
        const before = entry && this.leaves.get(entry.communeId);
        if (!entry || !before) return;
        const reversed = { ...entry, ...RECORDED };
        const { source, leaf, postings } = reverseAllocation(this.source, before, reversed, REVERSING);
        entry.isReversed = true;
        this.source = source;
        this.leaves.set(entry.communeId, leaf);
        this.turnovers.push(Object.fromEntries(changesOf(postings)));
        return;
      }
      case 'allocate': {
        assertGoesOut(this.source, decided);
        assertUnallocated(this.source, decided.amount);
        const { programmeId, communeId: areaId } = place;
        const found = this.leaves.get(areaId);
        const { source, moved } = moveQuota(
          this.source,
          new Map(found ? [[placeName({ programmeId, areaId }), found]] : []),
          [{ line: 0, kind: 'allocate', isMove: false, programmeId, areaId, amount: decided.amount }],
          decided.effectiveOn,
        );
        this.source = source;
        for (const { leaf } of moved) this.leaves.set(areaId, leaf);
        this.allocations.push({
          amount: decided.amount,
          communeId: place.communeId,
          isReversed: false,
        });
        for (const { entries } of moved) {
          for (const { postings } of entries) this.turnovers.push(Object.fromEntries(changesOf(postings)));
        }
        return;
      }
      case 'request': {
        const asked = {
          ...identity,
          amount: decided.amount,
          capitalKinds: ['entrusted'] as const,
          requestNumber: version,
          since: `2026-01-01T00:00:0${String(version)}.000Z`,
        };
        if (givesUp(loan, asked)) this.#giveUp(loan);
        const now = this.loans.get(loanId) ?? null;
        const outcome = answerRequest(
          now,
          this.source,
          this.leaves.get(place.communeId) ?? null,
          asked,
          TERM,
        );
        if (outcome.kind === 'reserved' || outcome.kind === 'waiting') {
          this.leaves.set(place.communeId, outcome.leaf);
        }
        if (outcome.kind === 'reserved') this.turnovers.push(Object.fromEntries(changesOf(outcome.postings)));
        if (outcome.kind !== 'passed-over') this.loans.set(loanId, outcome.loan);
        return;
      }
      case 'cancel': {
        const outcome = cancelRequest(loan, { ...identity, effectiveOn: '2026-01-01' });
        if (outcome.kind !== 'passed-over') this.loans.set(loanId, outcome.loan);
        if (outcome.kind === 'released') this.#postTo(outcome.loan.communeId, outcome.postings);
        if (outcome.kind === 'left') this.#leave(outcome.waited);
        return;
      }
      case 'disburse': {
        const reserved = loan?.status === 'released' ? loan.amount : loan ? reservedOf(loan) : 0n;
        const before = loan ? (this.leaves.get(loan.communeId) ?? null) : null;
        const lent = lendCapital(loan, before, { loanId, sourceId: 's', amount: vnd(reserved) });
        this.loans.set(loanId, lent.loan);
        this.#postTo(lent.loan.communeId, lent.postings);
        return;
      }
      case 'release': {
        if (loan?.status === 'reserved') this.#giveUp(loan);
        return;
      }
      case 'offer': {
        const leaf = this.leaves.get(place.communeId);
        const first = this.#waitingIn(place.communeId)[0];
        if (!leaf || !first) return;
        const offered = offerFirst(leaf, first, TERM);
        if (offered === null) return;
        this.leaves.set(place.communeId, offered.leaf);
        this.loans.set(first.loanId, offered.loan);
        this.turnovers.push(Object.fromEntries(changesOf(offered.postings)));
        return;
      }
      case 'repay': {
        const returned = returnCapital(loan, {
          loanId,
          principal: decided.amount,
          interest: vnd(interest),
          settled,
          loanVersion: version,
          effectiveOn: '2026-01-01',
        });
        this.loans.set(loanId, returned.loan);
        this.#postTo(returned.loan.communeId, returned.postings);
        return;
      }
      case 'write-off': {
        const off = writeOffCapital(loan, {
          loanId,
          principal: decided.amount,
          loanVersion: version,
          effectiveOn: '2026-01-01',
        });
        this.loans.set(loanId, off.loan);
        this.#postTo(off.loan.communeId, off.postings);
        return;
      }
    }
  }

  #waitingIn(communeId: string): WaitingLoan[] {
    return waitingOf(this.loans.values(), communeId);
  }

  #giveUp(loan: WaitingLoan | ReservedLoan): void {
    if (loan.status === 'reserved') {
      const released = releaseReservation(loan, '2026-01-01');
      this.loans.set(loan.loanId, released.loan);
      this.#postTo(loan.communeId, released.postings);
      return;
    }
    const { loanId, householdId, sourceId, programmeId, communeId, version, requestNumber } = loan;
    const identity = { loanId, householdId, sourceId, programmeId, communeId, requestNumber };
    this.loans.set(loanId, { ...identity, version: version + 1, status: 'declined' });
    this.#leave(loan);
  }

  #leave(waited: WaitingLoan): void {
    const leaf = this.leaves.get(waited.communeId);
    if (!leaf) throw new Error(`no leaf in ${waited.communeId}`);
    this.leaves.set(waited.communeId, leaveQueue(leaf, waited));
  }

  #postTo(communeId: string, postings: readonly Posting[]): void {
    const leaf = this.leaves.get(communeId);
    if (!leaf) throw new Error(`no leaf in ${communeId}`);
    this.leaves.set(communeId, postToLeaf(leaf, postings));
    this.turnovers.push(Object.fromEntries(changesOf(postings)));
  }
}

function waitingOf(loans: Iterable<LoanCapital>, communeId: string): WaitingLoan[] {
  return [...loans]
    .filter((loan): loan is WaitingLoan => loan.status === 'waiting' && loan.communeId === communeId)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

const acts = fc.record({
  verb: fc.constantFrom(
    'receive',
    'reverse-receipt',
    'allocate',
    'reverse-allocation',
    'request',
    'cancel',
    'release',
    'offer',
    'disburse',
    'repay',
    'write-off',
  ),
  loan: fc.integer({ min: 1, max: 4 }),
  commune: fc.integer({ min: 1, max: 2 }),
  amount: fc.integer({ min: 1, max: 60 }),
  interest: fc.integer({ min: 0, max: 5 }),
  version: fc.integer({ min: 1, max: 9 }),
  settled: fc.boolean(),
});

type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

test.prop([fc.array(acts, { minLength: 20, maxLength: 80 })], { numRuns: 150 })(
  'no act, in any order, makes or loses money',
  (sequence) => {
    const ledger = new Ledger();
    for (const act of sequence) {
      try {
        ledger.play(act);
      } catch (error) {
        if (!(error instanceof DomainError || error instanceof NotYet)) throw error;
      }
      const leaves = [...ledger.leaves.values()];
      const loans = [...ledger.loans.values()];
      const { balances } = ledger.source;
      for (const { communeId, queue } of leaves) {
        const waiting = waitingOf(loans, communeId);
        expect(queue?.waiting ?? 0).toBe(waiting.length);
        expect(queue?.amount ?? 0n).toBe(sumVnd(waiting.map(({ amount }) => amount)));
        for (const loan of waiting) expect(placeOf(loan) >= (queue?.from ?? '~')).toBe(true);
      }
      for (const { balances: held } of leaves) {
        for (const balance of Object.values(held)) expect(balance).toBeGreaterThanOrEqual(0n);
        expect(held['cash-interest']).toBe(held['interest-collected']);
      }
      const quota = sumVnd(leaves.map((leaf) => quotaOf(leaf.balances)));
      const writtenOff = sumVnd(leaves.map((leaf) => leaf.balances['capital-written-off']));
      expect(balances['entrusted-capital']).toBe(balances['cash-unallocated'] + quota + writtenOff);
      expect(sumVnd(loans.map(reservedOf))).toBe(
        sumVnd(leaves.map((leaf) => leaf.balances['cash-reserved'])),
      );
      expect(sumVnd(loans.map(lentOf))).toBe(sumVnd(leaves.map((leaf) => leaf.balances.loans)));
    }
    const totals = addTurnovers(ledger.turnovers);
    const rows = trialRowsOf(totals);
    expect(sumVnd(rows.map(({ debit }) => debit))).toBe(sumVnd(rows.map(({ credit }) => credit)));
    const { fund, received, unallocated, quota, unlent, lent } = totalsOf(totals);
    expect(received).toBe(ledger.source.balances['entrusted-capital']);
    expect(fund).toBe(received - totals['capital-written-off']);
    expect(fund).toBe(unallocated + quota);
    expect(fund).toBe(unlent + lent);
    expect(fund).toBe(fundHeldOf(totals));
  },
);
