import { fraction, multiply } from './fraction.ts';
import { expectedInterest, levelFrom, notAsked, stepsWithin } from './life.ts';
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
  let share = life.share ?? 0n;
  let carried = 0n;
  for (const row of life.rows.filter((one) => one.asked === null)) {
    const isCurrent = asking.length === 0;
    if (!isCurrent && terms.amortisation === 'equal-instalment' && stepsWithin(life, row) && countOf(terms, row) > 0) {
      share = levelFrom(life, row, left);
    }
    const base = terms.interestMethod === 'flat' ? life.disbursed : left;
    const own = isCurrent
      ? expectedInterest(life, row, today, 0n) + row.carried
      : toDong(terms, multiply(unitInterest(life, row, row.from, row.due), fraction(base))) + carried;
    const principal = principalOf(life, row, left, share, own);
    const isGrace = row.n <= terms.grace.interestPayment;
    asking.push({ row, principal, interest: isGrace ? 0n : own });
    carried = isGrace ? own : 0n;
    left -= principal;
  }
  return asking;
}

function principalOf(life: Life, row: Row, left: bigint, share: bigint, interest: bigint): bigint {
  const { terms } = life;
  const count = countOf(terms, row);
  if (count === 0) return 0n;
  if (isLastOfPrincipal(life, row)) return left;
  switch (terms.amortisation) {
    case 'bullet':
      return 0n;
    case 'equal-principal':
      return min(share * BigInt(count), left);
    case 'equal-instalment':
      return min(max(share - interest, 0n), left);
    case 'custom': {
      const wanted = row.instalments.map((number) => BigInt(terms.custom[number - 1]?.principal ?? 0));
      return min(
        wanted.reduce((sum, one) => sum + one, 0n),
        left,
      );
    }
  }
}
