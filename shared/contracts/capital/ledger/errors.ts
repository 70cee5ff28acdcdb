import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals of whatever posts to the ledger, or reads its books. */
export const LEDGER_ERRORS = defineErrors({
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
    when: {
      vi: 'Mở nguồn vốn, nhận vốn hoặc phân bổ vào ngày trước văn bản làm căn cứ.',
      en: 'Capital is opened, received or allocated on a day before the paper it rests on.',
    },
  },
  'effective-day-before-last-entry': {
    status: 422,
    title: { vi: 'Ngày hiệu lực trước bút toán gần nhất', en: 'The effective day is before the last entry' },
    remedy: {
      vi: 'Tiền ra (phân bổ, thu hồi, rút vốn, đảo bút toán): chọn ngày không trước bút toán gần nhất của nguồn vốn. Tiền nhận được ghi lùi ngày.',
      en: 'For money that goes out (allocation, recall, withdrawal, reversal), choose a day not before the last entry of the source. Receipts may be backdated.',
    },
    when: {
      vi: 'Tiền ra khỏi nguồn vốn, hoặc đảo bút toán, vào ngày trước ngày hiệu lực muộn nhất của các bút toán trong nguồn.',
      en: 'Money would go out of a source, or an entry be reversed, on a day before the latest day any entry of the source counts for.',
    },
  },
  'capital-unallocated-exceeded': {
    status: 422,
    title: { vi: 'Vượt số vốn chưa phân bổ', en: 'More than the unallocated capital' },
    remedy: {
      vi: 'Giảm chỉ tiêu, hoặc ghi nhận vốn chuyển về trước khi phân bổ.',
      en: 'Allocate less, or record the capital that came in before allocating.',
    },
    when: {
      vi: 'Chỉ tiêu lớn hơn số vốn chưa phân bổ của nguồn; "missing" nêu số còn thiếu.',
      en: 'A quota is larger than what the source holds unallocated; "missing" says by how much.',
    },
  },
  'maker-may-not-reverse': {
    status: 403,
    title: { vi: 'Người ghi bút toán không được tự đảo', en: 'The maker of an entry may not reverse it' },
    remedy: {
      vi: 'Đề nghị người khác có thẩm quyền đảo bút toán.',
      en: 'Ask another person with the authority to reverse it.',
    },
    when: {
      vi: 'Người đảo bút toán chính là người đã ghi bút toán đó.',
      en: 'The person who would reverse an entry is the one who recorded it.',
    },
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
    when: {
      vi: 'Nguồn vốn đã có lần chuyển tiền cùng số, ngày và số tiền, hoặc đã có quyết định giao chỉ tiêu cùng số, ngày, số tiền và địa bàn đang chờ duyệt hay đã duyệt, và isAnother không phải true. Khi bản trước bị đảo, trả lại hoặc rút thì không còn vướng.',
      en: 'A transfer of that number, day and amount stands in the source, or a quota paper of that number, day, sums and areas is proposed or approved, and isAnother is not true. A reversal, a rejection or a withdrawal of the earlier one frees it.',
    },
  },
  'entry-already-reversed': {
    status: 409,
    title: { vi: 'Bút toán đã được đảo', en: 'The entry is reversed already' },
    remedy: {
      vi: 'Không cần đảo lần nữa; nếu đảo nhầm, ghi bút toán mới.',
      en: 'It needs no second reversal; if the first was wrong, record a new entry.',
    },
    when: {
      vi: 'Đảo lần nhận vốn hoặc lần giao chỉ tiêu thêm một lần nữa.',
      en: 'A receipt or allocation is to be reversed a second time.',
    },
  },
  'statement-range-refused': {
    status: 422,
    title: { vi: 'Khoảng ngày sao kê không hợp lệ', en: 'The days of the statement do not do' },
    remedy: {
      vi: 'Chọn ngày đầu không sau ngày cuối, tối đa 366 ngày.',
      en: 'Choose a first day not after the last, at most 366 days.',
    },
    when: {
      vi: 'Sao kê có ngày đầu sau ngày cuối, hoặc dài hơn 366 ngày.',
      en: 'A statement is asked for from a later to an earlier day, or over more than 366 days.',
    },
  },
});
