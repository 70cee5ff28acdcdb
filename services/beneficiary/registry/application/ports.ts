import type { AreaReader } from '#beneficiary/areas/application/ports.ts';
import type { StandardReader } from '#beneficiary/standards/application/ports.ts';
import type { Page, PageRequest } from '#shared/application/pages.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import type { EventDraft } from '#shared/contracts/event.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Classification, ProvenClass } from '../domain/classification.ts';
import type { Household, Person } from '../domain/household.ts';

/** A class as it was recorded. */
export type RecordedClass = ProvenClass & { readonly recordedBy: string; readonly recordedAt: string };

export interface HouseholdStore {
  /** Read strongly, together with the record of an earlier try of the same act, which ends the verb. */
  find(householdId: string): Promise<Household | null>;
  /** What stands in the way of a registration: the household's id, or the persons whose national id is taken. */
  obstacles(
    householdId: string,
    persons: readonly Person[],
  ): Promise<{ readonly idTaken: boolean; readonly nationalIdsTaken: readonly number[] }>;
  register(household: Household, persons: readonly Person[], draft: EventDraft): Promise<Accepted>;
  recordClass(household: Household, classification: Classification, draft: EventDraft): Promise<Accepted>;
}

/** What an act on households reads and writes. */
export interface RegistryStore {
  readonly households: HouseholdStore;
  readonly areas: AreaReader;
  readonly standards: StandardReader;
}

export interface HouseholdRow {
  readonly householdId: string;
  readonly villageName: string;
  readonly representativeName: string;
  readonly members: number;
  readonly nationalCategory: string | null;
  readonly provinceCategory: string | null;
}

export interface HouseholdReader {
  withPersons(
    householdId: string,
  ): Promise<{ readonly household: Household; readonly persons: readonly Person[] } | null>;
  /** In the order they were recorded, up to a day. */
  classes(householdId: string, upTo: BusinessDay): Promise<RecordedClass[]>;
  inCommune(communeId: string, page: PageRequest): Promise<Page<HouseholdRow>>;
}
