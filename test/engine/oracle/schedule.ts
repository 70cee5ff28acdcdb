import { fraction, multiply } from './fraction.ts';
import { expectedInterest, levelFrom, notAsked, stepsWithin, wantedPrincipal } from './life.ts';
import type { Life } from './life.ts';
import { countOf, isLastOfPrincipal, max, min, toDong, unitInterest } from './money.ts';
import type { Row } from './money.ts';

export interface Asking {
  readonly row: Row;
  readonly principal: bigint;
  readonly interest: bigint;
}

/** What the rows not yet due ask by the schedule, whatever was paid. */
export function scheduleFrom(life: Life, today: number): Asking[] {
  const { terms } = life;
  const asking: Asking[] = [];
  let left = notAsked(life);
  let { share } = life;
  let carried = 0n;
  for (const row of life.rows.filter((one) => one.asked === null)) {
    const isCurrent = asking.length === 0;
    const isLevel = terms.amortisation === 'equal-instalment' && countOf(terms, row) > 0;
    if (isLevel && (share === null || stepsWithin(life, row, isCurrent ? today + 1 : row.from)))
      share = levelFrom(life, row, left);
    const base = terms.interestMethod === 'flat' ? life.disbursed : left;
    const own = isCurrent
      ? expectedInterest(life, row, today, 0n) + row.carried
      : toDong(terms, multiply(unitInterest(life, row, row.from, row.due), fraction(base))) + carried;
    const wanted =
      isLevel && !isLastOfPrincipal(life, row)
        ? max((share ?? 0n) - own, 0n)
        : wantedPrincipal(life, row, left);
    const principal = min(wanted, left);
    const isGrace = row.n <= terms.grace.interestPayment;
    asking.push({ row, principal, interest: isGrace ? 0n : own });
    carried = isGrace ? own : 0n;
    left -= principal;
  }
  return asking;
}
