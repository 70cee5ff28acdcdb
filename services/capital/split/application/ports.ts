import type * as z from 'zod/mini';
import type { ContractVersions } from '#capital/contracts/application/ports.ts';
import type { ContractVersion } from '#capital/contracts/domain/contract.ts';
import type { BookReads, JournalLine } from '#capital/ledger/application/ports.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { LoanReads } from '#capital/reservations/application/ports.ts';
import type { LoanCapital } from '#capital/reservations/domain/loan-capital.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { SplitMonthSchema, SplitRunSchema } from '#shared/contracts/capital/split/views.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Freeze } from '../domain/frozen-principal.ts';

/** A run as it is kept and told: what it found, how it split, what it posted. */
export type SplitRun = z.infer<typeof SplitRunSchema>;

export type SplitMonth = z.infer<typeof SplitMonthSchema>;

/** A run, and the entry it is in the source's book when money moved. */
export interface KeptSplit<A> {
  readonly run: SplitRun;
  /** null when nothing had to move: the source stays at its version. */
  readonly entry: {
    readonly source: CapitalSource;
    readonly draft: EventDraft;
    readonly line: JournalLine;
  } | null;
  readonly sourceId: string;
  readonly answer: A;
}

/** The contract of a source, and of the one that holds its fund from a day on, until another. */
export interface SplitContracts {
  readonly own: SplitContract;
  readonly holder: (SplitContract & { readonly from: string; readonly until: string | null }) | null;
}

interface SplitContract {
  readonly sourceId: string;
  readonly versions: readonly ContractVersion[];
}

/** The splits of a source as one act sees them: strongly consistent, kept only as they were read. */
export interface SplitBook {
  readonly today: BusinessDay;
  readonly now: string;
  /** The source, its contract, and the last run of the month; null when there is no such source. */
  readonly open: (
    sourceId: string,
    month: string,
  ) => Promise<{
    readonly source: CapitalSource;
    readonly contracts: SplitContracts;
    readonly last: SplitRun | null;
  } | null>;
  readonly keep: <A>(kept: KeptSplit<A>) => Promise<A>;
  /** Nothing is new: only the act itself is remembered. */
  readonly pass: <A>(answer: A) => Promise<A>;
}

/** What an event about a frozen loan is noted in. */
export interface FreezeBook {
  readonly loan: (loanId: string) => Promise<LoanCapital | null>;
  readonly note: (sourceId: string, freeze: Freeze) => Promise<null>;
}

export interface SplitReads extends ContractVersions, Pick<BookReads, 'moved'>, Pick<LoanReads, 'loanFacts'> {
  /** Freezes of loans of a source that had not ended before a day. */
  readonly freezes: (sourceId: string, from: string) => Promise<Freeze[]>;
  readonly splitMonths: (sourceId: string, page: PageRequest) => Promise<Page<SplitMonth>>;
  /** Every run of a month, oldest first. */
  readonly splitRuns: (sourceId: string, month: string) => Promise<SplitRun[]>;
}
