import type { Group, Member } from '#lending/groups/domain/group.ts';
import type { Programme } from '#lending/programmes/domain/programme.ts';
import type { LoanList } from '#lending/requests/domain/loan-list.ts';
import type { LENDING_ROUTES } from '#shared/contracts/lending/http.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { LoanFact } from '../domain/loan-facts.ts';
import type { Loan } from '../domain/loan.ts';

export type Bodies = { readonly [K in keyof typeof LENDING_ROUTES]: BodyOf<(typeof LENDING_ROUTES)[K]> };

/** One fact and the loan before and after it. */
export interface LoanChange {
  readonly before: Loan | null;
  readonly after: Loan;
  readonly fact: LoanFact;
}

/** The loans a household has been promised or owes in one programme; its version orders approvals. */
export interface Committed {
  readonly householdId: string;
  readonly programmeId: string;
  readonly loanIds: readonly string[];
  /** null when nothing was ever approved. */
  readonly version: number | null;
}

/** Everything an act changes; it is written as one transaction or not at all. */
export interface Changes {
  readonly loans?: readonly LoanChange[];
  readonly committed?: Committed;
  readonly list?: { readonly before: LoanList | null; readonly after: LoanList };
  readonly group?: {
    readonly before: Group | null;
    readonly after: Group;
    readonly joining: readonly Member[];
  };
}

export type Membership = Member & { readonly groupId: string };

/**
 * What the verbs need from the store, for one act. The first read of an act also looks for an earlier try of
 * it and ends the act with that try's answer. Reads are strongly consistent.
 */
export interface LendingStore {
  readLoan(loanId: string): Promise<Loan | null>;
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
  readGroup(groupId: string): Promise<Group | null>;
  readProgramme(programmeId: string): Promise<Programme | null>;
  hasOrganisation(organisationId: string): Promise<boolean>;
  /**
   * Throws `already-exists` (409) or `household-in-another-group` (409), or reports that another act was
   * faster, after which the verb runs again.
   */
  save<A>(changes: Changes, answer: A): Promise<A>;
}

/** Who acts, on which business day, with which store. */
export interface Context {
  readonly caller: Caller;
  readonly today: BusinessDay;
  readonly store: LendingStore;
}

/** Reads for people: eventually consistent, one request each where the design allows. */
export interface LendingReader {
  findLoan(loanId: string): Promise<Loan | null>;
  /** Facts of a loan up to a day, in order. */
  findFacts(loanId: string, upTo: BusinessDay): Promise<LoanFact[]>;
  findGroup(groupId: string): Promise<Group | null>;
  findMembers(groupId: string): Promise<Member[]>;
  findList(listId: string): Promise<LoanList | null>;
}
