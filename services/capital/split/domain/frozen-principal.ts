import { changesOf } from '#capital/ledger/domain/accounts.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { isWithin } from '#shared/domain/business-day.ts';

/** A debt is frozen from a day to a day, both included. */
export interface Freeze {
  readonly loanId: string;
  readonly from: string;
  readonly until: string;
}

/** What moved on a loan, by business day. */
export interface LoanMove {
  readonly effectiveOn: string;
  readonly postings: readonly Posting[];
}

/** Principal of frozen loans at the end of each day, đồng; a loan that is frozen twice counts once. */
export function frozenByDay(
  freezes: readonly Freeze[],
  movesOf: ReadonlyMap<string, readonly LoanMove[]>,
  days: readonly string[],
): Map<string, bigint> {
  const byLoan = Map.groupBy(freezes, ({ loanId }) => loanId);
  return new Map(
    days.map((day) => {
      let frozen = 0n;
      for (const [loanId, spans] of byLoan) {
        if (!spans.some(({ from, until }) => isWithin(day, from, until))) continue;
        frozen += lentOn(movesOf.get(loanId) ?? [], day);
      }
      return [day, frozen] as const;
    }),
  );
}

function lentOn(moves: readonly LoanMove[], day: string): bigint {
  return moves
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .reduce((sum, { postings }) => sum + (changesOf(postings).get('loans') ?? 0n), 0n);
}
