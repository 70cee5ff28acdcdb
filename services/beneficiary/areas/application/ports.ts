import type * as z from 'zod/mini';
import type { AREA_ROUTES } from '#shared/contracts/beneficiary/areas/routes.ts';
import type { AreaRowSchema } from '#shared/contracts/beneficiary/areas/views.ts';
import type { Page } from '#shared/application/pages.ts';
import type { Revised } from '#shared/contracts/common.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Area, AreaLevel } from '../domain/area.ts';

/** Reference records are kept as they were put. */
export type AreaContent = BodyOf<typeof AREA_ROUTES.putArea>;

export type AreaRow = z.output<typeof AreaRowSchema>;

export interface AreaReader {
  area(areaId: string): Promise<Area | null>;
}

export interface AreaStore extends AreaReader {
  put(content: AreaContent): Promise<Revised>;
  record(areaId: string): Promise<{ readonly revision: number; readonly content: AreaContent } | null>;
  /** One page of a level's units that end on or after the day or not at all, in force or not yet. */
  endingFrom(level: AreaLevel, day: BusinessDay, cursor: string | undefined): Promise<Page<AreaRow>>;
  /** Every unit that ever had the code and ends on or after the day. */
  withCode(level: AreaLevel, code: string, day: BusinessDay): Promise<readonly AreaRow[]>;
}
