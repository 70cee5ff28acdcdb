import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about quota decisions. */
export const QUOTA_ERRORS = defineErrors({
  'quota-decision-refused': {
    status: 422,
    title: {
      vi: 'Quyết định giao chỉ tiêu có dòng vượt giới hạn',
      en: 'The quota decision goes beyond what there is',
    },
    remedy: {
      vi: 'Sửa từng dòng được nêu trong "errors" rồi gửi lại, hoặc chấp nhận chỉ các dòng hợp lệ (acceptPartial); chưa có gì được ghi.',
      en: 'Correct every line named in "errors" and send again, or accept only the good lines (acceptPartial); nothing was recorded.',
    },
    when: {
      vi: 'Có dòng thu hồi quá số khả dụng, giao quá số vốn chưa cho vay của nguồn, lặp dòng khác hoặc nêu một nơi hai lần; hoặc ngày trước quyết định hay trước bút toán gần nhất của nguồn vốn. Mọi giới hạn như vậy đều được nêu.',
      en: 'A line recalls more than is available, allocates beyond what the source holds unlent, repeats another line or names one place twice; or the day is before the decision or before the last entry of the source. Every such limit is named.',
    },
  },
  'quota-decision-does-not-meet': {
    status: 422,
    title: {
      vi: 'Quyết định này không đáp ứng được đề nghị',
      en: 'That decision does not meet the request',
    },
    remedy: {
      vi: 'Nêu quyết định giao chỉ tiêu cho xã đề nghị, đang chờ duyệt hoặc đã duyệt; "facts" cho biết trạng thái và các địa bàn của quyết định đã nêu.',
      en: 'Name a quota decision for the commune that asked, pending or approved; "facts" tells status and areas of the one that was named.',
    },
    when: {
      vi: 'Quyết định được nêu cho một đề nghị đã bị trả lại, rút hoặc hoàn lại, hoặc không có dòng nào của xã đó.',
      en: 'The decision named for a request was rejected, withdrawn or undone, or has no line of the commune.',
    },
  },
  'capital-available-exceeded': {
    status: 422,
    title: { vi: 'Vượt số chỉ tiêu còn khả dụng', en: 'More than the leaf has available' },
    remedy: {
      vi: 'Phần đã giữ hoặc đã cho vay không đảo được; chờ thu hồi hoặc hủy giữ vốn trước.',
      en: 'What is reserved or lent cannot be taken back: release it or await its return first.',
    },
    when: {
      vi: 'Đảo lần giao chỉ tiêu mà một phần đã giữ hoặc đã cho vay; "missing" nêu số còn thiếu.',
      en: 'An allocation is to be reversed of which part is reserved or lent; "missing" says how much.',
    },
  },
});
