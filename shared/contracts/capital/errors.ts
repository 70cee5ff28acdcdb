import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals of the capital service that a caller can meet. */
export const CAPITAL_ERRORS = defineErrors({
  'investor-unknown': {
    status: 422,
    title: { vi: 'Chưa có nhà đầu tư này', en: 'The investor is not known' },
    remedy: {
      vi: 'Ghi nhận nhà đầu tư trước, hoặc kiểm tra lại mã.',
      en: 'Record the investor first, or check its id.',
    },
    when: 'A source is opened for an investor that was never recorded.',
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
    when: 'The effective day lies outside the validity of the investor.',
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
    when: 'A source is opened with a kind that investors of this kind do not provide.',
  },
  'decision-not-yet-issued': {
    status: 422,
    title: {
      vi: 'Ngày hiệu lực trước ngày ban hành quyết định',
      en: 'The effective day is before the decision',
    },
    remedy: {
      vi: 'Chọn ngày hiệu lực từ ngày ký hợp đồng hoặc ban hành quyết định trở đi.',
      en: 'Choose an effective day on or after the day the contract was signed or the decision issued.',
    },
    when: 'Capital is opened, received or allocated on a day before the paper it rests on.',
  },
  'effective-day-before-last-entry': {
    status: 422,
    title: { vi: 'Ngày hiệu lực trước bút toán gần nhất', en: 'The effective day is before the last entry' },
    remedy: {
      vi: 'Tiền ra (phân bổ, thu hồi, rút vốn, đảo bút toán): chọn ngày không trước bút toán gần nhất của nguồn vốn. Tiền nhận được ghi lùi ngày.',
      en: 'For money that goes out (allocation, recall, withdrawal, reversal), choose a day not before the last entry of the source. Receipts may be backdated.',
    },
    when: 'Money would go out of a source, or an entry be reversed, on a day before the latest day any entry of the source counts for.',
  },
  'capital-unallocated-exceeded': {
    status: 422,
    title: { vi: 'Vượt số vốn chưa phân bổ', en: 'More than the unallocated capital' },
    remedy: {
      vi: 'Giảm chỉ tiêu, hoặc ghi nhận vốn chuyển về trước khi phân bổ.',
      en: 'Allocate less, or record the capital that came in before allocating.',
    },
    when: 'A quota is larger than what the source holds unallocated; "missing" says by how much.',
  },
  'maker-may-not-reverse': {
    status: 403,
    title: { vi: 'Người ghi bút toán không được tự đảo', en: 'The maker of an entry may not reverse it' },
    remedy: {
      vi: 'Đề nghị người khác có thẩm quyền đảo bút toán.',
      en: 'Ask another person with the authority to reverse it.',
    },
    when: 'The person who would reverse an entry is the one who recorded it.',
  },
  'looks-like-a-duplicate': {
    status: 409,
    title: {
      vi: 'Văn bản này có vẻ đã được ghi nhận',
      en: 'This paper seems to be recorded already',
    },
    remedy: {
      vi: 'Xem bản ghi trước nêu trong "facts". Nếu đúng là một văn bản khác, gửi lại với isAnother = true.',
      en: 'Look at the earlier record named in "facts". If it is really another one, send it again with isAnother true.',
    },
    when: 'A transfer of that number, day and amount stands in the source, or a quota paper of that number, day, sums and areas is proposed or approved, and isAnother is not true. A reversal, a rejection or a withdrawal of the earlier one frees it.',
  },
  'entry-already-reversed': {
    status: 409,
    title: { vi: 'Bút toán đã được đảo', en: 'The entry is reversed already' },
    remedy: {
      vi: 'Không cần đảo lần nữa; nếu đảo nhầm, ghi bút toán mới.',
      en: 'It needs no second reversal; if the first was wrong, record a new entry.',
    },
    when: 'A receipt or allocation is to be reversed a second time.',
  },
  'capital-available-exceeded': {
    status: 422,
    title: { vi: 'Vượt số chỉ tiêu còn khả dụng', en: 'More than the leaf has available' },
    remedy: {
      vi: 'Phần đã giữ hoặc đã cho vay không đảo được; chờ thu hồi hoặc hủy giữ vốn trước.',
      en: 'What is reserved or lent cannot be taken back: release it or await its return first.',
    },
    when: 'An allocation is to be reversed of which part is reserved or lent; "missing" says how much.',
  },
  'maker-may-not-decide': {
    status: 403,
    title: { vi: 'Người đề xuất không được tự duyệt', en: 'The maker of a proposal may not decide it' },
    remedy: {
      vi: 'Đề nghị người khác có thẩm quyền duyệt hoặc trả lại.',
      en: 'Ask another person with the authority to approve or reject it.',
    },
    when: 'The person who would approve or reject a proposal is the one who made it.',
  },
  'only-maker-may-withdraw': {
    status: 403,
    title: { vi: 'Chỉ người đề xuất được rút đề xuất', en: 'Only its maker may withdraw a proposal' },
    remedy: {
      vi: 'Người có thẩm quyền khác có thể trả lại đề xuất kèm lý do.',
      en: 'Another person with the authority may reject it with a reason.',
    },
    when: 'A proposal is to be withdrawn by someone who did not make it.',
  },
  'proposal-not-pending': {
    status: 409,
    title: { vi: 'Đề xuất không còn chờ duyệt', en: 'The proposal is no longer pending' },
    remedy: {
      vi: 'Mở đề xuất để xem ai đã quyết định; lập đề xuất mới nếu vẫn cần.',
      en: 'Open the proposal to see who decided it; make a new one if it is still needed.',
    },
    when: 'A proposal that was approved, rejected or withdrawn before is decided again.',
  },
  'known-on-in-future': {
    status: 422,
    title: { vi: 'Thời điểm biết ở tương lai', en: 'The instant of knowledge is in the future' },
    remedy: {
      vi: 'Chọn thời điểm không sau hiện tại, hoặc bỏ trống.',
      en: 'Choose an instant not after now, or leave it out.',
    },
    when: 'knownOn is later than now: such an answer could still change.',
  },
  'statement-range-refused': {
    status: 422,
    title: { vi: 'Khoảng ngày sao kê không hợp lệ', en: 'The days of the statement do not do' },
    remedy: {
      vi: 'Chọn ngày đầu không sau ngày cuối, tối đa 366 ngày.',
      en: 'Choose a first day not after the last, at most 366 days.',
    },
    when: 'A statement is asked for from a later to an earlier day, or over more than 366 days.',
  },
});

/**
 * Why an event of another service is parked here: money that has no place to go waits for a person and does
 * not disappear.
 */
export const CAPITAL_PARKING_REASONS = defineErrors({
  'capital-already-reserved': {
    status: 409,
    title: { vi: 'Món vay đã được giữ hoặc cấp vốn', en: 'The loan already holds capital' },
    remedy: { vi: 'Đối chiếu với hồ sơ vay.', en: 'Compare with the loan.' },
    when: 'A further request for capital comes for a loan whose capital is reserved or lent.',
  },
  'cancellation-after-disbursement': {
    status: 409,
    title: { vi: 'Hủy hồ sơ sau khi đã giải ngân', en: 'Cancelled after disbursement' },
    remedy: { vi: 'Đối chiếu với hồ sơ vay.', en: 'Compare with the loan.' },
    when: 'A cancellation comes for a loan whose money was lent.',
  },
  'disbursement-after-cancellation': {
    status: 409,
    title: { vi: 'Giải ngân món vay đã hủy', en: 'Disbursement of a cancelled loan' },
    remedy: { vi: 'Kiểm tra tiền đã chi và hồ sơ vay.', en: 'Check the money paid out and the loan.' },
    when: 'A disbursement comes for a loan whose reservation was released.',
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
    when: 'A disbursement crosses with the release of its reservation, and the leaf has lent the money elsewhere.',
  },
  'disbursement-not-as-reserved': {
    status: 409,
    title: { vi: 'Giải ngân khác số vốn đã giữ', en: 'Disbursement differs from the reservation' },
    remedy: {
      vi: 'Đối chiếu số tiền và nguồn vốn với hồ sơ vay.',
      en: 'Compare amount and source with the loan.',
    },
    when: 'A disbursement names another amount or source than was reserved.',
  },
  'loan-already-lent': {
    status: 409,
    title: { vi: 'Món vay đã giải ngân', en: 'The loan is already lent' },
    remedy: { vi: 'Kiểm tra có giải ngân hai lần không.', en: 'Check whether it was disbursed twice.' },
    when: 'A second disbursement comes for the same loan.',
  },
  'repayment-after-write-off': {
    status: 409,
    title: { vi: 'Thu nợ sau khi đã xóa nợ', en: 'A repayment after the write-off' },
    remedy: {
      vi: 'Theo dõi riêng khoản thu hồi sau xóa nợ; chưa hạch toán được vào nguồn.',
      en: 'Follow the recovery apart; it cannot be posted to the source yet.',
    },
    when: 'A repayment comes for a loan whose debt was written off before it.',
  },
  'write-off-without-loan': {
    status: 409,
    title: { vi: 'Xóa nợ khi không còn dư nợ', en: 'A write-off of more than is lent' },
    remedy: { vi: 'Đối chiếu với hồ sơ vay.', en: 'Compare with the loan.' },
    when: 'A write-off comes for a loan that is cancelled or over, or of which less principal is out.',
  },
  'repayment-without-loan': {
    status: 409,
    title: { vi: 'Thu nợ khi không còn dư nợ', en: 'A repayment with no loan to return to' },
    remedy: {
      vi: 'Đối chiếu món vay; tiền đã thu phải được hoàn trả hoặc hạch toán lại.',
      en: 'Compare with the loan; the money collected must be given back or posted anew.',
    },
    when: 'A repayment comes for a cancelled or closed loan, or returns more principal than is lent.',
  },
});
