import type { Key } from '#shared/data/stored.ts';

/** Funding plans of a source lie together: what is planned is read with one query. */
export const planKeys = (sourceId: string) => {
  const pk = `PLANS#${sourceId}`;
  return {
    head: (planId: string): Key => ({ pk, sk: `HEAD#${planId}` }),
    tranche: (trancheId: string): Key => ({ pk, sk: `TRANCHE#${trancheId}` }),
    version: (planId: string, effectiveOn: string, version: number): Key => ({
      pk,
      sk: `FACT#${planId}#${effectiveOn}#${version.toString().padStart(6, '0')}`,
    }),
    partition: pk,
    versions: 'FACT#',
  };
};

/** Closed years of a source: what was stated, and beside it the mark that closes a year once. */
export const closingKeys = (sourceId: string) => {
  const pk = `CLOSINGS#${sourceId}`;
  return {
    mark: (year: number): Key => ({ pk, sk: `CLOSED#${year}` }),
    statement: (year: number): Key => ({ pk, sk: `FACT#${year}` }),
    partition: pk,
    statements: 'FACT#',
  };
};

/** The funds a contract took over, and those it gave back. */
export const heldPartition = (holderSourceId: string): string => `HELD#${holderSourceId}`;
