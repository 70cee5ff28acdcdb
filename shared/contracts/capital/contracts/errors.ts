import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about entrustment contracts and their changes. */
export const CONTRACT_ERRORS = defineErrors({
  'contract-terms-overlap': {
    status: 422,
    title: {
      vi: 'Hai giá trị của cùng một điều khoản trùng thời gian',
      en: 'Two values of one term overlap in time',
    },
    remedy: {
      vi: 'Đặt ngày kết thúc của giá trị cũ trước ngày bắt đầu của giá trị mới.',
      en: 'Let the older value end on the day before the newer begins.',
    },
    when: {
      vi: 'Hai tham số, hoặc hai mục tiêu, cùng tên có hiệu lực trong cùng một ngày.',
      en: 'Two parameters, or two targets, of the same name hold on the same day.',
    },
  },
  'contract-term-dates-refused': {
    status: 422,
    title: { vi: 'Điều khoản kết thúc trước khi bắt đầu', en: 'A term ends before it begins' },
    remedy: { vi: 'Kiểm tra lại từ ngày và đến ngày.', en: 'Check its first and last day.' },
    when: {
      vi: 'Ngày cuối của tham số hoặc mục tiêu trước ngày đầu.',
      en: 'The last day of a parameter or target is before its first.',
    },
  },
  'contract-change-pending': {
    status: 409,
    title: { vi: 'Hợp đồng đang có thay đổi chờ duyệt', en: 'A change of the contract is pending' },
    remedy: {
      vi: 'Chờ người có thẩm quyền quyết định, hoặc người đề xuất rút lại đề xuất đang chờ.',
      en: 'Await the decision on it, or let its maker withdraw it.',
    },
    when: {
      vi: 'Đề xuất thay đổi thứ hai khi còn một thay đổi chờ quyết định.',
      en: 'A second change is proposed while one awaits its decision.',
    },
  },
  'contract-change-reaches-back': {
    status: 422,
    title: {
      vi: 'Thay đổi chạm tới những ngày trước ngày hiệu lực của nó',
      en: 'The change touches days before its own first day',
    },
    remedy: {
      vi: 'Giữ nguyên điều khoản của những ngày trước, hoặc chọn ngày hiệu lực sớm hơn (không trước ngày hợp đồng có hiệu lực).',
      en: 'Leave the terms of earlier days as they are, or choose an earlier effective day (not before the contract’s own).',
    },
    when: {
      vi: 'Thay đổi sửa điều khoản của những ngày trước effectiveOn, hoặc tính từ trước ngày hợp đồng có hiệu lực.',
      en: 'A proposed change alters terms of days before effectiveOn, or counts before the contract itself.',
    },
  },
  'contract-change-empty': {
    status: 422,
    title: { vi: 'Đề xuất không thay đổi gì', en: 'The proposal changes nothing' },
    remedy: {
      vi: 'So với phiên bản đang có hiệu lực rồi ghi điều khoản mới.',
      en: 'Compare with the newest version and state the new terms.',
    },
    when: {
      vi: 'Điều khoản đề xuất giống hệt phiên bản mới nhất.',
      en: 'The proposed terms are those of the newest version.',
    },
  },
});
