import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals of the loan calculation. */
export const CALCULATION_ERRORS = defineErrors({
  'terms-contradict': {
    status: 400,
    title: { vi: 'Các điều khoản mâu thuẫn với nhau', en: 'The terms contradict each other' },
    remedy: {
      vi: 'Sửa một trong hai điều khoản được nêu.',
      en: 'Change one of the two terms that are named.',
    },
    when: {
      vi: 'Hai điều khoản của một phép tính không thể cùng đúng; "errors" chỉ cả hai.',
      en: 'Two terms of a calculation cannot both hold; the errors point at both.',
    },
  },
  'terms-not-supported': {
    status: 422,
    title: { vi: 'Chưa hỗ trợ cách tính này', en: 'This combination is not computed' },
    remedy: {
      vi: 'Chọn điều khoản khác; hệ thống không đưa ra số liệu có thể sai.',
      en: 'Choose other terms; no figure is given rather than a wrong one.',
    },
    when: {
      vi: 'Điều khoản hoặc giao dịch có nghĩa mà phép tính không bao quát; "facts" nêu tổ hợp đó.',
      en: 'The terms or facts have a meaning the calculation does not cover; the facts name the combination.',
    },
  },
  'principal-too-small': {
    status: 422,
    title: { vi: 'Số tiền không đủ chia cho các kỳ', en: 'Too little money for so many instalments' },
    remedy: {
      vi: 'Tăng số tiền hoặc giảm số kỳ trả gốc, để mỗi kỳ trả ít nhất một đồng.',
      en: 'Ask for more money or fewer instalments, so that each asks at least one đồng.',
    },
    when: {
      vi: 'Một kỳ đáng lẽ trả gốc lại không có gốc để trả, sau khi làm tròn đến đồng.',
      en: 'An instalment that is meant to ask principal would ask none, after rounding to whole đồng.',
    },
  },
  'due-date-out-of-range': {
    status: 422,
    title: { vi: 'Ngày đến hạn vượt quá lịch', en: 'A due date lies beyond the calendar' },
    remedy: {
      vi: 'Rút ngắn thời hạn hoặc kỳ trả, để hạn cuối không sau ngày được nêu.',
      en: 'Shorten the term or the rhythm, so that the last due date is not after the day that is told.',
    },
    when: {
      vi: 'Điều khoản dẫn đến hạn trả sau ngày cuối cùng hệ thống ghi nhận.',
      en: 'The terms lead to a due date after the last day the platform keeps.',
    },
  },
  'facts-contradict': {
    status: 400,
    title: { vi: 'Các giao dịch không thể thuộc một món vay', en: 'The facts cannot be of one loan' },
    remedy: { vi: 'Sửa giao dịch được nêu.', en: 'Correct the fact that is named.' },
    when: {
      vi: 'Một giao dịch nêu ngày, dòng hoặc giao dịch mà các điều khoản và giao dịch khác không có.',
      en: 'A fact names a day, row or transaction that the terms and the other facts do not have.',
    },
  },
});
