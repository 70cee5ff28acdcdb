import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import type { LoanRules } from '#lending/engine/domain/terms/loan-rules.ts';
import { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { factItem } from '#shared/data/outbox.ts';
import { addDays, businessDay, businessDayOfNumber, dayNumber } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { testAct } from '#test/support/acts.ts';
import { day } from '#test/support/engine-terms.ts';
import { disbursedFacts } from '#test/support/loan-lives.ts';
import { accountOf, nextDueOf } from '../domain/loan-account.ts';
import type { Change } from '../domain/changes.ts';
import type { LoanFact } from '../domain/loan-facts.ts';
import { follow, foldFacts, foldHistory } from '../domain/loan-fold.ts';
import { engineTerms } from '../domain/loan-terms.ts';
import { isRunning } from '../domain/loan.ts';
import type { Loan, RunningLoan } from '../domain/loan.ts';
import { positionOn } from '../domain/position.ts';
import { repay } from '../domain/repayment.ts';
import { instalmentsOf } from '../domain/schedule.ts';
import { writeLoanOff } from '../domain/write-off.ts';
import { factOfItem, factOfLoan, LoanFactItemSchema } from './loan-facts.ts';
import { itemOf, LoanItemSchema } from './loan-item.ts';

const START = businessDay('2026-03-02');

/** 60 million over five years, a fifth each year, interest monthly. */
const TERMS = {
  sourceId: 'src-1',
  amount: vnd(60_000_000),
  ratePerYear: parseRate('6.6'),
  overdueRatePerYear: parseRate('8.58'),
  termMonths: 60,
  principalEveryMonths: 12,
};

const LENT: Fact = { type: 'disbursement', on: dayNumber(START), amount: 60_000_000 };

/** A step in the life of the loan: the fact the next act makes of the loan as its head keeps it. */
type Step = (loan: RunningLoan) => LoanFact;

const by = 'somebody';

const decision = { number: '12/QĐ', issuedOn: '2026-01-01', issuer: 'x' };

const paid =
  (on: string, amount: number, repaymentId = `rep-${on}`): Step =>
  (loan) => {
    if (loan.status !== 'active') throw new TypeError(loan.status);
    return repay(loan, { on: businessDay(on), by, repaymentId, method: 'cash', amount: vnd(amount) }).fact;
  };

const changed =
  (change: Change): Step =>
  () => ({ kind: 'changed', by, on: businessDayOfNumber(change.on ?? 0), change });

const frozen =
  (on: string, until: string): Step =>
  () => ({ kind: 'frozen', by, on: businessDay(on), until: businessDay(until), decision });

const writtenOff =
  (on: string): Step =>
  (loan) => {
    if (loan.status !== 'active') throw new TypeError(loan.status);
    return writeLoanOff(loan, { on: businessDay(on), by, reason: 'mất khả năng', decision }).fact;
  };

/** Reads a loan back from the item it is stored as. */
function stored(loan: Loan): RunningLoan {
  const found = z.parse(LoanItemSchema, itemOf(loan));
  if (!isRunning(found)) throw new TypeError(found.status);
  return found;
}

/** Reads a fact back from the item it is stored as. */
function readBack(loan: Loan, fact: LoanFact): LoanFact {
  const instalments = fact.kind === 'disbursed' ? instalmentsOf(accountOf(stored(loan))) : undefined;
  const item = factItem(testAct(), factOfLoan({ after: loan, fact, instalments }));
  return factOfItem(z.parse(LoanFactItemSchema, item));
}

/** Plays steps, each act on the stored head and each fact folded from the history as it is stored. */
function play(steps: readonly Step[], rules?: LoanRules): { facts: LoanFact[]; loan: RunningLoan } {
  const facts: LoanFact[] = [];
  let folded = null as ReturnType<typeof follow> | null;
  const take = (fact: LoanFact): void => {
    folded = follow(folded, fact);
    expect(readBack(folded.loan, fact)).toMatchObject({ ...fact, by: 'tester' });
    facts.push(fact);
  };
  for (const fact of disbursedFacts(rules ? { ...TERMS, rules } : TERMS, START)) take(fact);
  for (const step of steps) if (folded) take(step(stored(folded.loan)));
  const loan = foldFacts(facts);
  if (loan === null || !isRunning(loan)) throw new TypeError('the loan does not run');
  return { facts, loan };
}

/** What the engine hears of a history. */
function heard(facts: readonly LoanFact[]): Fact[] {
  return facts.flatMap((fact): Fact[] => {
    const on = dayNumber(fact.on);
    switch (fact.kind) {
      case 'repaid':
        return [
          { type: 'payment', id: fact.repaymentId, on, amount: Number(fact.principal + fact.interest) },
        ];
      case 'frozen':
        return [{ type: 'freeze', on, until: dayNumber(fact.until) }];
      case 'written-off':
        return [{ type: 'write-off', on }];
      case 'changed':
        return [fact.change];
      case 'disbursed':
        return [LENT];
      default:
        return [];
    }
  });
}

const HISTORIES: readonly [string, readonly Step[]][] = [
  ['a receipt', [paid('2026-05-20', 2_000_000)]],
  [
    'a second tranche',
    [
      paid('2026-05-20', 2_000_000),
      changed({ type: 'disbursement', id: 't-2', on: day('2026-08-10'), amount: 10_000_000 }),
      paid('2027-04-20', 5_000_000),
    ],
  ],
  [
    'a receipt that is reversed',
    [
      paid('2026-05-20', 2_000_000, 'rep-a'),
      paid('2026-07-20', 3_000_000, 'rep-b'),
      changed({ type: 'reversal', target: 'rep-a', on: day('2026-07-21') }),
      paid('2026-09-20', 1_000_000),
    ],
  ],
  [
    'a waiver',
    [
      changed({ type: 'waiver', id: 'w-1', on: day('2026-07-21'), amount: 500_000 }),
      paid('2026-09-20', 1_500_000),
    ],
  ],
  [
    'a change of the rate',
    [
      changed({ type: 'rate-change', on: day('2026-07-21'), rate: parseRate('7.2') }),
      paid('2026-09-20', 1_500_000),
    ],
  ],
  [
    'an instalment adjusted and the final date extended',
    [
      paid('2026-05-20', 1_000_000),
      changed({
        type: 'instalment-adjustment',
        on: day('2026-12-01'),
        from: day('2027-03-02'),
        to: day('2028-03-02'),
      }),
      changed({ type: 'extension', on: day('2027-01-05'), to: day('2032-03-02') }),
      paid('2028-04-20', 9_000_000),
    ],
  ],
  [
    'due dates moved and interest paused',
    [
      changed({ type: 'first-due-set', on: day('2026-03-10'), due: day('2026-04-10') }),
      changed({
        type: 'due-date-move',
        on: day('2026-04-01'),
        from: day('2026-05-10'),
        to: day('2026-05-15'),
      }),
      changed({
        type: 'interest-pause',
        on: day('2026-05-20'),
        from: day('2026-06-01'),
        to: day('2026-07-31'),
      }),
      paid('2026-09-20', 1_500_000),
    ],
  ],
  [
    'a rollover',
    [
      changed({ type: 'rollover', on: day('2026-03-20'), to: day('2035-03-02') }),
      paid('2026-05-20', 1_000_000),
    ],
  ],
  [
    'a freeze that ends early, and another',
    [
      frozen('2026-05-20', '2026-12-31'),
      changed({ type: 'freeze-end', on: day('2026-08-01') }),
      paid('2026-09-20', 500_000),
      frozen('2026-10-20', '2027-10-20'),
      paid('2027-11-20', 1_500_000),
    ],
  ],
  [
    'remarks',
    [
      changed({ type: 'transfer', on: day('2026-05-20') }),
      changed({ type: 'representative-change', on: day('2026-05-21') }),
      paid('2026-09-20', 1_500_000),
    ],
  ],
  [
    'a write-off, and a recovery that is reversed after another',
    [
      paid('2026-05-20', 1_000_000),
      writtenOff('2026-09-20'),
      changed({ type: 'recovery', id: 'rec-1', on: day('2027-01-20'), amount: 2_000_000 }),
      changed({ type: 'recovery', id: 'rec-2', on: day('2027-02-20'), amount: 1_000_000 }),
      changed({ type: 'reversal', target: 'rec-1', on: day('2027-02-21') }),
    ],
  ],
  [
    'a payoff that is reversed',
    [
      paid('2026-04-02', 60_336_329, 'rep-all'),
      changed({ type: 'reversal', target: 'rep-all', on: day('2026-04-09') }),
      paid('2026-06-20', 1_000_000),
    ],
  ],
];

describe.each(HISTORIES)('a stored loan with %s', (_, steps) => {
  const { facts, loan } = play(steps);
  const terms = engineTerms(loan.terms, START);
  const asOf = addDays(loan.lastFactOn, 200);

  test('stands where the engine puts its terms and facts, from its head and from its history', () => {
    const { position, payoff } = LoanAccount.open(terms, heard(facts)).answer(dayNumber(asOf));
    const wanted = {
      outstanding: vnd(position.principalOutstanding),
      overduePrincipal: vnd(position.principalOverdue),
      overdueInterestDue: vnd(position.overdueInterest),
      payoff: vnd(payoff.total),
      principalPaid: vnd(position.principalPaid),
      interestPaid: vnd(position.interestPaid + position.overdueInterestPaid),
      class: position.class,
      daysOverdue: position.daysOverdue,
    };
    expect(positionOn(stored(loan), asOf)).toMatchObject(wanted);
    const whole = foldHistory(facts);
    expect(positionOn(loan, asOf, whole?.account ?? undefined)).toMatchObject(wanted);
    const { recovered, writtenOff: lost } = position;
    expect(accountOf(stored(loan)).position()).toMatchObject({ recovered, writtenOff: lost });
    expect(loan.maturityOn).toBe(businessDayOfNumber(position.maturity ?? 0));
  });

  test('answers of any day before as of that day', () => {
    const { account } = foldHistory(facts) ?? {};
    const engine = LoanAccount.open(terms, heard(facts));
    for (let past = START; past < asOf; past = addDays(past, 40)) {
      expect(account?.answer(dayNumber(past))).toEqual(engine.answer(dayNumber(past)));
    }
  });

  test('keeps the instalments whole: what they ask was disbursed', () => {
    const asked = accountOf(stored(loan)).principalRows();
    const { principalDisbursed, principalPaid } = accountOf(stored(loan)).position();
    const sum = (of: (row: (typeof asked)[number]) => number) => asked.reduce((all, row) => all + of(row), 0);
    expect(sum((row) => row.asked)).toBe(principalDisbursed);
    expect(sum((row) => row.paid)).toBe(principalPaid);
  });
});

test('a fact that changes what is past is not recorded on the head alone', () => {
  const { loan } = play([paid('2026-05-20', 2_000_000, 'rep-a')]);
  const account = accountOf(loan);
  const reversal: Fact = { type: 'reversal', target: 'rep-a', on: day('2026-05-21') };
  expect(() => account.record(reversal)).toThrow(RangeError);
  expect(() => account.answer(day('2026-05-21'))).toThrow(RangeError);
});

describe.each<[string, LoanRules]>([
  ['level instalments', { amortisation: 'equal-instalment', levelTotal: 'kept', lastInstalment: 'smoothed' }],
  ['a bullet by 366 days in leap rows', { amortisation: 'bullet', dayCount: 'actual/365-leap' }],
  [
    'interest by the schedule, all of it asked at a payoff',
    { interestRunsOn: 'schedule', payoffInterest: 'all-scheduled', beyond: 'last', payoffRow: 'last' },
  ],
  ['flat interest on actual days', { interestMethod: 'flat', interestRunsOn: 'schedule' }],
  ['interest rounded by stretches', { interestRounding: 'per-stretch', dayCount: 'actual/actual' }],
  ['the last rows first and months that roll', { beyond: 'last-before-current', monthEnd: 'rolls' }],
])('a programme with %s', (_, rules) => {
  const { facts, loan } = play(
    [
      paid('2026-05-20', 2_000_000),
      paid('2027-04-20', 5_000_000),
      changed({ type: 'disbursement', id: 't-2', on: day('2027-05-10'), amount: 10_000_000 }),
      paid('2028-01-05', 7_000_000),
    ],
    rules,
  );
  const asOf = addDays(loan.lastFactOn, 90);

  test('fixes them at approval: the loan goes on by them from its head', () => {
    expect(loan.terms.rules).toEqual(rules);
    const terms = engineTerms(loan.terms, START);
    const { position, payoff } = LoanAccount.open(terms, heard(facts)).answer(dayNumber(asOf));
    expect(positionOn(stored(loan), asOf)).toMatchObject({
      outstanding: vnd(position.principalOutstanding),
      overduePrincipal: vnd(position.principalOverdue),
      payoff: vnd(payoff.total),
      interestPaid: vnd(position.interestPaid + position.overdueInterestPaid),
      class: position.class,
      daysOverdue: position.daysOverdue,
    });
    const usual = LoanAccount.open(engineTerms({ ...loan.terms, rules: undefined }, START), heard(facts));
    expect(usual.answer(dayNumber(asOf)).payoff).not.toEqual(payoff);
  });

  test('tells its rows from its history: together they are what was disbursed, and paid what was', () => {
    const account = foldHistory(facts)?.account;
    const { principalDisbursed, principalPaid } = account?.position() ?? {};
    const sums = { principalDisbursed: 0, principalPaid: 0 };
    for (const { asked, paid: settled } of account?.principalRows() ?? []) {
      sums.principalDisbursed += asked;
      sums.principalPaid += settled;
    }
    expect(sums).toEqual({ principalDisbursed, principalPaid });
  });

  test('has nothing due any more when it is paid off', () => {
    const { payoff } = positionOn(stored(loan), asOf);
    const off = paid(asOf, Number(payoff))(stored(loan));
    const account = foldHistory([...facts, off])?.account;
    expect(account && nextDueOf(account)).toBeNull();
  });

  test('written off, its rows stand as just before', () => {
    const before = foldHistory(facts)?.account?.principalRows();
    const account = foldHistory([...facts, writtenOff(loan.lastFactOn)(stored(loan))])?.account;
    expect(account?.principalRows()).toEqual(before);
  });
});
