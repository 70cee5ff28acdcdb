import { beforeEach, describe, expect, test, vi } from 'vitest';
import { basisOf } from '#lending/engine/domain/life/basis.ts';
import { Ledger } from '#lending/engine/domain/life/ledger.ts';
import type { Context } from '#shared/application/context.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { person } from '#test/support/acts.ts';
import { disbursedFacts } from '#test/support/loan-lives.ts';
import { factOfLoan } from '../adapters/loan-facts.ts';
import { itemOf } from '../adapters/loan-item.ts';
import { loanView } from '../adapters/loan-view.ts';
import { foldFacts } from '../domain/loan-fold.ts';
import type { Loan } from '../domain/loan.ts';
import { disburseLoan } from './disburse-loan.ts';
import { findLoan } from './find-loans.ts';
import { freezeLoan } from './freeze-loan.ts';
import type { LoanStore } from './ports.ts';
import { recordRepayment } from './record-repayment.ts';
import { writeOffLoan } from './write-off-loan.ts';

vi.mock(import('#lending/engine/domain/life/basis.ts'), async (original) => {
  const real = await original();
  return { ...real, basisOf: vi.fn(real.basisOf) };
});

vi.mock(import('#lending/engine/domain/life/ledger.ts'), async (original) => {
  const real = await original();
  return { ...real, Ledger: vi.fn(real.Ledger) };
});

const TODAY = businessDay('2026-07-20');

const TERMS = {
  sourceId: 'src-1',
  amount: vnd(60_000_000),
  ratePerYear: parseRate('6.6'),
  overdueRatePerYear: parseRate('8.58'),
  termMonths: 60,
  principalEveryMonths: 12,
};

const HISTORY = disbursedFacts(TERMS, businessDay('2026-03-02'));

function loanIn(status: 'active' | 'reserved'): Loan {
  const loan = foldFacts(status === 'active' ? HISTORY : HISTORY.slice(0, -1));
  if (loan?.status !== status) throw new TypeError(`not ${status}`);
  return loan;
}

/** A store that makes what it would write: the head and the fact, as the act's one transaction does. */
function storeOf(loan: Loan): LoanStore {
  return {
    readLoan: () => Promise.resolve(loan),
    saveLoan({ after, fact, instalments }, answer) {
      itemOf(after);
      factOfLoan({ after, fact, instalments });
      return Promise.resolve(answer);
    },
  };
}

function contextOf(loan: Loan): Context<LoanStore> {
  return { caller: person('branch-director'), today: TODAY, store: storeOf(loan) };
}

const decision = { number: '1', issuedOn: '2026-07-01', issuer: 'x' };

describe('the engine is opened once', () => {
  const active = loanIn('active');
  const reserved = loanIn('reserved');

  beforeEach(() => {
    vi.mocked(basisOf).mockClear();
    vi.mocked(Ledger).mockClear();
  });

  test('for a repayment, which asks the payoff, splits the money, folds it and finds what is due next', async () => {
    await recordRepayment(contextOf(active), active.loanId, { repaymentId: 'rep-1', amount: vnd(2_000_000) });
    expect(basisOf).toHaveBeenCalledTimes(1);
    expect(Ledger).toHaveBeenCalledTimes(1);
  });

  test('for a write-off', async () => {
    await writeOffLoan(contextOf(active), active.loanId, { reason: 'mất khả năng', decision });
    expect(basisOf).toHaveBeenCalledTimes(1);
  });

  test('for a disbursement, which tells its schedule', async () => {
    await disburseLoan(contextOf(reserved), reserved.loanId, {});
    expect(basisOf).toHaveBeenCalledTimes(1);
    expect(Ledger).toHaveBeenCalledTimes(1);
  });

  test('for a freeze, and laid out once more with the nights it spares', async () => {
    await freezeLoan(contextOf(active), active.loanId, { until: businessDay('2026-12-31'), decision });
    expect(basisOf).toHaveBeenCalledTimes(2);
  });

  test.each([TODAY, businessDay('2026-03-02')])('for the page of a loan on %s', async (asOf) => {
    const reader = { findLoan: () => Promise.resolve(active), findFacts: () => Promise.resolve(HISTORY) };
    const asked = { asOf, knownOn: null };
    const found = await findLoan(reader, person('branch-director'), active.loanId, asked);
    loanView(found, asked);
    expect(basisOf).toHaveBeenCalledTimes(1);
  });
});
