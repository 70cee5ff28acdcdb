import { AREA, PROGRAMME } from '#capital/sheets/domain/sheet-codes.ts';
import { readSheet } from '#capital/sheets/domain/sheet.ts';
import type { Column, ReadLines, RowReader, SheetRow } from '#capital/sheets/domain/sheet.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

interface SheetPlace {
  readonly programmeId: string;
  readonly areaId: string;
}

/** A line of a quota decision as a file has it; amounts in đồng. */
export type QuotaSheetLine =
  | (SheetPlace & { readonly kind: 'allocate' | 'recall'; readonly amount: Vnd })
  | {
      readonly kind: 'move';
      readonly from: SheetPlace;
      readonly to: SheetPlace;
      readonly amount: Vnd;
    };

/** What a place holds now, beside the columns a planner fills in. */
export interface HeldQuota extends SheetPlace {
  readonly quota: bigint;
  readonly available: bigint;
  readonly reserved: bigint;
  readonly lent: bigint;
}

export const QUOTA_COLUMNS = {
  kind: { heading: 'Loại', names: ['kind', 'type'] },
  programmeId: { heading: 'Mã chương trình', names: ['programme', 'programmeId', 'program'] },
  areaId: { heading: 'Mã xã', names: ['area', 'areaId', 'commune', 'communeId', 'Mã địa bàn'] },
  amount: { heading: 'Số tiền', names: ['amount'] },
  toProgrammeId: {
    heading: 'Mã chương trình đến',
    names: ['to programme', 'toProgrammeId'],
    isOptional: true,
  },
  toAreaId: { heading: 'Mã xã đến', names: ['to area', 'toAreaId', 'to commune'], isOptional: true },
} as const satisfies Record<string, Column>;

/** Shown to whoever fills the file in, and not read again. */
const HELD_HEADINGS = ['Chỉ tiêu hiện có', 'Còn khả dụng', 'Đã giữ', 'Đã cho vay'];

const KINDS = new Map<string, QuotaSheetLine['kind']>([
  ['giao', 'allocate'],
  ['phân bổ', 'allocate'],
  ['allocate', 'allocate'],
  ['thu hồi', 'recall'],
  ['recall', 'recall'],
  ['điều chuyển', 'move'],
  ['move', 'move'],
]);

const WORDS = { allocate: 'giao', recall: 'thu hồi', move: 'điều chuyển' } as const;

const ANY = /./s;

const KIND_EXPECTED = {
  vi: 'chỉ ghi: giao, thu hồi, điều chuyển',
  en: 'must be one of: allocate, recall, move',
};

type Row = RowReader<keyof typeof QUOTA_COLUMNS>;

/**
 * A row with neither kind nor amount asks for nothing: so an export, filled in where quota is to change, is read
 * back as it is. Throws `file-columns-missing`, `file-too-long` (422).
 */
export function readQuotaSheet(rows: readonly SheetRow[], most: number): ReadLines<QuotaSheetLine> {
  return readSheet(rows, QUOTA_COLUMNS, most, (row) =>
    row.isEmpty('kind') && row.isEmpty('amount') ? null : lineOf(row),
  );
}

function lineOf(row: Row): QuotaSheetLine | null {
  const word = row.text('kind', ANY, KIND_EXPECTED).normalize('NFC').toLowerCase();
  const kind = KINDS.get(word);
  if (kind === undefined && word !== '') row.refuse('kind', KIND_EXPECTED);
  const place = { programmeId: row.text('programmeId', ...PROGRAMME), areaId: row.text('areaId', ...AREA) };
  const amount = row.amount('amount');
  if (amount === 0n && row.refused.length === 0) {
    row.refuse('amount', { vi: 'phải lớn hơn 0', en: 'must be above zero' });
  }
  if (kind === 'move') {
    const to = {
      programmeId: row.text('toProgrammeId', ...PROGRAMME),
      areaId: row.text('toAreaId', ...AREA),
    };
    return { kind, from: place, to, amount };
  }
  for (const key of ['toProgrammeId', 'toAreaId'] as const) {
    if (!row.isEmpty(key)) {
      row.refuse(key, { vi: 'chỉ ghi cho dòng điều chuyển', en: 'is for lines that move quota' });
    }
  }
  return kind === undefined ? null : { kind, ...place, amount };
}

const HEADINGS = Object.values(QUOTA_COLUMNS).map(({ heading }) => heading);

/** The rows of a file that says these lines. */
export function quotaSheet(lines: readonly QuotaSheetLine[]): string[][] {
  return [
    HEADINGS,
    ...lines.map((line) =>
      line.kind === 'move'
        ? [
            WORDS.move,
            line.from.programmeId,
            line.from.areaId,
            line.amount.toString(),
            line.to.programmeId,
            line.to.areaId,
          ]
        : [WORDS[line.kind], line.programmeId, line.areaId, line.amount.toString(), '', ''],
    ),
  ];
}

/** The rows of a file to fill in: what every place holds now, and nothing asked for. */
export function heldSheet(held: readonly HeldQuota[]): string[][] {
  return [
    [...HEADINGS, ...HELD_HEADINGS],
    ...held.map(({ programmeId, areaId, quota, available, reserved, lent }) => [
      '',
      programmeId,
      areaId,
      '',
      '',
      '',
      ...[quota, available, reserved, lent].map(String),
    ]),
  ];
}
