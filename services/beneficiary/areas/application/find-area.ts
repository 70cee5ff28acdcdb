import type { Page } from '#shared/application/pages.ts';
import { existing } from '#shared/application/preconditions.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { isAreaInForce, levelOf } from '../domain/area.ts';
import type { AreaLevel } from '../domain/area.ts';
import type { AreaRow, AreaStore } from './ports.ts';

const refuse = errorsOf(COMMON_ERRORS);

/** A page of the units of a level in force on a day; a page may be short where units had not begun yet. */
export async function listAreas(
  areas: AreaStore,
  query: { readonly level: AreaLevel; readonly on: BusinessDay; readonly cursor: string | undefined },
): Promise<Page<AreaRow>> {
  const { items, next } = await areas.endingFrom(query.level, query.on, query.cursor);
  return { items: items.filter((row) => isAreaInForce(row, query.on)), next };
}

/** Throws `not-found`. */
export async function findArea(areas: AreaStore, areaId: string) {
  const { content, revision } = existing(await areas.record(areaId), areaId);
  return { ...content, level: levelOf(content.kind), revision };
}

/** The unit a code meant on a day: codes are reused, so the code alone names nothing. Throws `not-found`. */
export async function resolveAreaCode(areas: AreaStore, code: string, on: BusinessDay): Promise<AreaRow> {
  const level = code.length === 2 ? 'province' : code.length === 3 ? 'district' : 'commune';
  const found = (await areas.withCode(level, code, on)).find((row) => isAreaInForce(row, on));
  if (found === undefined) throw refuse('not-found', { code, on });
  return found;
}
