import { versionInForce } from '#capital/contracts/domain/contract.ts';
import { changesByDay, closingBalances, daysOfMonth } from '#capital/ledger/domain/daily-balances.ts';
import { existing } from '#shared/application/preconditions.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { frozenByDay } from '../domain/frozen-principal.ts';
import { splitInterest } from '../domain/interest-split.ts';
import type { SplitDay } from '../domain/interest-split.ts';
import { splitLines } from '../domain/split-lines.ts';
import { splitTermsOn } from '../domain/split-terms.ts';
import type { SplitContracts, SplitReads, SplitRun } from './ports.ts';

export type MonthReads = Pick<SplitReads, 'moved' | 'freezes' | 'loanFacts'>;

/** Loans whose facts are read at the same time. */
const AT_A_TIME = 10;

type Reckoning = Pick<
  SplitRun,
  'contract' | 'collected' | 'averagePerforming' | 'due' | 'short' | 'parts' | 'lines' | 'days'
>;

/**
 * Reckons the split of a month from what is known now. Performing is what is lent at the end of a day and not
 * frozen: capital is not told when a loan turns overdue, so overdue principal is in it until it is written off.
 * Throws `split-terms-missing` (422).
 */
export async function reckonMonth(
  reads: MonthReads,
  contracts: SplitContracts,
  {
    sourceId,
    openedOn,
    month,
  }: { readonly sourceId: string; readonly openedOn: string; readonly month: string },
): Promise<Reckoning> {
  const days = daysOfMonth(month);
  const range = { from: days[0] ?? '', to: days.at(-1) ?? '', knownOn: null };
  const [moved, frozen] = await Promise.all([
    reads.moved({ sourceId, leaf: null }, range),
    frozenIn(reads, sourceId, days),
  ]);
  const loans = closingBalances(['loans', 'opening-loans'], moved, days);
  const interest = changesByDay(['interest-collected'], moved);
  const rows = days.map((day) => {
    const held = { loans: vnd(loans.get(day) ?? 0n), frozen: vnd(frozen.get(day) ?? 0n) };
    const performing = vnd(held.loans > held.frozen ? held.loans - held.frozen : 0n);
    return { day, ...held, performing, interest: vnd(interest.get(day) ?? 0n) };
  });
  const lastDay = days.at(-1) ?? '';
  const termed = rows.map((row): SplitDay => {
    const isBeforeOpening = row.day < openedOn && openedOn <= lastDay;
    const { versions } = contractOn(contracts, row.day);
    return { ...row, terms: isBeforeOpening ? null : splitTermsOn(versions, row.day) };
  });
  const atTheEnd = contractOn(contracts, lastDay);
  const contract = existing(versionInForce(atTheEnd.versions, lastDay, null), sourceId);
  const split = splitInterest(termed);
  const { collected, averagePerforming, due, short, parts } = split;
  return {
    contract: {
      sourceId: atTheEnd.sourceId,
      version: contract.version,
      number: contract.number,
      signedOn: contract.signedOn,
      parties: contract.parties,
    },
    ...{ collected, averagePerforming, due, short, parts },
    lines: splitLines(termed, split),
    days: rows,
  };
}

/** Frozen principal of each day, from the facts of the loans that were frozen on any of them. */
async function frozenIn(
  reads: MonthReads,
  sourceId: string,
  days: readonly string[],
): Promise<Map<string, bigint>> {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const freezes = (await reads.freezes(sourceId, first)).filter(({ from }) => from <= last);
  const loanIds = [...new Set(freezes.map(({ loanId }) => loanId))];
  const moves = new Map<string, Awaited<ReturnType<MonthReads['loanFacts']>>>();
  for (let at = 0; at < loanIds.length; at += AT_A_TIME) {
    const some = loanIds.slice(at, at + AT_A_TIME);
    const facts = await Promise.all(some.map((loanId) => reads.loanFacts(loanId, last)));
    for (const [index, loanId] of some.entries()) moves.set(loanId, facts[index] ?? []);
  }
  return frozenByDay(freezes, moves, days);
}

/** While another contract holds the fund, that one says how its interest is split. */
function contractOn({ own, holder }: SplitContracts, day: string): SplitContracts['own'] {
  if (holder === null || day < holder.from) return own;
  return holder.until !== null && day >= holder.until ? own : holder;
}
