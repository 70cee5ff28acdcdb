import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about requests for a loan and the lists 03/TD. */
export const REQUEST_ERRORS = defineErrors({
  'list-already-confirmed': {
    status: 409,
    title: { vi: 'Danh sách đã được xác nhận', en: 'The list is already confirmed' },
    remedy: { vi: 'Lập danh sách mới cho hồ sơ còn lại.', en: 'Submit a new list for what remains.' },
    when: { vi: 'UBND xã đã trả lời danh sách này.', en: 'The commune has already answered the list.' },
  },
  'list-loan-not-applied': {
    status: 409,
    title: {
      vi: 'Hồ sơ đã thuộc danh sách khác hoặc đã xử lý',
      en: 'A request is on another list or already decided',
    },
    remedy: { vi: 'Bỏ hồ sơ được nêu khỏi danh sách.', en: 'Leave the named request off the list.' },
    when: {
      vi: 'Có hồ sơ trong danh sách không ở trạng thái đã nộp, hoặc thuộc tổ khác.',
      en: 'A loan of the list is not in the status applied, or belongs to another group.',
    },
  },
  'loan-unknown': {
    status: 422,
    title: { vi: 'Không có hồ sơ vay này', en: 'There is no such loan' },
    remedy: { vi: 'Kiểm tra mã hồ sơ trong danh sách.', en: 'Check the ids of the list.' },
    when: {
      vi: 'Hồ sơ vay được nêu trong nội dung gửi lên không có, hoặc không thuộc danh sách.',
      en: 'A loan named in the body does not exist or is not on the list.',
    },
  },
  'amount-over-request': {
    status: 422,
    title: { vi: 'Số tiền duyệt vượt số tiền đề nghị', en: 'More is approved than was requested' },
    remedy: { vi: 'Duyệt không quá số tiền đề nghị.', en: 'Approve no more than was requested.' },
    when: {
      vi: 'Số tiền duyệt lớn hơn số tiền đề nghị mà UBND xã đã xác nhận.',
      en: 'The amount approved exceeds the amount of the request the commune confirmed.',
    },
  },
  'list-lines-incomplete': {
    status: 422,
    title: { vi: 'Chưa xác nhận đủ các dòng của danh sách', en: 'Not every line of the list is answered' },
    remedy: {
      vi: 'Trả lời từng hồ sơ; hồ sơ không xác nhận phải nêu lý do.',
      en: 'Answer each line once; a refusal needs a reason.',
    },
    when: {
      vi: 'Có dòng thiếu, lặp, không thuộc danh sách, hoặc không xác nhận mà không nêu lý do.',
      en: 'A line is missing, repeated, foreign to the list, or refused without a reason.',
    },
  },
});
