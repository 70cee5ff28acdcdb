import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about investors and the sources opened for them. */
export const SOURCE_ERRORS = defineErrors({
  'investor-unknown': {
    status: 422,
    title: { vi: 'Chưa có nhà đầu tư này', en: 'The investor is not known' },
    remedy: {
      vi: 'Ghi nhận nhà đầu tư trước, hoặc kiểm tra lại mã.',
      en: 'Record the investor first, or check its id.',
    },
    when: {
      vi: 'Mở nguồn vốn cho nhà đầu tư chưa được ghi nhận.',
      en: 'A source is opened for an investor that was never recorded.',
    },
  },
  'investor-not-in-force': {
    status: 422,
    title: {
      vi: 'Nhà đầu tư không còn hiệu lực vào ngày này',
      en: 'The investor is not in force on that day',
    },
    remedy: {
      vi: 'Chọn ngày trong thời gian hiệu lực, hoặc nhà đầu tư kế thừa (từ 01/07/2025 cấp huyện không còn ủy thác).',
      en: 'Choose a day within its validity, or the successor (districts entrust no capital since 2025-07-01).',
    },
    when: {
      vi: 'Ngày hiệu lực nằm ngoài thời gian hiệu lực của nhà đầu tư.',
      en: 'The effective day lies outside the validity of the investor.',
    },
  },
  'capital-kind-not-of-investor': {
    status: 422,
    title: {
      vi: 'Loại nguồn vốn không phù hợp nhà đầu tư',
      en: 'The kind of capital does not fit the investor',
    },
    remedy: {
      vi: 'Vốn trung ương do trung ương cấp; vốn huy động của người gửi hoặc tổ chức; vốn ủy thác của ngân sách địa phương hoặc tổ chức.',
      en: 'Central capital comes from the centre, mobilised capital from depositors or organisations, entrusted capital from a local budget or an organisation.',
    },
    when: {
      vi: 'Mở nguồn vốn thuộc loại mà nhà đầu tư loại này không cấp.',
      en: 'A source is opened with a kind that investors of this kind do not provide.',
    },
  },
  'validity-reversed': {
    status: 422,
    title: { vi: 'Hiệu lực kết thúc trước khi bắt đầu', en: 'The validity ends before it begins' },
    remedy: {
      vi: 'Sửa ngày bắt đầu hoặc ngày kết thúc hiệu lực.',
      en: 'Correct the first or the last day of the validity.',
    },
    when: {
      vi: 'Bản ghi có validTo trước validFrom.',
      en: 'A record is given a validTo that is before its validFrom.',
    },
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
    when: {
      vi: 'Nhà đầu tư được gán mã nguồn của loại vốn khác.',
      en: 'An investor is given the source code of the other kind of capital.',
    },
  },
});
