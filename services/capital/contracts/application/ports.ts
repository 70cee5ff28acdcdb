import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { ContractChange } from '../domain/contract-change.ts';
import type { Contract, ContractVersion } from '../domain/contract.ts';

/** A contract at its next version, with what the act adds to it, and what it tells the world. */
export interface KeptContract<A> {
  readonly contract: Contract;
  readonly change: ContractChange;
  readonly version: ContractVersion | null;
  readonly draft: EventDraft;
  readonly answer: A;
}

/** Contracts as one act sees them: strongly consistent, and kept only as they were read. */
export interface ContractBook {
  readonly today: BusinessDay;
  readonly now: string;
  /** A contract, a change of it by its id, and the versions an act decides on; null when there is no such source. */
  readonly open: (sourceId: string, changeId: string) => Promise<OpenedContract | null>;
  readonly keep: <A>(kept: KeptContract<A>) => Promise<A>;
}

export interface OpenedContract {
  readonly contract: Contract;
  readonly founding: ContractVersion;
  readonly newest: ContractVersion;
  readonly change: ContractChange | null;
}

/** Every version of the contract of a source, oldest first; none when there is no such source. */
export interface ContractVersions {
  readonly contractVersions: (sourceId: string) => Promise<ContractVersion[]>;
}

/** Contracts as people read them. */
export interface ContractReads extends ContractVersions {
  readonly versionPage: (sourceId: string, page: PageRequest) => Promise<Page<ContractVersion>>;
  readonly changePage: (sourceId: string, page: PageRequest) => Promise<Page<ContractChange>>;
  readonly changes: (sourceId: string) => Promise<ContractChange[]>;
  readonly change: (sourceId: string, changeId: string) => Promise<ContractChange | null>;
}
