import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about funds as a whole: investors, receipts, withdrawals, hand-overs, plans and closed years. */
export const FUND_ERRORS = defineErrors({
  'effective-day-before-opening': {
    status: 422,
    title: {
      vi: 'Ngày hiệu lực trước ngày mở nguồn vốn',
      en: 'The effective day is before the source was opened',
    },
    remedy: {
      vi: 'Chọn ngày từ khi mở nguồn vốn trở đi.',
      en: 'Choose a day from the opening of the source on.',
    },
    when: 'Money is received, or a fund handed over, on a day on which the source was not open yet.',
  },
  'validity-reversed': {
    status: 422,
    title: { vi: 'Hiệu lực kết thúc trước khi bắt đầu', en: 'The validity ends before it begins' },
    remedy: {
      vi: 'Sửa ngày bắt đầu hoặc ngày kết thúc hiệu lực.',
      en: 'Correct the first or the last day of the validity.',
    },
    when: 'A record is given a validTo that is before its validFrom.',
  },
  'capital-code-not-of-investor': {
    status: 422,
    title: {
      vi: 'Mã nguồn vốn không phù hợp nhà đầu tư',
      en: 'The capital source code does not fit the investor',
    },
    remedy: {
      vi: 'Trung ương là mã 1; ngân sách tỉnh và cấp huyện trước đây là mã 2; nếu chưa rõ thì để trống.',
      en: 'The centre is 1, the province and the former districts are 2; leave it out when it is not known.',
    },
    when: 'An investor is given the source code of the other kind of capital.',
  },
});
