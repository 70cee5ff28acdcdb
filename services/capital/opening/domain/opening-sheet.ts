import { COMMUNE, PROGRAMME } from '#capital/sheets/domain/sheet-codes.ts';
import { readSheet } from '#capital/sheets/domain/sheet.ts';
import type { Column, ReadLines, SheetRow } from '#capital/sheets/domain/sheet.ts';
import type { OpeningLine } from './opening-balances.ts';

export const OPENING_COLUMNS = {
  programmeId: { heading: 'Mã chương trình', names: ['programme', 'programmeId', 'program'] },
  communeId: { heading: 'Mã xã', names: ['commune', 'communeId'] },
  outstanding: { heading: 'Dư nợ', names: ['outstanding', 'principal outstanding'] },
  available: { heading: 'Chưa cho vay', names: ['available', 'not yet lent'] },
} as const satisfies Record<string, Column>;

/** Throws `file-columns-missing`, `file-too-long` (422). */
export function readOpeningSheet(rows: readonly SheetRow[], most: number): ReadLines<OpeningLine> {
  return readSheet(rows, OPENING_COLUMNS, most, (row) => ({
    programmeId: row.text('programmeId', ...PROGRAMME),
    communeId: row.text('communeId', ...COMMUNE),
    outstanding: row.amount('outstanding', { isOptional: true }),
    available: row.amount('available', { isOptional: true }),
  }));
}

export function openingSheet(lines: readonly OpeningLine[]): string[][] {
  return [
    Object.values(OPENING_COLUMNS).map(({ heading }) => heading),
    ...lines.map((line) => [
      line.programmeId,
      line.communeId,
      line.outstanding.toString(),
      line.available.toString(),
    ]),
  ];
}
