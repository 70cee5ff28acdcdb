import type * as z from 'zod/mini';
import type { ContractVersions } from '#capital/contracts/application/ports.ts';
import type { BookReads } from '#capital/ledger/application/ports.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import type { Investor } from '#capital/sources/application/ports.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { FigureKind } from '#shared/contracts/capital/indicators/events.ts';
import type {
  IndicatorTargetSchema,
  NationalTableSchema,
  OpportunityRateSchema,
} from '#shared/contracts/capital/indicators/views.ts';
import type { Decision, Revised } from '#shared/contracts/common.ts';

export type IndicatorTarget = z.infer<typeof IndicatorTargetSchema>;

export type OpportunityRate = z.infer<typeof OpportunityRateSchema>;

export type NationalTable = z.infer<typeof NationalTableSchema>;

/** An entry of the source itself, not of its leaves. */
export interface SourceEntry {
  readonly type: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly version: number;
  readonly decision: Decision | null;
  readonly document: string | null;
  readonly postings: readonly Posting[];
}

/** What figures are reckoned from: as known on an instant, or now when it is null. Eventually consistent. */
export interface FigureReads
  extends Pick<BookReads, 'source' | 'sources' | 'leaves' | 'moved'>, ContractVersions {
  readonly investorKnownOn: (investorId: string, knownOn: string | null) => Promise<Investor | null>;
  /** Entries of the source itself up to and including a business day, oldest first. */
  readonly entriesOfSource: (sourceId: string, upTo: string) => Promise<SourceEntry[]>;
  readonly targets: (knownOn: string | null) => Promise<IndicatorTarget[]>;
  readonly opportunityRates: (knownOn: string | null) => Promise<OpportunityRate[]>;
  /** The newest table not after a day. */
  readonly nationalTableBefore: (day: string, knownOn: string | null) => Promise<NationalTable | null>;
  readonly nationalTable: (asOf: string) => Promise<NationalTable | null>;
  /** The key after which a page of rows begins. Throws `input-malformed` (400) for a token of another list. */
  readonly rowsAfter: (list: string, token: string) => string;
  /** The opaque token of the page after a key. */
  readonly rowToken: (list: string, key: string) => string | null;
  readonly targetPage: (page: PageRequest) => Promise<Page<IndicatorTarget>>;
  readonly opportunityRatePage: (page: PageRequest) => Promise<Page<OpportunityRate>>;
}

/** Figures indicators rest on; others are kept in the same way. */
export type IndicatorFigure = Exclude<FigureKind, 'forecast-assumption'>;

/** Dated figures are never edited: other content is a new revision, the same content changes nothing. */
export interface FigureBook<K extends FigureKind> {
  readonly keep: (kind: K, id: string, content: object) => Promise<Revised>;
}
