import type { AREA_ROUTES } from '#shared/contracts/beneficiary/areas/routes.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import type { Area, AreaKind, AreaLevel, UrbanRural } from '../domain/area.ts';

export interface Accepted {
  readonly id: string;
  readonly version: number;
}

export interface Revised {
  readonly id: string;
  readonly revision: number;
  readonly unchanged: boolean;
}

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** Reference records are kept as they were put. */
export type AreaContent = BodyOf<typeof AREA_ROUTES.putArea>;

export interface AreaRow {
  readonly areaId: string;
  readonly code: string;
  readonly nameVi: string;
  readonly kind: AreaKind;
  readonly parentId: string | null;
  readonly urbanRural: UrbanRural | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface AreaReader {
  area(areaId: string): Promise<Area | null>;
}

export interface AreaStore extends AreaReader {
  put(content: AreaContent): Promise<Revised>;
  record(areaId: string): Promise<{ readonly revision: number; readonly content: AreaContent } | null>;
  /** One page of a level's units that end on or after the day or not at all, in force or not yet. */
  endingFrom(level: AreaLevel, day: string, cursor: string | undefined): Promise<Page<AreaRow>>;
  /** Every unit that ever had the code and ends on or after the day. */
  withCode(level: AreaLevel, code: string, day: string): Promise<readonly AreaRow[]>;
}
