import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals of every area of lending. */
export const LENDING_ERRORS = defineErrors({
  'effective-day-before-last-act': {
    status: 422,
    title: { vi: 'Ngày hiệu lực trước việc gần nhất', en: 'The effective day is before the last act' },
    remedy: { vi: 'Chọn ngày không trước việc gần nhất.', en: 'Choose a day not before the last act.' },
    when: {
      vi: 'effectiveOn trước ngày của việc gần nhất trên cùng hồ sơ.',
      en: 'effectiveOn is before the day of the last act on the same thing.',
    },
  },
});
