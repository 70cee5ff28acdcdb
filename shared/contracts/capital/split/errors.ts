import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about the monthly split of interest. */
export const SPLIT_ERRORS = defineErrors({
  'month-not-over': {
    status: 422,
    title: { vi: 'Tháng chưa kết thúc', en: 'The month is not over' },
    remedy: {
      vi: 'Chỉ phân chia lãi của tháng đã qua, hạch toán từ ngày đầu tháng sau trở đi.',
      en: 'Split only months that are over, counting from the first day after them.',
    },
    when: {
      vi: 'Phân chia lãi của tháng khi tháng chưa hết, hoặc hạch toán vào một ngày trong chính tháng đó.',
      en: 'The interest of a month is to be split before its end, or on one of its own days.',
    },
  },
  'split-terms-missing': {
    status: 422,
    title: { vi: 'Hợp đồng chưa có điều khoản phân chia lãi', en: 'The contract lacks terms of the split' },
    remedy: {
      vi: 'Bổ sung tỷ lệ dự phòng rủi ro và tỷ lệ phí quản lý có hiệu lực cho mọi ngày của tháng.',
      en: 'Amend the contract with a risk-provision rate and a management-fee rate for every day of the month.',
    },
    when: {
      vi: 'Có ngày trong tháng mà hợp đồng không có tỷ lệ dự phòng rủi ro hoặc tỷ lệ phí quản lý; "on" nêu ngày đó.',
      en: 'On some day of the month the contract has no risk-provision rate or no management-fee rate; "on" says which day.',
    },
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
    when: {
      vi: 'Số liệu đến muộn làm giảm phần bổ sung nguồn vốn hoặc dự phòng đã sử dụng; "missing" nêu số còn thiếu.',
      en: 'Late facts lower a supplement or provision that was used meanwhile; "missing" says by how much.',
    },
  },
});
