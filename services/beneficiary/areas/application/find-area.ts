import type { AREA_ROUTES } from '#shared/contracts/beneficiary/areas/routes.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { isAreaInForce, levelOf } from '../domain/area.ts';
import type { AreaLevel } from '../domain/area.ts';
import type { AreaRow, AreaStore, Page } from './ports.ts';

export const refuse = errorsOf(COMMON_ERRORS);

type AreaAnswer = ResponseOf<typeof AREA_ROUTES.getArea>;

/** A page of the units of a level in force on a day; a page may be short where units had not begun yet. */
export async function listAreas(
  areas: AreaStore,
  query: { readonly level: AreaLevel; readonly on: string; readonly cursor: string | undefined },
): Promise<Page<AreaRow>> {
  const { items, next } = await areas.endingFrom(query.level, query.on, query.cursor);
  return { items: items.filter((row) => isAreaInForce(row, query.on)), next };
}

/** Throws `not-found`. */
export async function findArea(areas: AreaStore, areaId: string): Promise<AreaAnswer> {
  const found = await areas.record(areaId);
  if (found === null) throw refuse('not-found', { areaId });
  return { ...found.content, level: levelOf(found.content.kind), revision: found.revision };
}

/** The unit a code meant on a day: codes are reused, so the code alone names nothing. Throws `not-found`. */
export async function resolveAreaCode(areas: AreaStore, code: string, on: string): Promise<AreaRow> {
  const level = code.length === 2 ? 'province' : code.length === 3 ? 'district' : 'commune';
  const found = (await areas.withCode(level, code, on)).find((row) => isAreaInForce(row, on));
  if (found === undefined) throw refuse('not-found', { code, on });
  return found;
}
