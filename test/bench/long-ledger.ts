import { approvedTermsOf } from '#test/support/approved-terms.ts';
import { openSealBook } from '#capital/ledger/adapters/seal-book.ts';
import { openTotalsBook } from '#capital/ledger/adapters/totals-book.ts';
import { projectTotals } from '#capital/ledger/application/project-totals.ts';
import type { MoneyEvent } from '#capital/ledger/application/project-totals.ts';
import { sealDays } from '#capital/ledger/application/seal-day.ts';
import { LoanApproved, LoanDisbursed, RepaymentRecorded } from '#shared/contracts/lending/loans/events.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { addDays, businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { testAct } from '#test/support/acts.ts';
import { listenerOf } from '#test/support/service-driver.ts';
import { capitalFunctions } from '#test/support/service-handlers.ts';

export const BEGIN = businessDay('2016-01-02');

/** Ten years. */
export const DAYS = 3650;

/** A loan is reserved, lent, and repaid this many times. */
const REPAYMENTS = 48;

export interface Place {
  readonly sourceId: string;
  readonly programmeId: string;
  readonly communeId: string;
}

/** Money events that were written and are not yet in the balances over time. */
type Waiting = MoneyEvent[];

/** What one leaf is doing: its present loan, and how many of its acts are done. */
interface Running {
  loan: number;
  step: number;
}

/**
 * Ten years of a source whose leaves lend and are repaid every day, by the verbs that ship, in the order of
 * their days; one in seven acts counts for three days before. Each night the day is sealed and folded.
 */
export class LongLedger {
  readonly #running: Running[];
  readonly #places: readonly Place[];
  readonly #waiting: Waiting;
  #table: Table;
  #hear: ReturnType<typeof listenerOf>;
  #acts = 0;

  constructor(table: Table, places: readonly Place[], waiting: Waiting) {
    this.#table = table;
    this.#hear = listenerOf(capitalFunctions(table), 'on-events');
    this.#places = places;
    this.#waiting = waiting;
    this.#running = places.map(() => ({ loan: 0, step: 0 }));
  }

  /** Plays acts until so many postings were made, over so many days, sealing each night. */
  async play(postings: number, days: { readonly from: number; readonly to: number }): Promise<void> {
    const begun = this.#acts;
    for (let day = days.from; day < days.to; day += 1) {
      const end = begun + Math.floor((postings * (day + 1 - days.from)) / (days.to - days.from));
      const on = addDays(BEGIN, day);
      while (this.#acts < end) await this.#next(on);
      await this.project(on);
      await sealDays(openSealBook(this.#table, actOn(addDays(on, 1))), this.#source, addDays(on, 1));
    }
  }

  /** The same ledger through another view of its table, such as one that counts. */
  on(table: Table): this {
    this.#table = table;
    this.#hear = listenerOf(capitalFunctions(table), 'on-events');
    return this;
  }

  /** One more act. */
  async one(on: BusinessDay): Promise<void> {
    await this.#next(on);
  }

  get #source(): string {
    return this.#places[0]?.sourceId ?? '';
  }

  async #next(on: BusinessDay): Promise<void> {
    const index = this.#acts % this.#places.length;
    const [place, running] = [this.#places[index], this.#running[index]];
    if (!place || !running) throw new RangeError('no leaves');
    this.#acts += 1;
    const effectiveOn = this.#acts % 7 === 0 ? addDays(on, -3) : on;
    const loanId = `loan-${String(index)}-${String(running.loan)}`;
    const loan = { loanId, householdId: `hh-${loanId}`, ...place };
    const amount = String(REPAYMENTS * 100_000);
    if (running.step === 0) {
      const terms = approvedTermsOf({ sourceId: loan.sourceId, amount });
      const data = { ...loan, amount, capitalKinds: ['entrusted' as const], requestNumber: 1, terms };
      await this.#hear(LoanApproved, data, { effectiveOn }, actOn(on));
    } else if (running.step === 1) {
      const data = { ...loan, amount, maturityOn: addDays(on, 1800), schedule: [] };
      await this.#hear(LoanDisbursed, data, { effectiveOn }, actOn(on));
    } else {
      const data = {
        ...loan,
        repaymentId: `${loanId}-${String(running.step)}`,
        amount: '120000',
        principal: '100000',
        interest: '20000',
        outstanding: '0',
        settled: running.step === REPAYMENTS + 1,
        method: 'cash' as const,
      };
      await this.#hear(RepaymentRecorded, data, { effectiveOn, aggregateVersion: running.step }, actOn(on));
    }
    running.step += 1;
    if (running.step === REPAYMENTS + 2) {
      running.step = 0;
      running.loan += 1;
    }
  }

  /** What was written since becomes part of the balances over time. */
  async project(on: BusinessDay): Promise<void> {
    const act = actOn(on);
    for (const written of this.#waiting.splice(0)) {
      await projectTotals(openTotalsBook(this.#table, act), written);
    }
  }
}

/** No two acts happen at the same instant. */
let clock = 0;

export function actOn(on: BusinessDay): Act {
  clock += 1;
  const now = new Date(Date.parse(`${on}T08:00:00+07:00`) + clock).toISOString();
  return testAct({ now, today: on, once: null });
}
