import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Disbursement } from '../facts/facts.ts';
import type { MoneyFact } from '../facts/history.ts';
import type { SpanSink } from '../interest/span-sink.ts';
import { combinationNotSupported, factsContradict } from '../refusals.ts';
import type { Asked, Schedule } from '../rows/schedule.ts';
import { giveUp, pay, waive } from './allocation.ts';
import type { Applied } from './allocation.ts';
import type { Basis } from './basis.ts';
import { stateOf } from './ledger-state.ts';
import { Ledger } from './ledger.ts';
import type { Replay } from './replayed.ts';

/** A life in which nothing has happened yet. */
export function newLife(
  basis: Basis,
  sink: SpanSink | null = null,
  schedule: Schedule | null = scheduleOf(basis),
): Replay {
  return {
    ledger: new Ledger(basis, schedule, sink),
    transactions: [],
    paid: { interest: 0, overdueInterest: 0 },
    waived: 0,
    excess: 0,
    writtenOff: null,
    beforeWriteOff: null,
    recovered: { principal: 0, interest: 0 },
    settledOn: null,
    reopenedOn: null,
  };
}

/** Replays a loan's life to the close of a day. Throws `facts-contradict` (400). */
export function replay(basis: Basis, asOf: DayNumber, sink: SpanSink | null = null): Replay {
  const life = newLife(basis, sink);
  const { ledger } = life;
  const { tranches, money } = basis.history;
  let next = 0;
  let tranche = tranches[next];
  for (const fact of money) {
    while (tranche !== undefined && tranche.on <= fact.on) {
      disburse(life, tranche);
      tranche = tranches[(next += 1)];
    }
    settle(life, fact);
  }
  for (; tranche !== undefined; tranche = tranches[(next += 1)]) disburse(life, tranche);
  ledger.advance(asOf);
  return life;
}

/** With interest by the schedule: the life without a payment, each row paid in time. */
function scheduleOf(basis: Basis): Schedule | null {
  if (basis.compiled.terms.interestRunsOn !== 'schedule') return null;
  const asked = punctual(basis).rows;
  const { tranches, changes, free } = basis.history;
  const decisions = [...tranches, ...changes, ...free].map(({ on }) => on);
  const known = new Map<number, Asked>();
  return {
    asked,
    askedKnownOn: (day) => {
      const count = decisions.filter((on) => on <= day).length;
      if (count === decisions.length) return asked;
      const found = known.get(count) ?? punctual(basis.knownOn(day)).rows;
      known.set(count, found);
      return found;
    },
  };
}

/** The loan when every row is paid on its due date and nothing else is. */
export function punctual(basis: Basis): Ledger {
  const ledger = new Ledger(basis);
  ledger.isPunctual = true;
  for (const { on, amount } of basis.history.tranches) {
    ledger.advance(on);
    ledger.lend(amount);
  }
  ledger.foresee();
  return ledger;
}

function disburse(life: Replay, { id, on, amount }: Disbursement): void {
  const { ledger } = life;
  ledger.advance(on);
  if (life.writtenOff !== null) {
    throw factsContradict('disbursement', {
      vi: 'Giải ngân sau khi đã xóa nợ.',
      en: 'Money is disbursed after the debt was written off.',
    });
  }
  if (ledger.isClosed && ledger.schedule !== null) {
    throw combinationNotSupported(
      '/facts',
      'a tranche after the loan was paid off, with interest by schedule',
    );
  }
  if (life.settledOn !== null) {
    ledger.inTermSince = on;
    life.reopenedOn = on;
  }
  life.settledOn = null;
  ledger.lend(amount);
  life.transactions.push({
    type: 'disbursement',
    id: id ?? null,
    on,
    amount,
    ...NOTHING,
    balanceAfter: ledger.outstanding,
  });
}

const NOTHING: Applied = { principal: 0, interest: 0, overdueInterest: 0, excess: 0 };

/** What is settled against the rows on its day, which is not before the present one. */
export function settle(life: Replay, fact: MoneyFact): void {
  life.ledger.advance(fact.on);
  switch (fact.type) {
    case 'payment':
    case 'waiver':
    case 'recovery':
      record(life, fact, applied(life, fact));
      break;
    case 'rollover':
      assertInterestPaid(life.ledger);
      break;
    case 'write-off':
      writeOff(life, fact.on);
      break;
  }
}

type Received = Extract<MoneyFact, { readonly id: string }>;

function applied(life: Replay, { type, on, amount }: Received): Applied {
  const { ledger } = life;
  if (type === 'recovery') return recover(life, amount);
  if (on < ledger.basis.plan.start) return { ...NOTHING, excess: amount };
  const result = type === 'waiver' ? waive(ledger, amount) : pay(ledger, amount);
  if (ledger.isClosed) life.settledOn ??= on;
  return result;
}

function record(life: Replay, { type, id, on, amount }: Received, result: Applied): void {
  const { principal, interest, overdueInterest, excess } = result;
  if (type === 'waiver') life.waived += interest + overdueInterest;
  else life.excess += excess;
  if (type === 'payment') {
    life.paid.interest += interest;
    life.paid.overdueInterest += overdueInterest;
  }
  life.transactions.push({
    type,
    id,
    on,
    amount,
    principal,
    interest,
    overdueInterest,
    excess,
    balanceAfter: life.ledger.outstanding,
  });
}

/** A rollover keeps the principal for one more cycle only when all interest due is paid. */
function assertInterestPaid(ledger: Ledger): void {
  if (ledger.pastInterest === 0) return;
  throw factsContradict('rollover', {
    vi: 'Lưu vụ khi còn lãi đến hạn chưa trả.',
    en: 'A loan is rolled over although interest due is unpaid.',
  });
}

function writeOff(life: Replay, on: DayNumber): void {
  const { ledger } = life;
  if (life.writtenOff !== null || ledger.disbursed === 0) {
    throw factsContradict('write-off', {
      vi: 'Xóa nợ hai lần hoặc trước khi giải ngân.',
      en: 'A debt is written off twice or before it exists.',
    });
  }
  life.beforeWriteOff = stateOf(life);
  const { principal, interest, overdueInterest } = giveUp(ledger);
  life.writtenOff = { principal, interest: interest + overdueInterest, on };
  life.transactions.push({
    type: 'write-off',
    id: null,
    on,
    amount: principal + interest + overdueInterest,
    principal,
    interest,
    overdueInterest,
    excess: 0,
    balanceAfter: 0,
  });
}

/** Money on written-off debt: principal first, then interest. */
function recover(life: Replay, amount: number): Applied {
  const { recovered, writtenOff } = life;
  const principal = Math.min(amount, (writtenOff?.principal ?? 0) - recovered.principal);
  const interest = Math.min(amount - principal, (writtenOff?.interest ?? 0) - recovered.interest);
  recovered.principal += principal;
  recovered.interest += interest;
  return { principal, interest, overdueInterest: 0, excess: amount - principal - interest };
}
