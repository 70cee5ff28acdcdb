import type * as z from 'zod/mini';
import type { FieldError } from '#shared/domain/errors.ts';
import type { Text } from '#shared/domain/text.ts';

/** Every issue a schema found, as a field with a JSON pointer and a sentence in both languages. */
export function fieldErrors(root: string, issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const base = `${root}${issue.path.map((part) => `/${escapePointer(String(part))}`).join('')}`;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: `${base}/${escapePointer(key)}`, detail: UNKNOWN_FIELD }));
    }
    return [{ pointer: base, detail: explain(issue) }];
  });
}

function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

const UNKNOWN_FIELD: Text = {
  vi: 'Trường không có trong đặc tả',
  en: 'The field is not part of the contract',
};

function explain(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return {
        vi: `Thiếu hoặc sai kiểu; cần ${issue.expected}`,
        en: `Missing or of the wrong type; ${issue.expected} expected`,
      };
    case 'invalid_value':
      return {
        vi: `Chỉ nhận: ${issue.values.map(String).join(', ')}`,
        en: `Must be one of: ${issue.values.map(String).join(', ')}`,
      };
    case 'invalid_format':
      return { vi: 'Sai định dạng', en: `Wrong format (${issue.format})` };
    case 'too_small':
      return { vi: `Tối thiểu ${issue.minimum}`, en: `At least ${issue.minimum}` };
    case 'too_big':
      return { vi: `Tối đa ${issue.maximum}`, en: `At most ${issue.maximum}` };
    case 'custom':
      return saidBy(issue) ?? INVALID;
    default:
      return INVALID;
  }
}

const INVALID: Text = { vi: 'Giá trị không hợp lệ', en: 'The value is not valid' };

/** What a rule of a contract says of what breaks it. */
function saidBy({ params }: z.core.$ZodIssueCustom): Text | null {
  const { vi, en } = params ?? {};
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : null;
}
