import type { PlannedClass } from './classes.ts';
import type { PlannedPerson } from './people.ts';
import type { Fund } from './offers.ts';
import type { PlannedRepayment } from './schedule.ts';

/** The fictional province as a list of acts with their days: the same for the same last day. */

export interface PlannedHousehold {
  readonly householdId: string;
  readonly communeId: string;
  readonly villageName: string;
  readonly registeredOn: string;
  readonly persons: readonly PlannedPerson[];
  readonly classes: readonly PlannedClass[];
}

export interface PlannedGroup {
  readonly groupId: string;
  readonly name: string;
  readonly communeId: string;
  readonly villageName: string;
  readonly organisationId: string;
  readonly transactionDay: number;
  readonly formedOn: string;
  readonly members: readonly { readonly householdId: string; readonly personId: string }[];
}

/** Where the story of a loan stands on the last day. */
export type LoanEnd =
  | 'applied'
  | 'listed'
  | 'refused-by-commune'
  | 'ineligible'
  | 'eligible'
  | 'rejected'
  | 'awaiting-capital'
  | 'reserved'
  | 'active'
  | 'settled';

export interface PlannedFreeze {
  readonly on: string;
  readonly until: string;
}

export interface PlannedLoan {
  readonly loanId: string;
  readonly listId: string;
  readonly groupId: string;
  readonly communeId: string;
  readonly householdId: string;
  readonly personId: string;
  readonly programmeId: string;
  readonly fund: Fund;
  readonly amount: bigint;
  readonly termMonths: number;
  readonly principalEveryMonths: number;
  readonly purpose: string;
  readonly appliedOn: string;
  readonly listedOn: string;
  readonly confirmedOn: string;
  readonly approvedOn: string;
  readonly disbursedOn: string;
  readonly ends: LoanEnd;
  readonly repayments: readonly PlannedRepayment[];
  readonly freeze: PlannedFreeze | null;
}

export interface PlannedList {
  readonly listId: string;
  readonly groupId: string;
  readonly submittedOn: string;
  readonly confirmedOn: string;
  readonly loans: readonly PlannedLoan[];
}

export interface PlannedQuota {
  readonly programmeId: string;
  readonly communeId: string;
  readonly amount: bigint;
}

export interface PlannedSource {
  readonly fund: Fund;
  readonly sourceId: string;
  readonly openedOn: string;
  /** Day the quotas of the first receipt count from. */
  readonly allocatedOn: string;
  readonly receipts: readonly { readonly on: string; readonly amount: bigint }[];
  readonly quotas: readonly PlannedQuota[];
}

export interface Plan {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly households: readonly PlannedHousehold[];
  readonly groups: readonly PlannedGroup[];
  readonly lists: readonly PlannedList[];
  readonly sources: readonly PlannedSource[];
}
