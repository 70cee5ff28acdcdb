import type * as z from 'zod/mini';
import type { ReservationRulesSchema } from '#shared/contracts/capital/reservation-views.ts';
import type { Leaf, LeafId } from '../domain/leaf.ts';
import type { LoanRow, Page, PageRequest, WaitingRow } from './ports.ts';

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
