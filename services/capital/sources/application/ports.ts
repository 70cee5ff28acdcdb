import type * as z from 'zod/mini';
import type { LedgerChange } from '#capital/ledger/application/ports.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { Contract, ContractVersion } from '#capital/contracts/domain/contract.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { InvestorSchema } from '#shared/contracts/capital/sources/views.ts';
import type { Revised } from '#shared/contracts/common.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';

export type Investor = z.infer<typeof InvestorSchema>;

/** A source that is opened, with the contract it rests on in its founding version. */
export interface Founding<A> extends LedgerChange<A> {
  readonly source: CapitalSource;
  readonly founded: { readonly contract: Contract; readonly version: ContractVersion };
}

/**
 * Sources as one act sees them. Reads are strongly consistent, and end the act when it was done before; `keep`
 * writes everything as one transaction, only if the source is still as it was read.
 */
export interface SourceBook {
  readonly today: BusinessDay;
  readonly now: string;
  readonly sourceAndInvestor: (
    sourceId: string,
    investorId: string,
  ) => Promise<{ readonly source: CapitalSource | null; readonly investor: Investor | null }>;
  readonly keepFounding: <A>(founding: Founding<A>) => Promise<A>;
  /** Another content is a new revision; the same content changes nothing. */
  readonly keepInvestor: (investor: Investor) => Promise<Revised>;
}

/** Investors as people read them: eventually consistent. */
export interface InvestorReads {
  readonly investors: (page: PageRequest) => Promise<Page<Investor>>;
  readonly investor: (investorId: string) => Promise<Investor | null>;
}
