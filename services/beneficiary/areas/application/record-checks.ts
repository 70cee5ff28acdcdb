import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';

const refuse = errorsOf(COMMON_ERRORS);

const OTHER_ID = { vi: 'Khác với mã trên đường dẫn', en: 'Differs from the id in the path' };

export const OTHER_CODE = { vi: 'Khác với mã trong areaId', en: 'Differs from the code in areaId' };

const BACKWARDS = { vi: 'Kết thúc trước khi bắt đầu', en: 'Ends before it begins' };

const OVERLAP = {
  vi: 'Chồng lên giai đoạn khác: mỗi ngày chỉ có một phiên bản hiệu lực',
  en: 'Overlaps another period: one version is in force on a day',
};

export function assertAll(fields: readonly FieldError[]): void {
  if (fields.length > 0) throw refuse('input-malformed', {}, fields);
}

export function sameAsPath(inPath: string, inBody: string, pointer: string): FieldError[] {
  return inPath === inBody ? [] : [{ pointer, detail: OTHER_ID }];
}

export function endsBeforeItBegins(from: string | null, to: string | null, pointer: string): FieldError[] {
  return from !== null && to !== null && to < from ? [{ pointer, detail: BACKWARDS }] : [];
}

export function overlaps(
  periods: readonly { readonly from: string; readonly to: string | null }[],
): FieldError[] {
  return periods.flatMap(({ from }, index) => {
    const inside = periods.some(
      (other, at) => at !== index && other.from <= from && (other.to === null || from <= other.to),
    );
    return inside ? [{ pointer: `/versions/${index}/from`, detail: OVERLAP }] : [];
  });
}
