import type { Answer } from '#lending/engine/domain/answers/answer.ts';
import { positionAt } from '#lending/engine/domain/answers/position.ts';
import { compileTerms } from '#lending/engine/domain/terms/compiled-terms.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { LifeOfLoan } from './lives.ts';
import { oracle } from './oracle/oracle.ts';
import type { Snapshot } from './oracle/snapshot.ts';

type Figures = ReadonlyMap<string, string>;

/** The engine's answer, or the code of its refusal. */
export function engineAnswer({ terms, facts, asOf, knownOn }: LifeOfLoan): Answer | string {
  try {
    return positionAt(compileTerms(terms), facts, asOf, knownOn);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

function flatten(entries: readonly (readonly [string, unknown])[]): Figures {
  return new Map(entries.map(([name, value]) => [name, String(value)]));
}

function ofEngine(answer: Answer): Figures {
  const { position, payoff } = answer;
  return flatten([
    ...answer.transactions.flatMap((one, index) =>
      figuresOf(`transactions[${String(index)}]`, [
        ['type', one.type],
        ['id', one.id],
        ['on', one.on],
        ['principal', one.principal],
        ['interest', one.interest],
        ['overdueInterest', one.overdueInterest],
        ['excess', one.excess],
        ['balanceAfter', one.balanceAfter],
      ]),
    ),
    ...figuresOf('position', [
      ['principalDisbursed', position.principalDisbursed],
      ['principalOutstanding', position.principalOutstanding],
      ['principalDue', position.principalDue],
      ['principalOverdue', position.principalOverdue],
      ['interestAccrued', position.interestAccrued],
      ['interestDue', position.interestDue],
      ['interestInGrace', position.interestInGrace],
      ['overdueInterest', position.overdueInterest],
      ['interestPaid', position.interestPaid],
      ['overdueInterestPaid', position.overdueInterestPaid],
      ['excess', position.excess],
      ['class', position.class],
      ['classSince', position.classSince],
      ['daysOverdue', position.daysOverdue],
      ['maturity', position.maturity],
    ]),
    ...position.interestSupported
      .filter(({ amount }) => amount > 0)
      .map(({ payer, amount }) => [`position.supported.${payer}`, amount] as const),
    ...figuresOf('payoff', [
      ['principal', payoff.principal],
      ['interest', payoff.interest],
    ]),
    ...answer.instalments.flatMap((row) =>
      figuresOf(`instalments[${String(row.n)}]`, [
        ['from', row.from],
        ['due', row.due],
        ['principal', row.principal],
        ['interest', row.interest],
        ['balanceAfter', row.balanceAfter],
        ['paidPrincipal', row.paid.principal],
        ['paidInterest', row.paid.interest],
        ['waived', row.waived],
      ]),
    ),
  ]);
}

function figuresOf(
  path: string,
  entries: readonly (readonly [string, unknown])[],
): (readonly [string, unknown])[] {
  return entries.map(([name, value]) => [`${path}.${name}`, value] as const);
}

function ofOracle({ taken, position, payoff, rows }: Snapshot): Figures {
  const { interestSupported, ...figures } = position;
  return flatten([
    ...taken.flatMap((one, index) =>
      figuresOf(
        `transactions[${String(index)}]`,
        Object.entries(one).filter(([name]) => name !== 'amount'),
      ),
    ),
    ...figuresOf('position', Object.entries(figures)),
    ...[...interestSupported]
      .filter(([, amount]) => amount > 0n)
      .map(([payer, amount]) => [`position.supported.${payer}`, amount] as const),
    ...figuresOf('payoff', Object.entries(payoff)),
    ...rows.flatMap((row) =>
      figuresOf(
        `instalments[${String(row.n)}]`,
        Object.entries(row).filter(([name]) => name !== 'n'),
      ),
    ),
  ]);
}

/** Every figure on which the two disagree, as `path: engine ≠ oracle`; a refusal of the engine is its code. */
export function disagreements(life: LifeOfLoan): readonly string[] | 'refused' {
  const answer = engineAnswer(life);
  if (typeof answer === 'string') return 'refused';
  const reckoned = oracle(life.terms, life.facts, life.asOf, life.knownOn);
  if (reckoned === null) return answer.position.class === 'none' ? [] : ['class: none'];
  const [mine, theirs] = [ofOracle(reckoned), ofEngine(answer)];
  return [...new Set([...theirs.keys(), ...mine.keys()])].flatMap((path) =>
    mine.get(path) === theirs.get(path)
      ? []
      : [`${path}: ${theirs.get(path) ?? 'absent'} ≠ ${mine.get(path) ?? 'absent'}`],
  );
}
