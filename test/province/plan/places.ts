import type { AreaRecord } from '#shared/reference/reference-data.ts';

/** A commune of the fictional province: the real unit, with what the plan needs to know of it. */
export interface Place {
  readonly communeId: string;
  readonly code: string;
  readonly nameVi: string;
  readonly urban: boolean;
  /** Mountainous, border or island: where the province lends from its own area programme. */
  readonly remote: boolean;
  readonly island: boolean;
  /** Codes of the former districts its parts came from. */
  readonly formerDistricts: readonly string[];
}

/** The communes in force on a day, in the order of their codes. */
export function placesOn(areas: readonly AreaRecord[], day: string): readonly Place[] {
  const parents = new Map(areas.map((area) => [area.areaId, area.parentId]));
  return areas
    .filter((area) => area.code.length === 5 && (area.validFrom ?? '') <= day && area.validTo === null)
    .filter((area) => area.validFrom !== null)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((area) => ({
      communeId: area.areaId,
      code: area.code,
      nameVi: area.nameVi,
      urban: area.urbanRural === 'urban',
      remote: ['mountainous', 'land-border', 'island'].some((name) => isFlagged(area, name)),
      island: isFlagged(area, 'island'),
      formerDistricts: area.formedFrom.map((origin) => (parents.get(origin.areaId) ?? '').slice(0, 3)),
    }));
}

function isFlagged(area: AreaRecord, name: string): boolean {
  return area.flags.some((flag) => flag.flag === name && flag.value === true);
}
