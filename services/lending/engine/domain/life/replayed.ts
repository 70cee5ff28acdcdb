import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Transaction } from '../answers/answer.ts';
import type { LedgerState } from './kept-state.ts';
import type { Ledger } from './ledger.ts';

/** A life replayed to a day, with what it left besides the ledger. */
export interface Replay {
  readonly ledger: Ledger;
  readonly transactions: Transaction[];
  /** Of payments; principal paid is what was disbursed and is neither outstanding nor written off. */
  paid: { interest: number; overdueInterest: number };
  waived: number;
  excess: number;
  writtenOff: { principal: number; interest: number; on: DayNumber } | null;
  /** Where the loan stood just before the write-off, which leaves nothing open. */
  beforeWriteOff: LedgerState | null;
  recovered: { principal: number; interest: number };
  /** The day on which nothing was owed any more; null while something is. */
  settledOn: DayNumber | null;
  /** The day on which money was lent again after a payoff; null when it never was. */
  reopenedOn: DayNumber | null;
}
