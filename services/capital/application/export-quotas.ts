import type { FILE_ROUTES } from '#shared/contracts/capital/file-routes.ts';
import type { ParamsOf, ResponseOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { openingSheet } from '../domain/opening-sheet.ts';
import { heldSheet, quotaSheet } from '../domain/quota-sheet.ts';
import type { FileFormat, SheetFiles } from './file-ports.ts';
import type { CapitalReads, QuotaRow } from './ports.ts';
import { existing } from './preconditions.ts';

type Routes = typeof FILE_ROUTES;

/** Rows of one file, and how many are asked of the store at once. */
const ROWS = 2000;
const PAGE = 500;

/**
 * Quotas of a source as a file to fill in: what each place holds now, and empty columns for what is to change.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function exportQuotas(
  reads: Pick<CapitalReads, 'quotas' | 'source'>,
  files: SheetFiles,
  caller: Caller,
  { sourceId, format, cursor }: { sourceId: string; format: FileFormat; cursor?: string | undefined },
): Promise<ResponseOf<Routes['exportQuotas']>> {
  assertReachProvince(caller);
  existing(await reads.source(sourceId), sourceId);
  const rows: QuotaRow[] = [];
  let next = cursor;
  do {
    const page = await reads.quotas(sourceId, null, {
      cursor: next,
      limit: Math.min(PAGE, ROWS - rows.length),
    });
    rows.push(...page.items);
    next = page.next ?? undefined;
  } while (next !== undefined && rows.length < ROWS);
  const held = rows.map(({ communeId, available, reserved, lent, programmeId }) => ({
    programmeId,
    areaId: communeId,
    quota: available + reserved + lent,
    available,
    reserved,
    lent,
  }));
  const file = await files.write(format, `chi-tieu-${sourceId}`, heldSheet(held));
  return { file, rows: rows.length, next: next ?? null };
}

const EMPTY = {
  'quota-decision': { name: 'mau-quyet-dinh-giao-chi-tieu', rows: quotaSheet([]) },
  'opening-balances': { name: 'mau-so-du-dau-ky', rows: openingSheet([]) },
} as const;

/** An empty file with its headings. */
export function fileTemplate(
  files: SheetFiles,
  { templateId }: ParamsOf<Routes['getFileTemplate']>,
  format: FileFormat,
): Promise<ResponseOf<Routes['getFileTemplate']>> {
  const { name, rows } = EMPTY[templateId];
  return files.write(format, name, rows);
}
