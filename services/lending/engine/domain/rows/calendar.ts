import { civilOf, plusMonths } from '#shared/domain/civil-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { DateDecision } from '../facts/history.ts';
import { combinationNotSupported, factsContradict } from '../refusals.ts';
import type { CompiledTerms } from '../terms/compiled-terms.ts';
import { dueDates, layRows } from './row-plan.ts';
import type { RowPlan } from './row-plan.ts';

type Decision<T extends DateDecision['type']> = Extract<DateDecision, { readonly type: T }>;

/**
 * The rows after what was decided about their dates. Facts in date order.
 * Throws `facts-contradict` (400) or `terms-not-supported` (422).
 */
export function rowsOf(compiled: CompiledTerms, start: DayNumber, facts: readonly DateDecision[]): RowPlan {
  let plan = layRows(compiled, start, compiled.terms.firstDue);
  for (const fact of facts) {
    switch (fact.type) {
      case 'first-due-set':
        plan = layRows(compiled, start, fact.due);
        break;
      case 'due-date-move':
        moveDueDate(plan, fact);
        break;
      case 'instalment-adjustment':
        adjustInstalment(compiled, plan, fact);
        break;
      case 'extension':
        prolong(compiled, plan, fact, longestExtension(plan));
        break;
      case 'rollover':
        prolong(compiled, plan, fact, plusMonths(plan.due.at(-1) ?? start, termMonths(plan)));
        break;
    }
  }
  return plan;
}

function rowDue(plan: RowPlan, day: DayNumber, type: string): number {
  const row = plan.due.indexOf(day);
  if (row >= 0) return row;
  throw factsContradict(type, {
    vi: 'Không có kỳ nào đến hạn ngày được nêu.',
    en: 'No row is due on the day.',
  });
}

function moveDueDate({ due, start }: RowPlan, fact: Decision<'due-date-move'>): void {
  const row = due.indexOf(fact.from);
  const before = due[row - 1] ?? start;
  const after = due[row + 1] ?? Infinity;
  if (row < 0 || fact.to < before || fact.to === start || fact.to > after) {
    throw factsContradict(fact.type, {
      vi: 'Kỳ được dời phải có thật và vẫn nằm giữa hai kỳ liền kề.',
      en: 'The row must exist and stay between the rows beside it.',
    });
  }
  due[row] = fact.to;
}

/** 08/TD moves principal to a later row, at most to the next one that asks principal. */
function adjustInstalment(
  { terms }: CompiledTerms,
  plan: RowPlan,
  fact: Decision<'instalment-adjustment'>,
): void {
  if (terms.amortisation === 'equal-instalment') {
    throw combinationNotSupported('/facts', 'adjusting the principal of one level instalment');
  }
  const { shares } = plan;
  const from = rowDue(plan, fact.from, fact.type);
  const to = rowDue(plan, fact.to, fact.type);
  const next = shares.findIndex((share, row) => row > from && share > 0);
  if (fact.on > fact.from || shares[from] === 0 || to <= from || to > next) {
    throw factsContradict(fact.type, {
      vi: 'Điều chỉnh trước ngày đến hạn, không quá kỳ trả gốc tiếp theo và không đổi hạn cuối.',
      en: 'An instalment is adjusted by its due date, not beyond the next one; the final date stays.',
    });
  }
  shares[to] = (shares[to] ?? 0) + (shares[from] ?? 0);
  shares[from] = 0;
}

/** The principal of the last row is asked on a later day; interest rows go on at their rhythm until then. */
function prolong(
  compiled: CompiledTerms,
  plan: RowPlan,
  fact: Decision<'extension' | 'rollover'>,
  latest: DayNumber,
): void {
  if (compiled.terms.amortisation === 'equal-instalment') {
    throw combinationNotSupported('/facts', `${fact.type} of level instalments`);
  }
  const { due, shares, rhythm } = plan;
  const last = due.length - 1;
  const maturity = due[last] ?? plan.start;
  if (fact.on > maturity || fact.to <= maturity || fact.to > latest) {
    throw factsContradict(fact.type, {
      vi: 'Gia hạn phải quyết định trước khi đến hạn cuối và trong thời hạn cho phép.',
      en: 'The final date is prolonged before it passes and within the limit of the law.',
    });
  }
  const share = shares[last] ?? 0;
  shares[last] = 0;
  const nextDue = dueDates(compiled, rhythm);
  for (let day = nextDue(); day < fact.to; day = nextDue()) {
    if (day <= maturity) continue;
    due.push(day);
    shares.push(0);
  }
  due.push(fact.to);
  shares.push(share);
}

/** Whole months of the original term, a part counting as one. */
function termMonths({ start, maturity }: RowPlan): number {
  const from = civilOf(start);
  const to = civilOf(maturity);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return plusMonths(start, months) < maturity ? months + 1 : months;
}

/** A term of at most this many months is short. */
const SHORT_TERM_MONTHS = 12;

/** All extensions together: 12 months for a short term, half of the original term for a longer one. */
function longestExtension(plan: RowPlan): DayNumber {
  const months = termMonths(plan);
  return plusMonths(plan.maturity, months <= SHORT_TERM_MONTHS ? SHORT_TERM_MONTHS : Math.floor(months / 2));
}
