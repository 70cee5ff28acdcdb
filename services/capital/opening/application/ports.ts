import type { CapitalFact } from '#capital/ledger/application/ports.ts';
import type { Leaf } from '#capital/ledger/domain/leaf.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { ReferenceReads } from '#capital/references/application/ports.ts';
import type { Page } from '#shared/application/pages.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { OpeningBalances, OpeningLine, OpeningStep } from '../domain/opening-balances.ts';

export interface NamedOpening {
  readonly sourceId: string;
  readonly openingId: string;
}

/** A leaf with the entry of a line, only if it is still at the version that was read. */
export interface KeptLine {
  readonly leaf: Leaf;
  readonly read: number;
  readonly fact: CapitalFact;
}

/** Opening balances at their next version, with what the act adds, and what it tells the world. */
export interface KeptOpening<A> {
  readonly opening: OpeningBalances;
  /** The lines, when they are proposed. */
  readonly lines?: readonly OpeningLine[];
  /** What is posted: the source with the version it was read at, its own entry, and leaves with theirs. */
  readonly posted?: {
    readonly source: CapitalSource;
    readonly read: number;
    readonly own: CapitalFact | null;
    readonly leaves: readonly KeptLine[];
  };
  readonly draft: EventDraft | null;
  /** Whose act it is when the platform carries out what a person decided. */
  readonly by?: string;
  readonly answer: A;
}

/** Opening balances as one act sees them: strongly consistent, and kept only as they were read. */
export interface OpeningBook extends ReferenceReads {
  readonly today: BusinessDay;
  readonly now: string;
  readonly open: (named: NamedOpening) => Promise<{
    readonly source: CapitalSource | null;
    readonly opening: OpeningBalances | null;
  }>;
  /** All lines, in the order they were sent. */
  readonly lines: (opening: OpeningBalances) => Promise<OpeningLine[]>;
  /** The lines of a step by its number, and the leaves that are there already. */
  readonly step: (opening: OpeningBalances, number: number) => Promise<OpeningStep>;
  readonly keep: <A>(kept: KeptOpening<A>) => Promise<A>;
}

/** Opening balances as people read them. */
export interface OpeningReads {
  readonly opening: (named: NamedOpening) => Promise<OpeningBalances | null>;
  readonly linesOf: (named: NamedOpening, cursor: string | undefined) => Promise<Page<OpeningLine>>;
}
