import { describe, expect, test } from 'vitest';
import { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { businessDay, dayNumber } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { person } from '#test/support/acts.ts';
import { day } from '#test/support/engine-terms.ts';
import { disbursedFacts } from '#test/support/loan-lives.ts';
import { accountOf } from '../domain/loan-account.ts';
import type { LoanFact } from '../domain/loan-facts.ts';
import { foldFacts, foldHistory } from '../domain/loan-fold.ts';
import { engineTerms } from '../domain/loan-terms.ts';
import { isRunning } from '../domain/loan.ts';
import { positionOn } from '../domain/position.ts';
import { repay } from '../domain/repayment.ts';
import { findLoan } from './find-loans.ts';

const START = businessDay('2026-03-02');

const TERMS = {
  sourceId: 'src-1',
  amount: vnd(60_000_000),
  ratePerYear: parseRate('6.6'),
  overdueRatePerYear: parseRate('8.58'),
  termMonths: 60,
  principalEveryMonths: 12,
};

const at = (date: string): string => `${date}T03:00:00.000Z`;

const BEGINNING = disbursedFacts(TERMS, START).map((fact) => ({ ...fact, recordedAt: at('2026-03-02') }));

function receipt(history: readonly LoanFact[], text: string): LoanFact {
  const loan = foldFacts(history);
  if (loan?.status !== 'active') throw new TypeError('not active');
  const on = businessDay(text);
  const { fact } = repay(loan, {
    on,
    by: 'o',
    repaymentId: `rep-${text}`,
    method: 'cash',
    amount: vnd(2_000_000),
  });
  return { ...fact, recordedAt: at(text) };
}

const PAID = [...BEGINNING, receipt(BEGINNING, '2026-05-20')];

/** Decided for a day before the receipt, and recorded after it. */
const CHEAPER: LoanFact = {
  kind: 'changed',
  on: businessDay('2026-04-01'),
  by: 'director',
  recordedAt: at('2026-06-10'),
  change: { type: 'rate-change', on: day('2026-04-01'), rate: parseRate('3.3') },
};

/** As the table gives them: by the day they count for. */
const HISTORY = [...BEGINNING, CHEAPER, ...PAID.slice(BEGINNING.length)];

const TERMS_OF_ENGINE = engineTerms({ ...TERMS, approvedBy: 'someone' }, START);

const DISBURSED = { type: 'disbursement', on: dayNumber(START), amount: 60_000_000 } as const;

const RECEIVED = { type: 'payment', id: 'rep', on: day('2026-05-20'), amount: 2_000_000 } as const;

async function positionKnown(asOf: string, knownOn: string | null) {
  const head = foldFacts(HISTORY);
  const reader = {
    findLoan: () => Promise.resolve(head),
    findFacts: (_: string, upTo: string) => Promise.resolve(HISTORY.filter(({ on }) => on <= upTo)),
  };
  const asked = { asOf: businessDay(asOf), knownOn };
  const { loan, account } = await findLoan(reader, person('auditor'), 'loan-1', asked);
  if (!isRunning(loan)) return loan.status;
  return positionOn(loan, asked.asOf, account ?? accountOf(loan));
}

const engine = (asOf: string, facts: Parameters<typeof LoanAccount.open>[1]) => {
  const { position, payoff } = LoanAccount.open(TERMS_OF_ENGINE, facts).answer(day(asOf));
  return { outstanding: vnd(position.principalOutstanding), payoff: vnd(payoff.total) };
};

describe('a loan as known on an instant', () => {
  const cheaper = { type: 'rate-change', on: day('2026-04-01'), rate: parseRate('3.3') } as const;

  test('holds what was recorded until then, whatever day it counts for', async () => {
    const before = await positionKnown('2026-07-01', at('2026-06-09'));
    expect(before).toMatchObject(engine('2026-07-01', [DISBURSED, RECEIVED]));
    const after = await positionKnown('2026-07-01', at('2026-06-10'));
    expect(after).toMatchObject(engine('2026-07-01', [DISBURSED, RECEIVED, cheaper]));
    expect(after).toEqual(await positionKnown('2026-07-01', null));
    expect(after).not.toEqual(before);
  });

  test('did not exist before it was recorded', async () => {
    await expect(positionKnown('2026-07-01', at('2026-03-01'))).rejects.toThrow('not-found');
  });

  test('is also told of an earlier day', async () => {
    const wanted = engine('2026-05-10', [DISBURSED]);
    expect(await positionKnown('2026-05-10', at('2026-06-09'))).toMatchObject(wanted);
    expect(await positionKnown('2026-05-10', null)).toMatchObject(engine('2026-05-10', [DISBURSED, cheaper]));
  });

  test('keeps how money was split when it was recorded, whatever comes to be known', () => {
    const folded = foldHistory(HISTORY);
    expect(folded?.account?.answer(day('2026-07-01'), at('2026-06-09')).position).toMatchObject({
      principalOutstanding: Number(engine('2026-07-01', [DISBURSED, RECEIVED]).outstanding),
    });
  });
});
