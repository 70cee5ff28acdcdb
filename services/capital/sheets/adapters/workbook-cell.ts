import { unreadable } from '#shared/runtime/upload.ts';
import type { Cell } from '../domain/cell.ts';
import { PLAIN } from './workbook-styles.ts';
import type { CellStyle } from './workbook-styles.ts';
import { unescaped } from './workbook-text.ts';
import type { WrittenText } from './workbook-text.ts';

/** A cell as the sheet writes it. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  value: string;
  /** null: there is none. */
  formula: string | null;
}

/** What cells refer to. */
export interface CellSurroundings {
  readonly texts: readonly WrittenText[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

/** What a cell holds, by its type; null when it is empty. Throws `file-unreadable` (422). */
export function cellOf(
  raw: RawCell,
  inline: WrittenText,
  { texts, styles, from1904 }: CellSurroundings,
): Cell | null {
  const { type, value, formula } = raw;
  const style = styles[raw.style] ?? PLAIN;
  if (formula !== null) return { kind: 'formula', content: `=${formula}` };
  switch (type) {
    case 's':
      return value === '' ? null : textCell(sharedText(texts, value), style);
    case 'inlineStr':
      return textCell(inline, style);
    case 'str':
      return textCell({ text: unescaped(value), isStruck: false }, style);
    case 'n':
      return value.trim() === '' ? null : numberCell(value.trim(), style, from1904);
    case 'b':
      return { kind: 'boolean', content: value === '1' ? 'TRUE' : 'FALSE' };
    case 'd':
      return { kind: 'date', content: value };
    case 'e':
      return { kind: 'error', content: value };
    default:
      return { kind: 'unknown', content: value };
  }
}

function sharedText(texts: readonly WrittenText[], index: string): WrittenText {
  const text = /^\d+$/.test(index.trim()) ? texts[Number(index)] : undefined;
  if (text === undefined) throw unreadable(NO_TEXT);
  return text;
}

function textCell({ text, isStruck }: WrittenText, style: CellStyle): Cell | null {
  if (text === '') return null;
  return { kind: isStruck || style.isStruck ? 'struck' : 'text', content: text };
}

function numberCell(value: string, style: CellStyle, from1904: boolean): Cell {
  if (style.isStruck) return { kind: 'struck', content: value };
  if (style.shown === 'plain') return { kind: 'number', content: value };
  return { kind: style.shown, content: style.shown === 'date' ? dayOf(value, from1904) : value };
}

const DAY_MS = 86_400_000;
/** 1 January 1970 as spreadsheets count days, since the end of 1899 or since the beginning of 1904. */
const EPOCH = { since1900: 25_569, since1904: 24_107 };

/** The day a number stands for, so that whoever is refused knows what is meant. */
function dayOf(serial: string, from1904: boolean): string {
  const days = Math.floor(Number(serial)) - (from1904 ? EPOCH.since1904 : EPOCH.since1900);
  const date = new Date(days * DAY_MS);
  return Number.isNaN(date.getTime()) ? serial : date.toISOString().slice(0, 10);
}

const NO_TEXT = {
  vi: 'Một ô của trang tính trỏ tới chữ không có trong tệp',
  en: 'A cell of the sheet names a text that the file does not have',
};
