import type { Scope } from '#shared/domain/roles.ts';

/** Systems that call with their own credentials, and the little each may do. */
export const MACHINE_CLIENTS = {
  'provincial-data-hub': ['beneficiary.read', 'capital.read', 'lending.read'],
  'reference-loader': ['beneficiary.read', 'capital.read', 'lending.read', 'reference.write'],
} as const satisfies Record<string, readonly Scope[]>;
