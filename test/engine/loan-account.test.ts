import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Position } from '#lending/engine/domain/answers/answer.ts';
import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { LoanAccount } from '#lending/engine/domain/loan-account.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { lifeOfLevelLoan, lifeOfLoan } from './lives.ts';
import type { LifeOfLoan } from './lives.ts';
import { runs } from './runs.ts';
import { shown } from './shown.ts';

type Dated = Fact & { readonly on: number };

const SETTLED = new Set(['payment', 'waiver', 'write-off', 'recovery']);

const ORDER = ['payment', 'waiver', 'write-off', 'recovery'];

/** What stands of a life by its last day: without what was reversed, in the order it acts. */
function standing({ facts, asOf }: LifeOfLoan): { money: Dated[]; shaping: Fact[] } {
  const counted = facts.filter(({ on }) => (on ?? -Infinity) <= asOf);
  const reversed = new Set(counted.flatMap((fact) => (fact.type === 'reversal' ? [fact.target] : [])));
  const left = counted.filter(
    (fact) => fact.type !== 'reversal' && !('id' in fact && fact.id !== undefined && reversed.has(fact.id)),
  );
  const rank = (fact: Fact): number => Math.max(ORDER.indexOf(fact.type), 1);
  const idOf = (fact: Fact): string => ('id' in fact ? (fact.id ?? '') : '');
  const money = left.filter((fact): fact is Dated => SETTLED.has(fact.type));
  return {
    money: money.sort((a, b) => a.on - b.on || rank(a) - rank(b) || (idOf(a) < idOf(b) ? -1 : 1)),
    shaping: left.filter(({ type }) => !SETTLED.has(type)),
  };
}

/** What both ways of asking tell; payers that support the rate are told by the answer alone. */
function owed(position: Omit<Position, 'nextDue'>) {
  return { ...position, nextDue: null, interestSupported: [] };
}

/** A life the engine refuses proves nothing and is left out; an account is asked up to the end of the calendar. */
function unlessRefused<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof DomainError) fc.pre(false);
    throw error;
  }
}

function forEveryLife(check: (life: LifeOfLoan, wanted: ReturnType<typeof owed>, cut: number) => void): void {
  for (const lives of [lifeOfLoan, lifeOfLevelLoan]) {
    fc.assert(
      fc.property(lives, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, part) => {
        const { money, shaping } = standing(drawn);
        const life = { ...drawn, facts: [...shaping, ...money], knownOn: null };
        const start = Math.min(...shaping.flatMap(({ type, on }) => (type === 'disbursement' ? [on] : [])));
        fc.pre(start <= life.asOf);
        unlessRefused(() => {
          const account = LoanAccount.open(life.terms, life.facts);
          const { position } = account.answer(life.asOf);
          check(life, owed(position), start + Math.floor((life.asOf - start) * part));
        });
      }),
      runs(400),
    );
  }
}

test('an account that records fact by fact stands where all facts lead', { timeout: 600_000 }, () => {
  forEveryLife((life, wanted, cut) => {
    const { money, shaping } = standing(life);
    const account = LoanAccount.open(life.terms, [...shaping, ...money.filter(({ on }) => on <= cut)]);
    for (const fact of money.filter(({ on }) => on > cut)) account.record(fact);
    account.moveTo(life.asOf);
    expect(owed(account.position()), shown(life)).toEqual(wanted);
  });
});

test('an account opened with a state goes on as if it had all facts', { timeout: 600_000 }, () => {
  forEveryLife((life, wanted, drawn) => {
    const { money, shaping } = standing(life);
    // What shapes rows and nights may change what is past, and after a write-off nothing is left to go on with.
    const decided = Math.max(...shaping.map(({ on }) => on ?? -Infinity));
    const end = money.find(({ type }) => type === 'write-off')?.on ?? Infinity;
    const cut = Math.min(Math.max(drawn, decided), end - 1);
    fc.pre(cut >= decided);
    const before = LoanAccount.open(life.terms, [...shaping, ...money.filter(({ on }) => on <= cut)]);
    before.moveTo(cut);
    const account = LoanAccount.open(life.terms, shaping, before.state());
    for (const fact of money.filter(({ on }) => on > cut)) account.record(fact);
    account.moveTo(life.asOf);
    expect(owed(account.position()), shown(life)).toEqual(wanted);
  });
});
