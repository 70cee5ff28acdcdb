import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Fact } from '../facts/facts.ts';
import { historyOf } from '../facts/history.ts';
import { SpanBook } from '../interest/spans.ts';
import { basisOf } from '../life/basis.ts';
import type { Basis } from '../life/basis.ts';
import type { Ledger } from '../life/ledger.ts';
import { currentInterest, overdueInterest, payoffOf } from '../life/owed.ts';
import { replay } from '../life/replay.ts';
import { lastInTerm, oldestDue, overdueToday } from '../life/turning.ts';
import type { Replay } from '../life/replayed.ts';
import type { CompiledTerms } from '../terms/compiled-terms.ts';
import type { Answer, DebtClass, Instalment, Payoff, Position } from './answer.ts';
import { instalmentsOf } from './instalments.ts';
import { nothingYet } from './nothing-yet.ts';

/**
 * The loan as of a day, as known on an instant (ISO 8601 UTC; null = all that is recorded): a pure function
 * of terms and facts. Throws `facts-contradict` (400) for facts that cannot be of one loan, or
 * `terms-not-supported` (422).
 */
export function positionAt(
  compiled: CompiledTerms,
  facts: readonly Fact[],
  asOf: DayNumber,
  knownOn: string | null = null,
  options: { readonly derivation?: boolean } = {},
): Answer {
  const history = historyOf(facts, asOf, knownOn);
  const basis = basisOf(compiled, history, asOf);
  if (basis === null) return nothingYet(asOf, history.money);
  const wantsSpans = options.derivation === true || compiled.terms.supports.length > 0;
  const spans = wantsSpans ? new SpanBook(basis.timeline, compiled) : null;
  const life = replay(basis, asOf, spans?.sink ?? null);
  const { ledger } = life;
  const payoff = payoffOf(ledger);
  const supported = spans?.supported() ?? [];
  const found = positionOf(life, basis, asOf, supported);
  const derivation = options.derivation === true && spans ? spans.spans() : [];
  const instalments = instalmentsOf(ledger, asOf);
  return {
    asOf,
    instalments,
    transactions: life.transactions,
    position: { ...found, nextDue: nextDueOf(instalments) },
    payoff: { on: asOf, ...payoff, total: payoff.principal + payoff.interest },
    derivation,
  };
}

/** What closes the loan on a day when nothing else happens until then. */
export function payoffAt(
  compiled: CompiledTerms,
  facts: readonly Fact[],
  on: DayNumber,
  knownOn: string | null = null,
): Payoff {
  const basis = basisOf(compiled, historyOf(facts, on, knownOn), on);
  if (basis === null) return { on, principal: 0, interest: 0, total: 0 };
  const { principal, interest } = payoffOf(replay(basis, on).ledger);
  return { on, principal, interest, total: principal + interest };
}

export function positionOf(
  life: Replay,
  basis: Basis,
  asOf: DayNumber,
  interestSupported: Position['interestSupported'],
): Omit<Position, 'nextDue'> {
  const { ledger, writtenOff, recovered, paid } = life;
  const overdue = overdueToday(ledger);
  const current = currentInterest(ledger);
  const status = classOf(life, basis, asOf, overdue);
  // Interest of the schedule that was paid for nights which came to bear none is the borrower's.
  const isOver = ledger.isClosed || ledger.row === ledger.rows.count;
  const returned = isOver ? ledger.settledBeyond : 0;
  return {
    principalDisbursed: ledger.disbursed,
    principalPaid: ledger.disbursed - ledger.outstanding - (writtenOff?.principal ?? 0),
    principalOutstanding: ledger.outstanding,
    principalDue: ledger.pastPrincipal,
    principalOverdue: overdue,
    interestAccrued: ledger.pastInterest + current,
    interestDue: ledger.pastInterest,
    interestInGrace: inGrace(ledger, current),
    overdueInterest: overdueInterest(ledger),
    interestPaid: paid.interest - returned,
    overdueInterestPaid: paid.overdueInterest,
    interestWaived: life.waived,
    interestSupported,
    excess: life.excess + returned,
    writtenOff: { principal: writtenOff?.principal ?? 0, interest: writtenOff?.interest ?? 0 },
    recovered: { ...recovered },
    ...status,
    daysOverdue: overdue > 0 ? asOf - oldestDue(ledger) : 0,
    maturity: basis.plan.due.at(-1) ?? null,
  };
}

/** Rows in grace leave their interest to the first row after them, which still owes it until it falls due. */
function inGrace({ row, rows, terms, carry, aheadInterest }: Ledger, current: number): number {
  const { interestPayment } = terms.grace;
  if (row < interestPayment) return current;
  return row === interestPayment ? Math.max(carry - (rows.settledInterest[row] ?? 0) - aheadInterest, 0) : 0;
}

export function classOf(
  { ledger, writtenOff, settledOn, reopenedOn }: Replay,
  { history, plan }: Basis,
  asOf: DayNumber,
  overdue: number,
): { class: DebtClass; classSince: DayNumber } {
  if (writtenOff !== null) return { class: 'written-off', classSince: writtenOff.on };
  if (settledOn !== null) return { class: 'settled', classSince: settledOn };
  const freeze = history.freezes.find(({ until }) => asOf <= until);
  // A freeze that ran while nothing was owed holds the debt only since it is owed again.
  if (freeze) return { class: 'frozen', classSince: Math.max(freeze.from, reopenedOn ?? freeze.from) };
  const thawed = history.freezes.reduce((last, { until }) => Math.max(last, until + 1), plan.start);
  // What turned overdue or was paid while the debt was frozen shows when the freeze is over.
  const since = overdue > 0 ? (ledger.overdueSince ?? asOf) : lastInTerm(ledger);
  return { class: overdue > 0 ? 'overdue' : 'in-term', classSince: Math.max(since, thawed) };
}

function nextDueOf(instalments: readonly Instalment[]): Position['nextDue'] {
  const open = instalments.find(({ outstanding }) => outstanding.principal + outstanding.interest > 0);
  return open ? { due: open.due, ...open.outstanding } : null;
}
