import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import { mayServe } from '#capital/ledger/domain/queue.ts';
import { vnd } from '#shared/domain/vnd.ts';
import type { LoanCapital, WaitingLoan } from './loan-capital.ts';
import { cancelRequest, releaseReservation } from './release.ts';
import { answerRequest, offerFirst } from './reservation.ts';
import { leaveQueue, placeOf } from './waiting.ts';

const place = { sourceId: 's', programmeId: 'p', communeId: 'c' };

const TERM = { reservedOn: '2026-01-01', expiry: null };

const source = { kind: 'entrusted' } as const;

/** One leaf whose queue is served whenever an act says that it may be. */
class Counter {
  leaf: Leaf = newLeaf(place);
  readonly loans = new Map<string, LoanCapital>();
  readonly served: WaitingLoan[] = [];

  play({ verb, loan: number, amount, since }: Act): void {
    const loanId = `loan-${String(number).padStart(2, '0')}`;
    const loan = this.loans.get(loanId) ?? null;
    switch (verb) {
      case 'request': {
        const outcome = answerRequest(
          loan,
          source,
          this.leaf,
          {
            ...place,
            loanId,
            householdId: 'h',
            // Fixed by the approval, whatever is asked again.
            amount: vnd(number * 3),
            capitalKinds: ['entrusted'],
            requestNumber: (loan?.requestNumber ?? 0) + 1,
            since: `2026-01-01T00:00:${String(since).padStart(2, '0')}.000Z`,
          },
          TERM,
        );
        if (outcome.kind === 'passed-over' || outcome.kind === 'declined') return;
        this.loans.set(loanId, outcome.loan);
        if (outcome.kind === 'noted') return;
        this.leaf = outcome.leaf;
        if (outcome.kind === 'reserved') this.#tell(outcome.postings, null);
        else this.#tell([], { loan: outcome.loan, to: 'waiting' });
        return;
      }
      case 'cancel': {
        if (loan?.status === 'lent') return;
        const outcome = cancelRequest(loan, {
          ...place,
          loanId,
          householdId: 'h',
          effectiveOn: '2026-01-01',
        });
        if (outcome.kind === 'passed-over') return;
        this.loans.set(loanId, outcome.loan);
        if (outcome.kind === 'released') this.#post(outcome.postings);
        if (outcome.kind !== 'left') return;
        this.leaf = leaveQueue(this.leaf, outcome.waited);
        this.#tell([], { loan: outcome.waited, to: 'left' });
        return;
      }
      case 'expire': {
        if (loan?.status !== 'reserved') return;
        const released = releaseReservation(loan, '2026-01-01');
        this.loans.set(loanId, released.loan);
        this.#post(released.postings);
        return;
      }
      case 'allocate':
        this.#post([{ debit: 'cash-available', credit: 'cash-unallocated', amount: vnd(amount) }]);
        return;
      case 'recall': {
        const most = this.leaf.balances['cash-available'];
        if (BigInt(amount) > most) return;
        this.#post([{ debit: 'cash-unallocated', credit: 'cash-available', amount: vnd(amount) }]);
      }
    }
  }

  get waiting(): WaitingLoan[] {
    return [...this.loans.values()]
      .filter((loan) => loan.status === 'waiting')
      .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  }

  #post(postings: readonly Posting[]): void {
    this.leaf = postToLeaf(this.leaf, postings);
    this.#tell(postings, null);
  }

  #tell(postings: readonly Posting[], move: Parameters<typeof mayServe>[2]): void {
    if (!mayServe(this.leaf, postings, move)) return;
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      const offered = offerFirst(this.leaf, first, TERM);
      if (offered === null) return;
      this.leaf = offered.leaf;
      this.loans.set(first.loanId, offered.loan);
      this.served.push(first);
    }
  }
}

const acts = fc.record({
  verb: fc.constantFrom('request', 'request', 'cancel', 'expire', 'allocate', 'recall'),
  loan: fc.integer({ min: 1, max: 12 }),
  amount: fc.integer({ min: 1, max: 40 }),
  since: fc.integer({ min: 0, max: 59 }),
});

type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

test.prop([fc.array(acts, { minLength: 10, maxLength: 80 })], { numRuns: 200 })(
  'whatever happens, nobody waits for whom there is money, nobody is passed, and the queue counts right',
  (sequence) => {
    const counter = new Counter();
    for (const act of sequence) {
      const before = counter.waiting;
      counter.served.length = 0;
      counter.play(act);
      const { leaf, waiting, served } = counter;
      const available = leaf.balances['cash-available'];
      expect(available).toBeGreaterThanOrEqual(0n);
      const [first] = waiting;
      if (first) expect(first.amount).toBeGreaterThan(available);
      expect(leaf.queue?.waiting ?? 0).toBe(waiting.length);
      expect(leaf.queue?.amount ?? 0n).toBe(waiting.reduce((sum, { amount }) => sum + amount, 0n));
      // Whoever was served stood before everyone who still waits and was there already.
      const last = served.at(-1);
      for (const loan of waiting) {
        const stood = before.some(({ loanId }) => loanId === loan.loanId);
        if (last && stood) expect(placeOf(last) < placeOf(loan)).toBe(true);
      }
    }
  },
);
