import type { Membership } from '#lending/groups/application/ports.ts';
import type { Group } from '#lending/groups/domain/group.ts';
import type { LoanChange, LoanStore } from '#lending/loans/application/ports.ts';
import type { Loan } from '#lending/loans/domain/loan.ts';
import type { Programme } from '#lending/programmes/domain/programme.ts';
import type { LoanList } from '../domain/loan-list.ts';

/** The loans a household has been promised or owes in one programme; its version orders approvals. */
export interface Committed {
  readonly householdId: string;
  readonly programmeId: string;
  readonly loanIds: readonly string[];
  /** null when nothing was ever approved. */
  readonly version: number | null;
}

/** A list before and after an act. */
export interface ListChange {
  readonly before: LoanList | null;
  readonly after: LoanList;
}

/** Everything an act on requests changes; it is written as one transaction or not at all. */
export interface RequestChanges {
  readonly loans?: readonly LoanChange[];
  readonly committed?: Committed;
  readonly list?: ListChange;
}

/** Requests, with the loans they are, as one act sees them; reads are strongly consistent. */
export interface RequestStore extends LoanStore {
  readLoans(loanIds: readonly string[]): Promise<Loan[]>;
  readApplication(ids: {
    readonly loanId: string;
    readonly groupId: string;
    readonly householdId: string;
    readonly programmeId: string;
  }): Promise<{
    loan: Loan | null;
    group: Group | null;
    membership: Membership | null;
    committed: Committed;
  }>;
  readCommitted(householdId: string, programmeId: string): Promise<Committed>;
  readList(listId: string): Promise<LoanList | null>;
  readNewList(ids: {
    readonly listId: string;
    readonly groupId: string;
    readonly loanIds: readonly string[];
  }): Promise<{ list: LoanList | null; group: Group | null; loans: Loan[] }>;
  readProgramme(programmeId: string): Promise<Programme | null>;
  /** Throws `already-exists` (409), or reports that another act was faster, after which the verb runs again. */
  save<A>(changes: RequestChanges, answer: A): Promise<A>;
}

/** Lists as people read them: eventually consistent. */
export interface ListReader {
  findList(listId: string): Promise<LoanList | null>;
}
