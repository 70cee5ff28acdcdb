import { defineErrors } from '#shared/domain/errors.ts';

/**
 * Why an event of another service is parked here: money that has no place to go waits for a person and does
 * not disappear.
 */
export const CAPITAL_PARKING_REASONS = defineErrors({
  'capital-already-reserved': {
    status: 409,
    title: { vi: 'Món vay đã được giữ hoặc cấp vốn', en: 'The loan already holds capital' },
    remedy: { vi: 'Đối chiếu với hồ sơ vay.', en: 'Compare with the loan.' },
    when: {
      vi: 'Có thêm đề nghị vốn cho món vay đã được giữ hoặc cấp vốn.',
      en: 'A further request for capital comes for a loan whose capital is reserved or lent.',
    },
  },
  'cancellation-after-disbursement': {
    status: 409,
    title: { vi: 'Hủy hồ sơ sau khi đã giải ngân', en: 'Cancelled after disbursement' },
    remedy: { vi: 'Đối chiếu với hồ sơ vay.', en: 'Compare with the loan.' },
    when: {
      vi: 'Nhận thông tin hủy món vay đã giải ngân.',
      en: 'A cancellation comes for a loan whose money was lent.',
    },
  },
  'disbursement-after-cancellation': {
    status: 409,
    title: { vi: 'Giải ngân món vay đã hủy', en: 'Disbursement of a cancelled loan' },
    remedy: { vi: 'Kiểm tra tiền đã chi và hồ sơ vay.', en: 'Check the money paid out and the loan.' },
    when: {
      vi: 'Nhận thông tin giải ngân món vay mà vốn giữ đã được giải phóng.',
      en: 'A disbursement comes for a loan whose reservation was released.',
    },
  },
  'disbursement-after-release': {
    status: 409,
    title: {
      vi: 'Giải ngân khi vốn giữ đã giải phóng',
      en: 'Disbursement after the reservation was released',
    },
    remedy: {
      vi: 'Tiền đã chi nhưng chỉ tiêu không còn đủ; bổ sung chỉ tiêu rồi gửi lại sự kiện.',
      en: 'The money was paid out and the leaf has no more of it: add quota, then send the event round again.',
    },
    when: {
      vi: 'Giải ngân cùng lúc với giải phóng vốn giữ, và chỉ tiêu đã cho món khác vay.',
      en: 'A disbursement crosses with the release of its reservation, and the leaf has lent the money elsewhere.',
    },
  },
  'disbursement-not-as-reserved': {
    status: 409,
    title: { vi: 'Giải ngân khác số vốn đã giữ', en: 'Disbursement differs from the reservation' },
    remedy: {
      vi: 'Đối chiếu số tiền và nguồn vốn với hồ sơ vay.',
      en: 'Compare amount and source with the loan.',
    },
    when: {
      vi: 'Giải ngân với số tiền hoặc nguồn vốn khác với khi giữ vốn.',
      en: 'A disbursement names another amount or source than was reserved.',
    },
  },
  'loan-already-lent': {
    status: 409,
    title: { vi: 'Món vay đã giải ngân', en: 'The loan is already lent' },
    remedy: { vi: 'Kiểm tra có giải ngân hai lần không.', en: 'Check whether it was disbursed twice.' },
    when: {
      vi: 'Nhận lần giải ngân thứ hai của cùng một món vay.',
      en: 'A second disbursement comes for the same loan.',
    },
  },
  'repayment-after-write-off': {
    status: 409,
    title: { vi: 'Thu nợ sau khi đã xóa nợ', en: 'A repayment after the write-off' },
    remedy: {
      vi: 'Theo dõi riêng khoản thu hồi sau xóa nợ; chưa hạch toán được vào nguồn.',
      en: 'Follow the recovery apart; it cannot be posted to the source yet.',
    },
    when: {
      vi: 'Nhận lần thu nợ của món vay đã xóa nợ trước đó.',
      en: 'A repayment comes for a loan whose debt was written off before it.',
    },
  },
  'write-off-without-loan': {
    status: 409,
    title: { vi: 'Xóa nợ khi không còn dư nợ', en: 'A write-off of more than is lent' },
    remedy: { vi: 'Đối chiếu với hồ sơ vay.', en: 'Compare with the loan.' },
    when: {
      vi: 'Nhận thông tin xóa nợ của món vay đã hủy hoặc đã kết thúc, hoặc còn ít dư nợ gốc hơn số được xóa.',
      en: 'A write-off comes for a loan that is cancelled or over, or of which less principal is out.',
    },
  },
  'repayment-without-loan': {
    status: 409,
    title: { vi: 'Thu nợ khi không còn dư nợ', en: 'A repayment with no loan to return to' },
    remedy: {
      vi: 'Đối chiếu món vay; tiền đã thu phải được hoàn trả hoặc hạch toán lại.',
      en: 'Compare with the loan; the money collected must be given back or posted anew.',
    },
    when: {
      vi: 'Nhận lần thu nợ của món vay đã hủy hoặc đã kết thúc, hoặc thu gốc nhiều hơn dư nợ.',
      en: 'A repayment comes for a cancelled or closed loan, or returns more principal than is lent.',
    },
  },
});
