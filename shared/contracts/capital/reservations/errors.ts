import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about reservations that a caller can meet. */
export const RESERVATION_ERRORS = defineErrors({
  'reservation-not-held': {
    status: 409,
    title: { vi: 'Món vay không còn vốn được giữ', en: 'No capital is reserved for the loan' },
    remedy: {
      vi: 'Xem trạng thái vốn của món vay; vốn đã cho vay hoặc đã giải phóng thì không giải phóng nữa.',
      en: 'Look at the capital of the loan: what is lent or released already cannot be released.',
    },
    when: {
      vi: 'Giải phóng vốn giữ của món vay không có vốn được giữ.',
      en: 'A reservation is to be released for a loan that holds none.',
    },
  },
  'reservation-rules-contradict': {
    status: 400,
    title: { vi: 'Quy định giữ vốn mâu thuẫn', en: 'The rules of reservations contradict each other' },
    remedy: {
      vi: 'Mỗi ngày bắt đầu chỉ một quy định; cảnh báo không sớm hơn ngày giữ vốn.',
      en: 'One rule from one day on; a warning is not before the reservation itself.',
    },
    when: {
      vi: 'Hai quy định bắt đầu cùng một ngày, hoặc cảnh báo sớm hơn ngày giữ vốn.',
      en: 'Two rules begin on one day, or the warning would come before the day of the reservation.',
    },
  },
});
