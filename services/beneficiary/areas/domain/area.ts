import { isWithin } from '#shared/domain/business-day.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';

export type AreaLevel = 'province' | 'district' | 'commune';

export type AreaKind =
  'province' | 'city' | 'town' | 'district' | 'commune' | 'ward' | 'township' | 'special-zone';

export type UrbanRural = 'urban' | 'rural';

/** What rules need to know of an administrative unit. */
export interface Area {
  readonly areaId: string;
  readonly kind: AreaKind;
  readonly urbanRural: UrbanRural | null;
  /** null: the start is not known. */
  readonly validFrom: BusinessDay | null;
  /** Last day of validity; null: in force. */
  readonly validTo: BusinessDay | null;
}

const LEVELS: Readonly<Record<AreaKind, AreaLevel>> = {
  province: 'province',
  city: 'district',
  town: 'district',
  district: 'district',
  commune: 'commune',
  ward: 'commune',
  township: 'commune',
  'special-zone': 'commune',
};

export function levelOf(kind: AreaKind): AreaLevel {
  return LEVELS[kind];
}

export function isAreaInForce(area: Pick<Area, 'validFrom' | 'validTo'>, day: BusinessDay): boolean {
  return isWithin(day, area.validFrom, area.validTo);
}

/** Can households be registered there on the day? Only communes, wards and special zones hold households. */
export function holdsHouseholds(area: Area | null, day: BusinessDay): boolean {
  return area !== null && levelOf(area.kind) === 'commune' && isAreaInForce(area, day);
}

/** As recorded, or by the kind of unit where it is not: wards and townships are urban. */
export function urbanRuralOf({ urbanRural, kind }: Pick<Area, 'urbanRural' | 'kind'>): UrbanRural {
  return urbanRural ?? (kind === 'ward' || kind === 'township' ? 'urban' : 'rural');
}
