/**
 * A loan remembers its last repayments by short marks of their ids, so that one entered twice – under another
 * idempotency key, or by another officer – is refused where it happens: within days, at the transaction point.
 * Marks instead of ids keep the loan's item under 1 KB; two different ids share a mark once in 10¹⁰.
 */
const REMEMBERED = 16;

const MARK_LENGTH = 7;

const DIGITS = 36;

export const NO_MARKS = '';

export function isMarked(marks: string, repaymentId: string): boolean {
  const mark = markOf(repaymentId);
  for (let at = 0; at < marks.length; at += MARK_LENGTH) {
    if (marks.startsWith(mark, at)) return true;
  }
  return false;
}

/** The newest last; the oldest is forgotten. */
export function withMark(marks: string, repaymentId: string): string {
  return `${marks}${markOf(repaymentId)}`.slice(-REMEMBERED * MARK_LENGTH);
}

/** FNV-1a, 64 bits, folded to seven digits of base 36. */
function markOf(repaymentId: string): string {
  let value = 0xcbf29ce484222325n;
  for (let at = 0; at < repaymentId.length; at += 1) {
    value = BigInt.asUintN(64, (value ^ BigInt(repaymentId.charCodeAt(at))) * 0x100000001b3n);
  }
  return (value % BigInt(DIGITS) ** BigInt(MARK_LENGTH)).toString(DIGITS).padStart(MARK_LENGTH, '0');
}
