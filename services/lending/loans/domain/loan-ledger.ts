import type { Fact } from '#lending/engine/domain/facts/facts.ts';
import { historyOf } from '#lending/engine/domain/facts/history.ts';
import { giveUp } from '#lending/engine/domain/life/allocation.ts';
import { basisOf } from '#lending/engine/domain/life/basis.ts';
import { Ledger } from '#lending/engine/domain/life/ledger.ts';
import { restore } from '#lending/engine/domain/life/ledger-state.ts';
import { dayNumber, LAST_DAY } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { engineTerms } from './loan-terms.ts';
import type { Book, Freeze, Terms, WriteOff } from './loan.ts';

/** What the engine needs of a running loan. */
export interface Money {
  readonly terms: Terms;
  readonly book: Book;
  readonly writtenOff?: WriteOff;
}

/** The engine's ledger of a loan just disbursed. */
export function openLedger(terms: Terms, disbursedOn: BusinessDay, freeze: Freeze | null = null): Ledger {
  const start = dayNumber(disbursedOn);
  const amount = Number(terms.amount);
  const facts: Fact[] = [{ type: 'disbursement', on: start, amount }];
  if (freeze) facts.push({ type: 'freeze', on: dayNumber(freeze.from), until: dayNumber(freeze.until) });
  const history = historyOf(facts, Infinity, null);
  const basis = basisOf(engineTerms(terms, disbursedOn), history, LAST_ASKED);
  if (basis === null) throw new TypeError('a loan without a disbursement');
  const ledger = new Ledger(basis);
  ledger.lend(amount);
  return ledger;
}

/** No loan is asked about beyond it. */
const LAST_ASKED = dayNumber(LAST_DAY);

/** The ledger at the close of a day, which must not be before the last fact. */
export function ledgerOn(money: Money, day: BusinessDay): Ledger {
  const ledger = ledgerAtLastFact(money);
  if (money.writtenOff) giveUp(ledger);
  ledger.advance(dayNumber(day));
  return ledger;
}

/** The ledger on the day of the last fact; of a debt written off, just before that. */
export function ledgerAtLastFact({ terms, book }: Money): Ledger {
  const ledger = openLedger(terms, book.disbursedOn, book.freeze);
  restore(ledger, book.state);
  return ledger;
}
