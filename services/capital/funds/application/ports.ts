import type * as z from 'zod/mini';
import type { Entry, EntryBook, LedgerChange, MoneyDecision } from '#capital/ledger/application/ports.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { Investor } from '#capital/sources/application/ports.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { PlanVersionSchema } from '#shared/contracts/capital/funds/plan-views.ts';
import type { HandOverSchema } from '#shared/contracts/capital/funds/views.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { YearStatus } from '../domain/closing-transitions.ts';
import type { YearFigures } from '../domain/closing.ts';
import type { PlanVersion, Receipt } from '../domain/funding-plan.ts';
import type { Holding } from '../domain/holding.ts';

export type HandOverRecord = z.infer<typeof HandOverSchema>;

/** A source with the investor it comes from. */
export interface SourceOfInvestor {
  readonly source: CapitalSource;
  readonly investor: Investor;
}

/** Funds as one act sees them; reads are strongly consistent, and end the act when it was done before. */
export interface FundsBook extends EntryBook {
  /** The instant of the act. */
  readonly now: string;
  readonly source: (sourceId: string) => Promise<CapitalSource | null>;
  /** What a receipt rests on beside its source: the investor, and whether some plan of the source has the tranche. */
  readonly receiptBasis: (
    sourceId: string,
    investorId: string,
    trancheId: string | null,
  ) => Promise<{ readonly investor: Investor | null; readonly isPlanned: boolean }>;
  readonly keep: <A>(change: LedgerChange<A>) => Promise<A>;
  /** A source with its investor; null when there is no such source. */
  readonly sourceOfInvestor: (sourceId: string) => Promise<SourceOfInvestor | null>;
  /** Keeps that a fund is held by another contract from now on, with the change that says so. */
  readonly keepHandOver: <A>(
    change: LedgerChange<A> & { readonly source: CapitalSource },
    holderSourceId: string,
  ) => Promise<A>;
  /** Keeps that a hand-over ended, named by the version it was recorded under. */
  readonly keepHandOverEnd: <A>(
    change: LedgerChange<A> & { readonly source: CapitalSource },
    ended: { readonly holderSourceId: string; readonly version: number },
  ) => Promise<A>;
}

/** A funding plan as a command finds it. */
export interface FoundPlan {
  readonly source: CapitalSource | null;
  /** Version of the plan; 0 before the first. */
  readonly version: number;
  /** Of the tranches asked for, those that some plan has, with that plan. */
  readonly planOf: ReadonlyMap<string, string>;
}

/** Funding plans as one act sees them. */
export interface PlanBook {
  readonly today: BusinessDay;
  readonly plan: (sourceId: string, planId: string, trancheIds: readonly string[]) => Promise<FoundPlan>;
  /** Keeps a version with the tranches it names for the first time, only if the plan is still as it was read. */
  readonly keepPlan: <A>(change: {
    readonly sourceId: string;
    readonly planId: string;
    readonly version: number;
    readonly newTranches: readonly string[];
    readonly draft: EventDraft;
    readonly answer: A;
  }) => Promise<A>;
}

/** A year of a source as one act sees it. */
export interface ClosingBook {
  readonly today: BusinessDay;
  /** The instant of the act. */
  readonly now: string;
  readonly year: (
    sourceId: string,
    year: number,
  ) => Promise<{ readonly source: CapitalSource | null; readonly status: YearStatus }>;
  /** Keeps the statement of a year, once. */
  readonly keepClosing: <A>(change: {
    readonly sourceId: string;
    readonly year: number;
    readonly draft: EventDraft;
    readonly answer: A;
  }) => Promise<A>;
}

export interface RecordedClosing {
  readonly year: number;
  readonly figures: YearFigures;
  readonly closedBy: string;
  readonly closedAt: string;
}

export type LateEntry = Entry & { readonly recordedBy: string };

export type PlanDecision = z.infer<typeof PlanVersionSchema>['decision'];

export type RecordedPlan = PlanVersion<PlanDecision | null> & {
  readonly decision: PlanDecision;
  readonly recordedBy: string;
};

/** Funds as people read them: eventually consistent. */
export interface FundReads {
  /** Transfer records of a source, oldest first. */
  readonly handOvers: (sourceId: string) => Promise<HandOverRecord[]>;
  /** Who held the fund of a source, and when. */
  readonly holdingsOf: (sourceId: string) => Promise<Holding[]>;
  /** The funds a contract took over; at most a few for each former district. */
  readonly heldBy: (holderSourceId: string) => Promise<Holding[]>;
  /** Every version of every plan of a source, plan by plan, in the order of their days. */
  readonly plans: (sourceId: string) => Promise<RecordedPlan[]>;
  /** Every receipt of a source. */
  readonly receipts: (sourceId: string) => Promise<Receipt[]>;
  /** Statements of closed years, oldest first. */
  readonly closings: (sourceId: string) => Promise<RecordedClosing[]>;
  readonly closing: (sourceId: string, year: number) => Promise<RecordedClosing | null>;
  /** Entries that count up to a day and were recorded after an instant; a page goes over some entries, whatever they count for. */
  readonly recordedAfter: (
    sourceId: string,
    asked: { readonly after: string; readonly upTo: string },
    page: PageRequest,
  ) => Promise<Page<LateEntry>>;
}

/** Decisions that moved money of a fund, as people read them: eventually consistent. */
export interface FundDecisions {
  /** Receipts of a source up to and including a day, oldest first. */
  readonly receipts: (sourceId: string, upTo: string) => Promise<MoneyDecision[]>;
  /** Withdrawals from a source up to and including a day, oldest first. */
  readonly withdrawals: (sourceId: string, upTo: string) => Promise<MoneyDecision[]>;
}
