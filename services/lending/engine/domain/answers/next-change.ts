import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Replay } from '../life/replayed.ts';
import { overdueToday } from '../life/turning.ts';
import type { DebtClass } from './answer.ts';
import { classOf } from './position.ts';

export interface ClassChange {
  readonly on: DayNumber;
  readonly class: DebtClass;
}

/**
 * The next day on which the debt is of another class if nothing more happens; null when it never is. The life is
 * used up: it is carried on to that day.
 */
export function nextChangeOf(life: Replay): ClassChange | null {
  const { ledger } = life;
  const { plan, history } = ledger.basis;
  if (ledger.isClosed || life.writtenOff !== null) return null;
  const found = (): DebtClass => classOf(life, ledger.basis, ledger.day, overdueToday(ledger)).class;
  const today = found();
  // Debt turns overdue on the day after a due date; a freeze that ends shows what it held.
  const ends = history.freezes.map(({ until }) => until);
  const days = [...plan.due, ...ends].filter((day) => day >= ledger.day && day !== Infinity);
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    ledger.advance(day + 1);
    const then = found();
    if (then !== today) return { on: day + 1, class: then };
  }
  return null;
}
