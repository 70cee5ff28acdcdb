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
    when: 'Two parameters, or two targets, of the same name hold on the same day.',
  },
  'contract-term-dates-refused': {
    status: 422,
    title: { vi: 'Điều khoản kết thúc trước khi bắt đầu', en: 'A term ends before it begins' },
    remedy: { vi: 'Kiểm tra lại từ ngày và đến ngày.', en: 'Check its first and last day.' },
    when: 'The last day of a parameter or target is before its first.',
  },
  'contract-change-pending': {
    status: 409,
    title: { vi: 'Hợp đồng đang có thay đổi chờ duyệt', en: 'A change of the contract is pending' },
    remedy: {
      vi: 'Chờ người có thẩm quyền quyết định, hoặc người đề xuất rút lại đề xuất đang chờ.',
      en: 'Await the decision on it, or let its maker withdraw it.',
    },
    when: 'A second change is proposed while one awaits its decision.',
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
    when: 'A proposed change alters terms of days before effectiveOn, or counts before the contract itself.',
  },
  'contract-change-empty': {
    status: 422,
    title: { vi: 'Đề xuất không thay đổi gì', en: 'The proposal changes nothing' },
    remedy: {
      vi: 'So với phiên bản đang có hiệu lực rồi ghi điều khoản mới.',
      en: 'Compare with the newest version and state the new terms.',
    },
    when: 'The proposed terms are those of the newest version.',
  },
});

/** Refusals about the monthly split of interest. */
export const SPLIT_ERRORS = defineErrors({
  'month-not-over': {
    status: 422,
    title: { vi: 'Tháng chưa kết thúc', en: 'The month is not over' },
    remedy: {
      vi: 'Chỉ phân chia lãi của tháng đã qua, hạch toán từ ngày đầu tháng sau trở đi.',
      en: 'Split only months that are over, counting from the first day after them.',
    },
    when: 'The interest of a month is to be split before its end, or on one of its own days.',
  },
  'split-terms-missing': {
    status: 422,
    title: { vi: 'Hợp đồng chưa có điều khoản phân chia lãi', en: 'The contract lacks terms of the split' },
    remedy: {
      vi: 'Bổ sung tỷ lệ dự phòng rủi ro và tỷ lệ phí quản lý có hiệu lực cho mọi ngày của tháng.',
      en: 'Amend the contract with a risk-provision rate and a management-fee rate for every day of the month.',
    },
    when: 'On some day of the month the contract has no risk-provision rate or no management-fee rate; "on" says which day.',
  },
  'split-money-spent': {
    status: 422,
    title: {
      vi: 'Số phải thu hồi khi phân chia lại không còn trong quỹ',
      en: 'What the new split takes back is no longer there',
    },
    remedy: {
      vi: 'Thu hồi chỉ tiêu chưa dùng hoặc nhận thêm vốn rồi phân chia lại.',
      en: 'Recall unused quota or receive capital first, then split again.',
    },
    when: 'Late facts lower a supplement or provision that was used meanwhile; "missing" says by how much.',
  },
});
