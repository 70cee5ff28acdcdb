import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about poverty standards. */
export const STANDARD_ERRORS = defineErrors({
  'standard-unknown': {
    status: 422,
    title: { vi: 'Không có chuẩn nghèo này', en: 'There is no such poverty standard' },
    remedy: { vi: 'Chọn một chuẩn nghèo đã được ghi nhận.', en: 'Choose a standard that is on record.' },
    when: {
      vi: 'standardId không phải chuẩn nghèo nào đã được ghi nhận.',
      en: 'standardId names no recorded poverty standard.',
    },
  },
  'standard-not-in-force': {
    status: 422,
    title: {
      vi: 'Chuẩn nghèo không có hiệu lực vào ngày này',
      en: 'The poverty standard is not in force on that day',
    },
    remedy: {
      vi: 'Chọn chuẩn nghèo có hiệu lực vào ngày phân loại.',
      en: 'Choose the standard in force on the day the classification counts from.',
    },
    when: {
      vi: 'effectiveOn nằm ngoài thời gian hiệu lực của chuẩn nghèo.',
      en: 'effectiveOn lies outside the validity of the standard.',
    },
  },
});
