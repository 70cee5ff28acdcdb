import { asWritten } from '#shared/domain/text.ts';
import type { Text } from '#shared/domain/text.ts';
import type { Cell } from './cell.ts';

/** Why a cell is refused. */
export type Refusal = Text;

/** The longest amount that may be sent. */
const DIGITS = 16;
/** Spreadsheets keep no more digits of a number and put zeros in place of the rest. */
const DIGITS_OF_NUMBER = 15;

/**
 * An amount of whole đồng as a decimal string, or why not. A number is read from its digits, exactly. In a text,
 * separators of thousands are understood where they cannot mean anything else: blanks, or the same sign at least
 * twice. "1.500" may be one and a half, so it is refused. Nothing else is an amount.
 */
export function readAmount(cell: Cell): string | Refusal {
  if (cell.kind === 'number') return ofNumber(cell.content);
  if (cell.kind === 'text') return ofText(asWritten(cell.content));
  return NOT_PLAIN[cell.kind];
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** 5E7 and 50000000.0 are written so by some programs and are whole; nothing is rounded. */
function ofNumber(content: string): string | Refusal {
  const [, sign = '', whole, fraction = '', exponent = '0'] = NUMBER.exec(content) ?? [];
  if (whole === undefined) return NO_NUMBER;
  const digits = `${whole}${fraction}`;
  const point = whole.length + Number(exponent);
  if (/[1-9]/.test(digits.slice(Math.max(point, 0)))) return FRACTION;
  const amount = digits.slice(0, Math.max(point, 0)).padEnd(point, '0').replace(/^0+/, '');
  if (amount === '') return '0';
  if (sign === '-') return NEGATIVE;
  return amount.length > DIGITS_OF_NUMBER ? TOO_LONG_FOR_NUMBER : amount;
}

function ofText(text: string): string | Refusal {
  if (/^[-−(]/.test(text)) return NEGATIVE;
  const digits = withoutSeparators(text);
  if (digits === null) return /^\d{1,3}[.,]\d{3}$/.test(text) ? AMBIGUOUS : notWhole(text);
  if (digits.length > 1 && digits.startsWith('0')) return LEADING_ZERO;
  return digits.length > DIGITS ? TOO_LONG : digits;
}

function withoutSeparators(text: string): string | null {
  if (/^\d+$/.test(text)) return text;
  if (/^\d{1,3}( \d{3})+$/.test(text)) return text.replaceAll(' ', '');
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '');
  if (/^\d{1,3}(,\d{3}){2,}$/.test(text)) return text.replaceAll(',', '');
  return null;
}

function notWhole(text: string): Refusal {
  return /^[\d.,\s]+$/.test(text) ? FRACTION : NO_NUMBER;
}

/** Why a cell that is neither number nor text is not taken, wherever something is read. */
export const NOT_PLAIN: Readonly<Record<Exclude<Cell['kind'], 'number' | 'text'>, Refusal>> = {
  date: { vi: 'là ngày tháng', en: 'is a date' },
  boolean: { vi: 'là giá trị đúng/sai', en: 'is true or false' },
  error: { vi: 'là lỗi của bảng tính', en: 'is an error of the spreadsheet' },
  formula: { vi: 'là công thức; hãy dán giá trị', en: 'is a formula; paste its value' },
  unit: {
    vi: 'được định dạng theo đơn vị khác đồng; hãy ghi số đồng với định dạng số thường',
    en: 'is shown in another unit than đồng; write đồng in a plain number format',
  },
  merged: { vi: 'nằm trong ô gộp; hãy tách ô', en: 'is part of merged cells; split them' },
  hidden: {
    vi: 'nằm ở dòng hoặc cột bị ẩn; hãy hiện hoặc xóa',
    en: 'is in a hidden row or column; show or delete it',
  },
  struck: { vi: 'bị gạch ngang; hãy bỏ gạch hoặc xóa', en: 'is crossed out; take the line off or delete it' },
  unknown: { vi: 'không đọc được', en: 'cannot be read' },
};

const NEGATIVE: Refusal = { vi: 'số tiền âm', en: 'is below zero' };

const FRACTION: Refusal = {
  vi: 'phải là số đồng nguyên, không có phần lẻ',
  en: 'must be whole đồng without a fraction',
};

const AMBIGUOUS: Refusal = {
  vi: 'không rõ dấu chấm hay dấu phẩy ngăn hàng nghìn hay phần lẻ; hãy ghi số liền không dấu',
  en: 'has a sign that may separate thousands or a fraction; write the digits without it',
};

const LEADING_ZERO: Refusal = { vi: 'bắt đầu bằng số 0', en: 'begins with a zero' };

const TOO_LONG: Refusal = {
  vi: `số quá lớn, tối đa ${DIGITS} chữ số và không bị làm tròn`,
  en: `is too large: at most ${DIGITS} digits, and never rounded`,
};
const TOO_LONG_FOR_NUMBER: Refusal = {
  vi: `số quá lớn: bảng tính chỉ giữ đúng ${DIGITS_OF_NUMBER} chữ số; hãy ghi dạng văn bản`,
  en: `is too large: a spreadsheet keeps ${DIGITS_OF_NUMBER} digits of a number; write it as text`,
};
const NO_NUMBER: Refusal = {
  vi: 'chỉ ghi chữ số, không ghi đơn vị hay chữ',
  en: 'must be digits only, without unit or words',
};
