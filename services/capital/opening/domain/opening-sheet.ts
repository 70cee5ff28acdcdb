import { COMMUNE, PROGRAMME } from '#capital/sheets/domain/sheet-codes.ts';
import { readSheet } from '#capital/sheets/domain/sheet.ts';
import type { Column, ReadLines, SheetRow } from '#capital/sheets/domain/sheet.ts';

/** A line of opening balances as a file has it; amounts are decimal strings of đồng. */
export interface OpeningSheetLine {
  readonly programmeId: string;
  readonly communeId: string;
  readonly outstanding: string;
  readonly available: string;
}

export const OPENING_COLUMNS = {
  programmeId: { heading: 'Mã chương trình', names: ['programme', 'programmeId', 'program'] },
  communeId: { heading: 'Mã xã', names: ['commune', 'communeId'] },
  outstanding: { heading: 'Dư nợ', names: ['outstanding', 'principal outstanding'] },
  available: { heading: 'Chưa cho vay', names: ['available', 'not yet lent'] },
} as const satisfies Record<string, Column>;

/** Throws `file-columns-missing`, `file-too-long` (422). */
export function readOpeningSheet(rows: readonly SheetRow[], most: number): ReadLines<OpeningSheetLine> {
  return readSheet(rows, OPENING_COLUMNS, most, (row) => ({
    programmeId: row.text('programmeId', ...PROGRAMME),
    communeId: row.text('communeId', ...COMMUNE),
    outstanding: row.amount('outstanding', { isOptional: true }),
    available: row.amount('available', { isOptional: true }),
  }));
}

export function openingSheet(lines: readonly OpeningSheetLine[]): string[][] {
  return [
    Object.values(OPENING_COLUMNS).map(({ heading }) => heading),
    ...lines.map((line) => [line.programmeId, line.communeId, line.outstanding, line.available]),
  ];
}
