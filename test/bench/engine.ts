import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { positionAt } from '#lending/engine/domain/answers/position.ts';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { plan } from '#lending/engine/domain/rows/plan.ts';
import { compileTerms } from '#lending/engine/domain/terms/compiled-terms.ts';
import type { CompiledTerms } from '#lending/engine/domain/terms/compiled-terms.ts';
import type { LoanTerms } from '#lending/engine/domain/terms/terms.ts';
import type { Rate } from '#shared/domain/rate.ts';
import { terms } from '#test/support/engine-terms.ts';
import { dailyPosition } from './daily-payer.ts';
import { civilDay, plainBigintSchedule, plainSchedule } from './engine-loops.ts';
import type { PlainLoan } from './engine-loops.ts';

/**
 * `npm run bench:engine`: the engine against the least code that gives the same figures for one kind of loan,
 * and against the package that does this best. Everything runs in turns in one process and is timed by the
 * processor time it used, so that the ratios hold on a busy machine. Fails only on wrong figures.
 */
const ROUNDS = 9;

const SLICE_MS = 60;

interface Contender {
  readonly name: string;
  /** Does the work once for the n-th of a series of slightly different loans; what it returns is kept alive. */
  readonly run: (n: number) => unknown;
}

let kept: unknown;

/** Fails with the first item that differs, not with pages of rows. */
function mustEqual(found: readonly unknown[], wanted: readonly unknown[], message: string): void {
  const at = found.findIndex((one, index) => !isDeepStrictEqual(one, wanted[index]));
  if (at >= 0) assert.deepEqual(found[at], wanted[at], message);
  assert.equal(found.length, wanted.length, message);
}

/** How often a contender finishes in a second of processor time. */
function rateOf({ run }: Contender): number {
  const from = process.cpuUsage();
  let runs = 0;
  for (let spent = 0; ;) {
    for (let batch = 0; batch < 4; batch += 1) kept = run((runs += 1));
    const { user, system } = process.cpuUsage(from);
    spent = (user + system) / 1000;
    if (spent >= SLICE_MS) return (runs / spent) * 1000;
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Runs the contenders in turns; rates, and each as a ratio to the second, round by round. */
function race(title: string, contenders: readonly Contender[], reference: number): void {
  for (const contender of contenders) rateOf(contender);
  const rounds = Array.from({ length: ROUNDS }, () => contenders.map(rateOf));
  console.log(`\n${title}`);
  contenders.forEach(({ name }, index) => {
    const rate = median(rounds.map((round) => round[index] ?? 0));
    const ratio = median(rounds.map((round) => (round[index] ?? 0) / (round[reference] ?? 1)));
    console.log(`  ${name.padEnd(38)}${rate.toFixed(0).padStart(9)} /s ${ratio.toFixed(3).padStart(9)} ×`);
  });
}

const RATE = 6600;

function termsOf(instalments: number): LoanTerms {
  return terms({ rates: [{ from: null, rate: BigInt(RATE * 1000) as Rate }], instalments });
}

/** A series of loans that differ in amount and day, so that nothing can be remembered from one to the next. */
const loanOf = (count: number, n: number): PlainLoan => ({
  principal: 50_000_000 + (n % 97) * 1000,
  rate: RATE,
  count,
  year: 2026,
  month: 1 + (n % 12),
  day: 1 + ((n % 31) % 28),
});

const startOf = ({ year, month: inMonth, day }: PlainLoan): number => civilDay(year, inMonth, day);

function scheduled(terms: CompiledTerms, loan: PlainLoan): ReturnType<typeof plan> {
  return plan(terms, [{ on: startOf(loan), amount: loan.principal }]);
}

interface LoanSchedule {
  calculateSchedule: (input: object) => {
    readonly payments: readonly { readonly principalAmount: string }[];
  };
}

const Package = createRequire(import.meta.url)('loan-schedule.js') as {
  new (options: object): LoanSchedule;
  readonly DIFFERENTIATED_SCHEDULE: string;
};

const schedules = new Package({ decimalDigit: 2, dateFormat: 'DD.MM.YYYY' });

function byPackage({
  principal,
  count,
  year,
  month: inMonth,
  day,
}: PlainLoan): ReturnType<LoanSchedule['calculateSchedule']> {
  const two = (part: number): string => String(part).padStart(2, '0');
  return schedules.calculateSchedule({
    amount: principal,
    rate: RATE / 1000,
    term: count,
    paymentOnDay: day,
    issueDate: `${two(day)}.${two(inMonth)}.${String(year)}`,
    scheduleType: Package.DIFFERENTIATED_SCHEDULE,
  });
}

function raceSchedules(count: number): void {
  const terms = compileTerms(termsOf(count));
  for (let n = 0; n < 400; n += 1) {
    const loan = loanOf(count, n);
    const rows = scheduled(terms, loan).map(
      ({ n: number, due, days, principal, interest, balanceAfter }) => ({
        n: number,
        due,
        days,
        principal,
        interest,
        total: principal + interest,
        balanceAfter,
      }),
    );
    mustEqual(rows, plainSchedule(loan), 'the engine and the plain loop differ');
    const big = plainBigintSchedule(loan).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])),
    );
    mustEqual(big, rows, 'the bigint loop differs');
  }
  const stepped = compileTerms({
    ...termsOf(count),
    rates: [...termsOf(count).rates, { from: civilDay(2028, 3, 10), rate: BigInt(RATE * 900) as Rate }],
  });
  const level = compileTerms({ ...termsOf(count), amortisation: 'equal-instalment' });
  const paid = byPackage(loanOf(count, 0)).payments.reduce(
    (sum, row) => sum + Number(row.principalAmount),
    0,
  );
  assert.equal(Math.round(paid), loanOf(count, 0).principal, 'the package repays another principal');
  race(
    `schedules of ${String(count)} instalments (ratio to the plain loop)`,
    [
      { name: 'engine', run: (n) => scheduled(terms, loanOf(count, n)) },
      {
        name: 'engine, terms checked each time',
        run: (n) => scheduled(compileTerms(termsOf(count)), loanOf(count, n)),
      },
      { name: 'engine, a rate that changes', run: (n) => scheduled(stepped, loanOf(count, n)) },
      { name: 'engine, level instalments', run: (n) => scheduled(level, loanOf(count, n)) },
      { name: 'plain object loop', run: (n) => plainSchedule(loanOf(count, n)) },
      { name: 'plain bigint loop', run: (n) => plainBigintSchedule(loanOf(count, n)) },
      { name: 'loan-schedule.js', run: (n) => byPackage(loanOf(count, n)) },
    ],
    4,
  );
}

function daily(loan: PlainLoan, amount: number, days: number): Fact[] {
  const start = startOf(loan);
  return [
    { type: 'disbursement', on: start, amount: loan.principal },
    ...Array.from({ length: days }, (_, index): Fact => ({
      type: 'payment',
      id: `p${String(index).padStart(4, '0')}`,
      on: start + 1 + index,
      amount,
    })),
  ];
}

const DAILY_AMOUNT = 40_000;

const DAYS = 730;

function racePositions(): void {
  const terms = compileTerms(termsOf(60));
  const loans = Array.from({ length: 16 }, (_, n) => loanOf(60, n));
  const lives = loans.map((loan) => daily(loan, DAILY_AMOUNT, DAYS));
  loans.forEach((loan, index) => {
    const answer = positionAt(terms, lives[index] ?? [], startOf(loan) + DAYS);
    const plain = dailyPosition(loan, DAILY_AMOUNT, DAYS);
    mustEqual(
      answer.instalments.map(({ n, due, principal, interest, paid }) => ({
        n,
        due,
        principal,
        interest,
        paidPrincipal: paid.principal,
        paidInterest: paid.interest,
      })),
      plain.rows,
      'rows differ',
    );
    mustEqual(
      answer.transactions
        .filter(({ type }) => type === 'payment')
        .map(({ on, amount, principal, interest, balanceAfter }) => ({
          on,
          amount,
          principal,
          interest,
          balanceAfter,
        })),
      plain.taken,
      'payments are split otherwise',
    );
    assert.equal(answer.position.principalOutstanding, plain.principalOutstanding);
    assert.equal(answer.position.interestAccrued, plain.interestAccrued);
  });
  const at = (n: number): number => n % loans.length;
  race(
    `position of a loan with ${String(DAYS)} daily payments (ratio to its plain loop)`,
    [
      {
        name: 'engine',
        run: (n) => positionAt(terms, lives[at(n)] ?? [], startOf(loanOf(60, at(n))) + DAYS),
      },
      { name: 'plain loop', run: (n) => dailyPosition(loanOf(60, at(n)), DAILY_AMOUNT, DAYS) },
    ],
    1,
  );
}

/** Twice the facts should take twice the time: the time of one fact, as a ratio to the smallest number of them. */
function growth(): void {
  const terms = compileTerms(termsOf(120));
  const loan = { ...loanOf(120, 0), principal: 500_000_000 };
  const numbers = [365, 730, 1460, 2920];
  const lives = numbers.map((days) => daily(loan, 210_000, days));
  const contenders = lives.map((facts, index) => ({
    name: `${String(numbers[index])} facts`,
    run: () => positionAt(terms, facts, startOf(loan) + (numbers[index] ?? 0)),
  }));
  for (const contender of contenders) rateOf(contender);
  const rounds = Array.from({ length: ROUNDS }, () => contenders.map(rateOf));
  console.log('\ntime of one fact as their number grows (ratio to the fewest)');
  contenders.forEach(({ name }, index) => {
    const times = rounds.map((round) => 1e9 / (round[index] ?? 1) / (numbers[index] ?? 1));
    const ratio = median(
      rounds.map((round, at) => (times[at] ?? 0) / (1e9 / (round[0] ?? 1) / (numbers[0] ?? 1))),
    );
    console.log(
      `  ${name.padEnd(38)}${median(times).toFixed(0).padStart(9)} ns ${ratio.toFixed(3).padStart(9)} ×`,
    );
  });
}

raceSchedules(60);

raceSchedules(120);

racePositions();

growth();

if (kept === undefined) throw new Error('nothing was measured');
