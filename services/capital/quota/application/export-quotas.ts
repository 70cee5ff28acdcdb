import type { BookReads, LeafRow } from '#capital/ledger/application/ports.ts';
import type { FileFormat, SheetFiles } from '#capital/sheets/application/ports.ts';
import { existing } from '#shared/application/preconditions.ts';
import type { QUOTA_FILE_ROUTES } from '#shared/contracts/capital/quota/file-routes.ts';
import type { AnswerOf } from '#shared/contracts/route.ts';
import { assertReachProvince } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { heldSheet } from '../domain/quota-sheet.ts';

type Routes = typeof QUOTA_FILE_ROUTES;

/** Rows of one file, and how many are asked of the store at once. */
const ROWS = 2000;

const PAGE = 500;

/**
 * Quotas of a source as a file to fill in: what each place holds now, and empty columns for what is to change.
 * Throws `area-not-allowed` (403), `not-found` (404).
 */
export async function exportQuotas(
  reads: Pick<BookReads, 'leaves' | 'source'>,
  files: SheetFiles,
  caller: Caller,
  { sourceId, format, cursor }: { sourceId: string; format: FileFormat; cursor?: string | undefined },
): Promise<AnswerOf<Routes['exportQuotas']>> {
  assertReachProvince(caller);
  existing(await reads.source(sourceId), sourceId);
  const rows: LeafRow[] = [];
  let next = cursor;
  do {
    const page = await reads.leaves(sourceId, null, {
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
