import type { Page } from '#beneficiary/areas/application/ports.ts';
import { isStandardInForce } from '../domain/poverty-standard.ts';
import type { StandardContent, StandardStore } from './ports.ts';

/** The standards on record, or those in force on a day. */
export async function listPovertyStandards(
  standards: StandardStore,
  on: string | undefined,
  cursor: string | undefined,
): Promise<Page<StandardContent>> {
  const { items, next } = await standards.page(cursor);
  return {
    items: on === undefined ? items : items.filter((standard) => isStandardInForce(standard, on)),
    next,
  };
}
