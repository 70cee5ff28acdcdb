/** Roles of people; each is a group of the user pool. */
export const ROLES = [
  'provincial-leader',
  'finance-officer',
  'branch-planner',
  'branch-director',
  'credit-officer',
  'commune-officer',
  'commune-chair',
  'organisation-officer',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Scopes of systems that call with client credentials; names as in the user pool's resource server. */
export const SCOPES = ['capital.read', 'lending.read', 'beneficiary.read', 'reference.write'] as const;

export type Scope = (typeof SCOPES)[number];

export const RESOURCE_SERVER = 'platform';
