import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { addDays, businessDay } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Stage } from './stage.ts';

type Standard = ResponseOf<typeof BENEFICIARY_ROUTES.listPovertyStandards>['items'][number];

/** The business day of the platform, which need not be that of this machine. */
export async function businessDayOf(stage: Stage): Promise<BusinessDay> {
  const { on } = await stage.doors
    .as('auditor')
    .call(LENDING_ROUTES.getProgramme, { params: { programmeId: 'job-creation' }, query: {} });
  return businessDay(on);
}

/** Days of a story that ended today: request to disbursement within two weeks, then months of interest. */
export interface StoryDays {
  readonly start: BusinessDay;
  /** Days after the start. */
  readonly after: (days: number) => BusinessDay;
  readonly today: BusinessDay;
  readonly standard: Standard;
}

const DAYS_BACK = [120, 150, 95];

const DAYS_OF_PROCEDURE = 20;

/** Chooses days on which one national standard holds from the classification to the commune's confirmation. */
export async function chooseDays(stage: Stage): Promise<StoryDays> {
  const today = await businessDayOf(stage);
  for (const back of DAYS_BACK) {
    const start = addDays(today, -back);
    const before = await standardsOn(stage, start);
    const after = await standardsOn(stage, addDays(start, DAYS_OF_PROCEDURE));
    const standard = before.find((one) => after.some((other) => other.standardId === one.standardId));
    if (standard) return { start, after: (days) => addDays(start, days), today, standard };
  }
  throw new Error('No national poverty standard holds long enough for the story');
}

async function standardsOn(stage: Stage, on: string): Promise<readonly Standard[]> {
  const { items } = await stage.doors
    .as('auditor')
    .call(BENEFICIARY_ROUTES.listPovertyStandards, { query: { on } });
  return items.filter(({ scope, rules }) => scope === 'national' && rules.length > 0);
}
