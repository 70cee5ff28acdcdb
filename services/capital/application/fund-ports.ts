import type { HandOverSchema } from '#shared/contracts/capital/fund-views.ts';
import type { Holding } from '../domain/holding.ts';
import type { ReversedEntry } from '../domain/reversal.ts';
import type { CapitalSource } from '../domain/source.ts';
import type { CapitalBook, CapitalChange, Investor, NamedEntry } from './ports.ts';
import type * as z from 'zod/mini';

export type HandOverRecord = z.infer<typeof HandOverSchema>;

/** A source with the investor it comes from. */
export interface SourceOfInvestor {
  readonly source: CapitalSource;
  readonly investor: Investor;
}

/** Funds as one act sees them; reads are strongly consistent, and end the act when it was done before. */
export interface FundsBook extends Pick<CapitalBook, 'today' | 'keep'> {
  /** The instant of the act. */
  readonly now: string;
  readonly sourceAndEntry: (
    named: NamedEntry & { readonly of: { readonly source: string } },
    type: string,
  ) => Promise<{ readonly source: CapitalSource | null; readonly entry: ReversedEntry | null }>;
  readonly source: CapitalBook['source'];
  /** A source with its investor; null when there is no such source. */
  readonly sourceOfInvestor: (sourceId: string) => Promise<SourceOfInvestor | null>;
  /** Keeps that a fund is held by another contract from now on, with the change that says so. */
  readonly keepHandOver: <A>(
    change: CapitalChange<A> & { readonly source: CapitalSource },
    holderSourceId: string,
  ) => Promise<A>;
  /** Keeps that a hand-over ended, named by the version it was recorded under. */
  readonly keepHandOverEnd: <A>(
    change: CapitalChange<A> & { readonly source: CapitalSource },
    ended: { readonly holderSourceId: string; readonly version: number },
  ) => Promise<A>;
}

/** Funds as people read them: eventually consistent. */
export interface FundReads {
  /** Transfer records of a source, oldest first. */
  readonly handOvers: (sourceId: string) => Promise<HandOverRecord[]>;
  /** Who held the fund of a source, and when. */
  readonly holdingsOf: (sourceId: string) => Promise<Holding[]>;
  /** The funds a contract took over; at most a few for each former district. */
  readonly heldBy: (holderSourceId: string) => Promise<Holding[]>;
}
