import {
  expectedInterest,
  isInGrace,
  levelFrom,
  notScheduled,
  stepsWithin,
  scheduledPrincipal,
} from './life.ts';
import type { Life } from './life.ts';
import { countOf, max } from './money.ts';
import type { Row } from './money.ts';
import { wholeInterest } from './row-interest.ts';

export interface Asking {
  readonly row: Row;
  readonly principal: bigint;
  readonly interest: bigint;
  /** What was settled beyond it and the rows before. */
  readonly beyond: bigint;
}

/** What the rows not yet due ask by the schedule, whatever was paid. */
export function scheduleFrom(life: Life, today: number): Asking[] {
  const { terms } = life;
  const asking: Asking[] = [];
  let left = notScheduled(life);
  let { share } = life;
  let carried = 0n;
  let carriedWhole = 0n;
  let beyond = life.settledBeyond;
  for (const row of life.rows.filter((one) => one.asked === null)) {
    const isCurrent = asking.length === 0;
    const isLevel = terms.amortisation === 'equal-instalment' && countOf(terms, row) > 0;
    if (isLevel && (share === null || stepsWithin(life, row, isCurrent ? today + 1 : row.from)))
      share = levelFrom(life, row, left, isCurrent ? row.carriedWhole : carriedWhole);
    const base = terms.interestMethod === 'flat' ? life.disbursed : left;
    const own = isCurrent
      ? expectedInterest(life, row, today, 0n) + row.carried
      : wholeInterest(life, row, base) + carried;
    // The schedule's own interest, whatever was settled of what is carried into the row.
    const whole = isCurrent ? own - row.carried + row.carriedWhole : own - carried + carriedWhole;
    const principal = scheduledPrincipal(life, row, left, share ?? 0n, whole);
    const isGrace = isInGrace(life, row);
    const settled = row.paidInterest + row.waived;
    const interest = isGrace ? 0n : max(own - beyond, settled);
    if (!isGrace) beyond += interest - own;
    asking.push({ row, principal, interest, beyond });
    carried = isGrace ? own - settled : 0n;
    carriedWhole = isGrace ? whole : 0n;
    left -= principal;
  }
  return asking;
}
