import type { Group, Member } from '../domain/group.ts';

export type Membership = Member & { readonly groupId: string };

/** A group before and after an act, and who joins it. */
export interface GroupChange {
  readonly before: Group | null;
  readonly after: Group;
  readonly joining: readonly Member[];
}

/**
 * Groups as one act sees them. The first read also looks for an earlier try of the act and ends the act with that
 * try's answer. Reads are strongly consistent.
 */
export interface GroupStore {
  readGroup(groupId: string): Promise<Group | null>;
  hasOrganisation(organisationId: string): Promise<boolean>;
  /**
   * Throws `already-exists` (409) or `household-in-another-group` (409), or reports that another act was
   * faster, after which the verb runs again.
   */
  saveGroup<A>(change: GroupChange, answer: A): Promise<A>;
}

/** Groups as people read them: eventually consistent. */
export interface GroupReader {
  findGroup(groupId: string): Promise<Group | null>;
  findMembers(groupId: string): Promise<Member[]>;
}
