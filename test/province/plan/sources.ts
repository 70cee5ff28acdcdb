import { addDays, addMonths, businessDay } from '#shared/domain/business-day.ts';
import type { Fund } from './offers.ts';
import type { PlannedList, PlannedLoan, PlannedQuota, PlannedSource } from './types.ts';

/** The day before the districts ended; their funds date from before it. */
const LAST_DAY_OF_DISTRICTS = '2025-06-30';
const MARGIN = 10_000_000n;

/** Sources with a quota for every leaf that lends, and a little more; a loan that waits for capital finds none left. */
export function sourcesOf(
  lists: readonly PlannedList[],
  firstDay: string,
  lastDay: string,
): readonly PlannedSource[] {
  const loans = lists.flatMap((list) => list.loans);
  return (['central', 'province', 'quang-yen'] as const).map((fund) => {
    const quotas = quotasOf(loans.filter((loan) => loan.fund === fund));
    const allocated = quotas.reduce((sum, quota) => sum + quota.amount, 0n);
    const openedOn =
      fund === 'quang-yen'
        ? addDays(businessDay(LAST_DAY_OF_DISTRICTS), -20)
        : addDays(businessDay(firstDay), -10);
    const later = addMonths(businessDay(firstDay), 7);
    const receipts = [
      { on: addDays(openedOn, 5), amount: roundUp(allocated) },
      ...(fund === 'quang-yen' || later > lastDay ? [] : [{ on: later, amount: roundUp(allocated / 5n) }]),
    ];
    const allocatedOn = addDays(businessDay(firstDay), 3);
    return { fund, sourceId: sourceIdOf(fund, lastDay), openedOn, allocatedOn, receipts, quotas };
  });
}

/** The id tells the last day of the plan it belongs to, so that a later run continues that plan. */
export function sourceIdOf(fund: Fund, lastDay: string): string {
  return `${fund}-demo-${lastDay.replaceAll('-', '')}`;
}

/** The last day of the plan a source id belongs to; null when the source is not of the demonstration. */
export function lastDayOf(sourceId: string): string | null {
  const match = /-demo-(\d{4})(\d{2})(\d{2})$/.exec(sourceId);
  return match === null ? null : match.slice(1).join('-');
}

const RESERVES = new Set<PlannedLoan['ends']>(['reserved', 'active', 'settled']);

function quotasOf(loans: readonly PlannedLoan[]): readonly PlannedQuota[] {
  const leaves = Map.groupBy(loans, (loan) => `${loan.programmeId} ${loan.communeId}`);
  return [...leaves.values()].flatMap((ofLeaf) => {
    const [first] = ofLeaf;
    const needed = ofLeaf
      .filter((loan) => RESERVES.has(loan.ends))
      .reduce((sum, loan) => sum + loan.amount, 0n);
    if (!first || needed === 0n) return [];
    const awaited = ofLeaf.some((loan) => loan.ends === 'awaiting-capital');
    return [
      {
        programmeId: first.programmeId,
        communeId: first.communeId,
        amount: needed + (awaited ? 0n : MARGIN),
      },
    ];
  });
}

/** To whole billions, as budgets are. */
function roundUp(amount: bigint): bigint {
  return (amount / 1_000_000_000n + 1n) * 1_000_000_000n;
}
