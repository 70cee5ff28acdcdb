import { isWithin } from '#shared/domain/business-day.ts';
import type { PovertyStandardRecord, ProgrammeRecord } from '#shared/reference/reference-data.ts';

/** What the plan asks of the law: it may only plan what the law of the day allows. */
export interface Law {
  termsOn(programmeId: string, day: string): ProgrammeTerms | null;
  /** The provincial standard while one with lines is in force, else the national one. */
  standardOn(day: string): PovertyStandardRecord | null;
}

export type ProgrammeTerms = ProgrammeRecord['versions'][number];

export function lawOf(
  programmes: readonly ProgrammeRecord[],
  standards: readonly PovertyStandardRecord[],
): Law {
  const byId = new Map(programmes.map((programme) => [programme.programmeId, programme]));
  return {
    termsOn: (programmeId, day) =>
      byId.get(programmeId)?.versions.find(({ from, to }) => isWithin(day, from, to)) ?? null,
    standardOn: (day) => {
      const inForce = standards.filter(({ from, to, rules }) => rules.length > 0 && isWithin(day, from, to));
      return inForce.find(({ scope }) => scope === 'province') ?? inForce[0] ?? null;
    },
  };
}

/** Months between principal instalments: as far apart as the law allows for the term, but at most two years. */
export function spacingOf(terms: ProgrammeTerms, termMonths: number): number {
  const rule = terms.principalEveryMonths?.find(
    ({ termUpToMonths }) => termUpToMonths === null || termMonths <= termUpToMonths,
  );
  return Math.min(rule?.everyMonths ?? 12, termMonths, 24);
}
