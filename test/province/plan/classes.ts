import { addDays, businessDay } from '#shared/domain/business-day.ts';
import type { Law } from './law.ts';
import type { Seeded } from './seeded.ts';

export interface PlannedClass {
  readonly standardId: string;
  readonly category: string;
  readonly incomePerPerson: string;
  readonly lacking: number;
  readonly on: string;
  readonly decisionNumber: string;
}

/** The near-poor class of a household under the standard of the day; null when no standard gives one. */
export function nearPoorOn(
  draw: Seeded,
  law: Law,
  urban: boolean,
  on: string,
  number: number,
): PlannedClass | null {
  const standard = law.standardOn(on);
  const line = nearPoorLine(law, urban, on);
  if (!standard || line === null) return null;
  return {
    standardId: standard.standardId,
    category: 'near-poor',
    incomePerPerson: percentOf(line, draw.between(72, 98)),
    lacking: draw.between(1, 2),
    on,
    decisionNumber: `${number.toString()}/QĐ-UBND (hư cấu)`,
  };
}

/** The removal from the list, with an income above the line; null when no standard is in force any more. */
export function escapeOn(
  draw: Seeded,
  law: Law,
  urban: boolean,
  on: string,
  number: number,
): PlannedClass | null {
  const standard = law.standardOn(on);
  const line = nearPoorLine(law, urban, on);
  if (!standard || line === null) return null;
  return {
    standardId: standard.standardId,
    category: 'escaped-poverty',
    incomePerPerson: percentOf(line, draw.between(112, 145)),
    lacking: 0,
    on,
    decisionNumber: `${number.toString()}/QĐ-UBND (hư cấu)`,
  };
}

/** The last day on which a household classified on a day can leave the list under the same level of standard. */
export function lastEscapeDay(law: Law, classifiedOn: string, latest: string): string {
  const { scope, to } = law.standardOn(classifiedOn) ?? { scope: 'national', to: null };
  if (law.standardOn(latest)?.scope === scope || to === null) return latest;
  return addDays(businessDay(to), -12);
}

function nearPoorLine(law: Law, urban: boolean, on: string): bigint | null {
  const area = urban ? 'urban' : 'rural';
  const rule = law.standardOn(on)?.rules.find((one) => one.category === 'near-poor' && one.area === area);
  return rule === undefined || rule.maxIncome === null ? null : BigInt(rule.maxIncome);
}

/** In steps of ten thousand đồng, as surveys round. */
function percentOf(line: bigint, percent: number): string {
  return (((line * BigInt(percent)) / 1_000_000n) * 10_000n).toString();
}
