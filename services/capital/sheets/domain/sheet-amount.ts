import type { Text } from '#shared/domain/text.ts';
import type { Cell } from './cell.ts';

/** Why a cell is refused. */
export type Refusal = Text;

/** The longest amount that may be sent. */
const DIGITS = 16;

/**
 * An amount of whole đồng as a decimal string, or why not. Separators of thousands are understood where they cannot
 * mean anything else: blanks, or the same sign at least twice. "1.500" may be one and a half, so it is refused.
 */
export function readAmount(cell: Cell | null | undefined): string | Refusal {
  switch (cell?.kind) {
    case 'number':
      return ofNumber(cell.value);
    case 'text':
      return ofText(cell.text.replaceAll('\u00A0', ' ').trim());
    case 'formula':
      return { vi: 'là công thức; hãy dán giá trị', en: 'is a formula; paste its value' };
    case 'date':
      return { vi: 'là ngày tháng, không phải số tiền', en: 'is a date, no amount' };
    case 'other':
    case undefined:
      return { vi: 'không phải số tiền', en: 'is no amount' };
  }
}

function ofNumber(value: number): string | Refusal {
  if (value < 0) return NEGATIVE;
  if (!Number.isInteger(value)) return FRACTION;
  if (!Number.isSafeInteger(value)) return TOO_LONG;
  return String(value);
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

const NO_NUMBER: Refusal = {
  vi: 'chỉ ghi chữ số, không ghi đơn vị hay chữ',
  en: 'must be digits only, without unit or words',
};
