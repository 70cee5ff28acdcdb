import type * as z from 'zod/mini';
import type { Entry } from '#capital/ledger/application/ports.ts';
import type { Leaf, LeafId } from '#capital/ledger/domain/leaf.ts';
import type { LoanEntry } from '#capital/trace/domain/loan-trace.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { ReservationRulesSchema } from '#shared/contracts/capital/reservations/views.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { LoanCapital } from '../domain/loan-capital.ts';

export interface LoanRow {
  readonly loanId: string;
  readonly householdId: string;
  readonly programmeId: string;
  readonly communeId: string;
  readonly status: LoanCapital['status'];
  readonly reserved: Vnd;
  readonly lent: Vnd;
  readonly reservedOn: string | null;
  readonly expiresOn: string | null;
}

export interface WaitingRow {
  readonly loanId: string;
  readonly householdId: string;
  readonly programmeId: string;
  readonly communeId: string;
  readonly amount: Vnd;
  readonly since: string;
}

/** A fact of a loan, for its trace: what it did, and the line people read. */
export interface LoanFact extends LoanEntry {
  readonly line: Entry;
}

export type ReservationRules = z.infer<typeof ReservationRulesSchema>;

/** What is read for people about queues and reservations: eventually consistent. */
export interface ReservationReads {
  readonly leaf: (leaf: LeafId) => Promise<Leaf | null>;
  /** The first who wait on a leaf, in order. */
  readonly waitingOn: (leaf: Leaf, bound: number) => Promise<readonly WaitingRow[]>;
  /** All who wait for capital of a source, by instant. */
  readonly waiting: (sourceId: string, page: PageRequest) => Promise<Page<WaitingRow>>;
  readonly loans: (sourceId: string, communeId: string, page: PageRequest) => Promise<Page<LoanRow>>;
  readonly hasSource: (sourceId: string) => Promise<boolean>;
}
