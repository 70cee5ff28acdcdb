/** What `SCOPE` names: the code whose small changes must be noticed, and the tests that must notice them. */
interface Scope {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /** Services that neither the code nor its tests reach: they are not copied for the mutants. */
  readonly apart: readonly string[];
}

const SCOPES: Readonly<Record<string, Scope>> = {
  /** Judged by the tests beside the engine, its properties and the second reckoning on a few lives. */
  engine: {
    mutate: ['services/lending/engine/domain/**/*.ts'],
    tests: ['services/lending/{engine,loans}/**/*.test.ts', 'test/engine/**/*.test.ts'],
    apart: ['services/capital', 'services/beneficiary'],
  },
  /** Judged by the tests beside it, and those of what opens sources and reads sheets by these rules. */
  capital: {
    mutate: ['services/capital/{ledger,quota,split}/domain/**/*.ts'],
    tests: ['services/capital/{ledger,quota,split,sources,opening}/**/*.test.ts'],
    apart: ['services/lending', 'services/beneficiary'],
  },
};

export const SCOPE = process.env['SCOPE'] ?? 'engine';

export function scope(): Scope {
  const found = SCOPES[SCOPE];
  if (!found) throw new RangeError(`SCOPE is one of ${Object.keys(SCOPES).join(', ')}, not ${SCOPE}`);
  return found;
}
