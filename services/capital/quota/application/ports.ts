import type {
  CapitalFact,
  LedgerChange,
  MoneyDecision,
  NamedEntry,
} from '#capital/ledger/application/ports.ts';
import type { Leaf, LeafId } from '#capital/ledger/domain/leaf.ts';
import type { BookedPaper, Paper } from '#capital/ledger/domain/paper.ts';
import type { ReversedEntry } from '#capital/ledger/domain/reversal.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { ReferenceReads } from '#capital/references/application/ports.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Leaves } from '../domain/quota-application.ts';
import type { QuotaStatus } from '#shared/domain/words/quota-status.ts';
import type { QuotaDecision } from '../domain/quota-decision.ts';
import type { QuotaPlace } from '../domain/quota-lines.ts';
import type { QuotaRow } from '../domain/quota-preview.ts';

export interface NamedDecision {
  readonly sourceId: string;
  readonly decisionId: string;
}

/** A leaf at its new version, the version it was read at (0: it is new), and its entries. */
export interface KeptLeaf {
  readonly leaf: Leaf;
  readonly read: number;
  readonly facts: readonly CapitalFact[];
}

/** What one act changes: the decision always, the source and its leaves when money moves or is set aside. */
export interface KeptDecision<A> {
  readonly decision: QuotaDecision;
  /** All rows of a decision that is new. */
  readonly rows?: readonly QuotaRow[];
  readonly source: CapitalSource | null;
  readonly leaves: readonly KeptLeaf[];
  readonly draft: EventDraft | null;
  /** The paper of a decision that is new; refused with `looks-like-a-duplicate` (409) while a record of it stands. */
  readonly books?: BookedPaper;
  /** The paper of a decision that comes to nothing. */
  readonly frees?: Paper;
  /** Whose act it is when not the caller’s: what follows an approval is recorded by who approved. */
  readonly by?: string;
  readonly answer: A;
}

/** Quota decisions as one act sees them: strongly consistent, and kept only as they were read. */
export interface QuotaBook extends ReferenceReads {
  readonly today: BusinessDay;
  readonly now: string;
  /** Nothing will be kept: the answer may be as long as it takes. */
  readonly isRehearsal: boolean;
  readonly open: (
    named: NamedDecision,
  ) => Promise<{ readonly source: CapitalSource | null; readonly decision: QuotaDecision | null }>;
  /** Leaves by the names of their places; those that do not exist yet are not there. */
  readonly leaves: (sourceId: string, places: readonly QuotaPlace[]) => Promise<Leaves>;
  /** Rows of a decision from one number up to but without another. */
  readonly rows: (named: NamedDecision, from: number, to: number) => Promise<QuotaRow[]>;
  readonly keep: <A>(kept: KeptDecision<A>) => Promise<A>;
}

/** Quota decisions as people read them. */
export interface QuotaReads {
  readonly decisions: (
    sourceId: string,
    status: QuotaStatus | null,
    page: PageRequest,
  ) => Promise<Page<QuotaDecision>>;
  readonly decision: (named: NamedDecision) => Promise<QuotaDecision | null>;
  readonly rowsOf: (named: NamedDecision, cursor: string | undefined) => Promise<Page<QuotaRow>>;
  readonly hasSource: (sourceId: string) => Promise<boolean>;
}

/** An allocation that is taken back, as one act sees it. */
export interface AllocationBook {
  readonly today: BusinessDay;
  readonly leafAndAllocation: (
    leaf: LeafId,
    allocation: NamedEntry,
  ) => Promise<{
    readonly source: CapitalSource | null;
    readonly leaf: Leaf | null;
    readonly entry: ReversedEntry | null;
  }>;
  readonly keep: <A>(change: LedgerChange<A>) => Promise<A>;
}

export interface AllocationReads {
  /** Allocations to a leaf up to and including a day, oldest first. */
  readonly allocations: (leaf: LeafId, upTo: string) => Promise<MoneyDecision[]>;
}
