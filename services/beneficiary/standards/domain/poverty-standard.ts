import type { UrbanRural } from '#beneficiary/areas/domain/area.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

/** The national list opens every kind of capital; the provincial list only the province's own. */
export type StandardScope = 'national' | 'province';

export interface PovertyRule {
  readonly category: string;
  readonly area: UrbanRural;
  /** Đồng a person and month. */
  readonly maxIncome: Vnd | null;
  readonly minIncomeExclusive: Vnd | null;
  readonly minLacking: number | null;
  readonly maxLacking: number | null;
}

/**
 * A poverty standard, such as the national one of Decree 07/2021/NĐ-CP: a household is judged by income and
 * by the number of lacking indicators, and "poor" means nothing without the standard it was said under.
 */
export interface PovertyStandard {
  readonly standardId: string;
  readonly revision: number;
  readonly scope: StandardScope;
  readonly from: BusinessDay;
  readonly to: BusinessDay | null;
  readonly rules: readonly PovertyRule[];
}

export interface Survey {
  readonly area: UrbanRural;
  readonly incomePerPerson: Vnd;
  readonly lacking: number;
}

export function isStandardInForce(standard: Pick<PovertyStandard, 'from' | 'to'>, day: BusinessDay): boolean {
  return isWithin(day, standard.from, standard.to);
}

/** The category the first fitting rule gives; null when the household is above every line. */
export function categoryBy(standard: Pick<PovertyStandard, 'rules'>, survey: Survey): string | null {
  return standard.rules.find((rule) => fits(rule, survey))?.category ?? null;
}

function fits(rule: PovertyRule, { area, incomePerPerson, lacking }: Survey): boolean {
  return (
    rule.area === area &&
    (rule.maxIncome === null || incomePerPerson <= rule.maxIncome) &&
    (rule.minIncomeExclusive === null || incomePerPerson > rule.minIncomeExclusive) &&
    (rule.minLacking === null || lacking >= rule.minLacking) &&
    (rule.maxLacking === null || lacking <= rule.maxLacking)
  );
}
