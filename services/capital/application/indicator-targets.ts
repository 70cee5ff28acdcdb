import type { FIGURES_ROUTES } from '#shared/contracts/capital/figures-routes.ts';
import { INDICATORS, INDICATOR_IDS } from '#shared/contracts/capital/indicator-catalogue.ts';
import type { IndicatorId } from '#shared/contracts/capital/indicator-catalogue.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { isWithin } from '#shared/domain/business-day.ts';
import { inForceOn } from '../domain/dated-figures.ts';
import type { FigureReads, IndicatorTarget } from './figure-ports.ts';

/** The target of an indicator in force on a day; null when there is none. */
export function targetOn(
  targets: readonly IndicatorTarget[],
  indicatorId: IndicatorId,
  day: string,
): IndicatorTarget | null {
  return inForceOn(
    targets.filter((target) => target.indicatorId === indicatorId),
    day,
  );
}

/** What each indicator is, with the targets in force today. */
export async function listIndicators(
  reads: FigureReads,
  today: string,
): Promise<ResponseOf<typeof FIGURES_ROUTES.listIndicators>> {
  const targets = await reads.targets(null);
  return {
    items: INDICATOR_IDS.map((indicatorId) => ({
      indicatorId,
      ...INDICATORS[indicatorId],
      filters: [...INDICATORS[indicatorId].filters],
      targets: targets.filter(
        (target) => target.indicatorId === indicatorId && isWithin(today, target.from, target.to),
      ),
    })),
  };
}
