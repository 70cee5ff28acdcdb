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
      vi: 'Nêu quyết định giao cho xã, đúng chương trình, ít nhất số tiền chấp nhận, đang chờ duyệt hoặc đã duyệt; "facts" cho biết trạng thái và số quyết định đã nêu thực giao.',
      en: 'Name a decision, pending or approved, that gives the commune at least what is granted in the programme; "facts" tells its status and what it gives.',
    },
    when: {
      vi: 'Quyết định được nêu cho một đề nghị đã bị trả lại, rút hoặc hoàn lại, hoặc giao cho xã ở chương trình đó ít hơn số chấp nhận.',
      en: 'The decision named for a request was rejected, withdrawn or undone, or gives the commune less in the programme than is granted.',
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
