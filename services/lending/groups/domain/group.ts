import { GROUP_ERRORS } from '#shared/contracts/lending/groups/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';

const refuse = errorsOf(GROUP_ERRORS);

/** Size of a savings and credit group. */
const FEWEST_MEMBERS = 5;

const MOST_MEMBERS = 60;

export interface Member {
  readonly householdId: string;
  readonly personId: string;
  readonly joinedOn: BusinessDay;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
  readonly communeId: string;
  readonly organisationId: string;
  readonly villageName: string;
  readonly leaderHouseholdId: string;
  readonly transactionDay: number | null;
  readonly formedOn: BusinessDay;
  readonly lastFactOn: BusinessDay;
  readonly members: number;
  readonly version: number;
}

/** Throws `group-size-not-allowed` (422), also when a household is named twice. */
export function assertSize(existing: number, joining: readonly { readonly householdId: string }[]): void {
  const distinct = new Set(joining.map(({ householdId }) => householdId)).size;
  const members = existing + joining.length;
  if (distinct === joining.length && members >= FEWEST_MEMBERS && members <= MOST_MEMBERS) return;
  throw refuse('group-size-not-allowed', { members, fewest: FEWEST_MEMBERS, most: MOST_MEMBERS });
}

/** Throws `group-leader-not-member` (422). */
export function assertLeaderIsMember(
  leader: string,
  members: readonly { readonly householdId: string }[],
): void {
  if (!members.some(({ householdId }) => householdId === leader)) {
    throw refuse('group-leader-not-member', { leaderHouseholdId: leader });
  }
}

/** Throws `borrower-not-member` (422): another group, another person, or not yet a member on the day. */
export function assertBorrower(
  groupId: string,
  borrower: { readonly householdId: string; readonly personId: string },
  membership: (Member & { readonly groupId: string }) | null,
  day: BusinessDay,
): void {
  const isMember =
    membership?.groupId === groupId &&
    membership.personId === borrower.personId &&
    membership.joinedOn <= day;
  if (isMember) return;
  throw refuse('borrower-not-member', {
    groupId,
    householdId: borrower.householdId,
    ...(membership?.groupId === groupId ? { memberSince: membership.joinedOn } : {}),
  });
}
