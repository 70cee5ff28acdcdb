/**
 * The areas of each service, from the ground up: an area may import those before it and none behind it. A new area
 * is named here, in the README of its service, and gets its rooms by the same names as all others.
 */
export const AREAS = {
  beneficiary: ['areas', 'standards', 'registry', 'eligibility'],
  capital: [
    'sheets',
    'ledger',
    'references',
    'contracts',
    'sources',
    'funds',
    'reservations',
    'quota',
    'opening',
    'split',
    'indicators',
    'forecast',
    'trace',
    'verification',
  ],
  lending: ['engine', 'programmes', 'groups', 'loans', 'requests'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
