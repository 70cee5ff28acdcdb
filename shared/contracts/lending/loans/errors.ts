import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about the loan itself and what is done to it. */
export const LOAN_ERRORS = defineErrors({
  'loan-status-not-allowed': {
    status: 409,
    title: {
      vi: 'Món vay không ở trạng thái cho phép việc này',
      en: 'The loan is not in a status that allows this',
    },
    remedy: {
      vi: 'Mở món vay để xem trạng thái hiện tại và bước tiếp theo.',
      en: 'Open the loan to see its status and what may come next.',
    },
    when: {
      vi: 'Trạng thái của món vay không thuộc các trạng thái mà việc này được bắt đầu.',
      en: 'The status of the loan is not among those the act may start from.',
    },
  },
  'loan-settled': {
    status: 409,
    title: { vi: 'Món vay đã tất toán', en: 'The loan is settled' },
    remedy: {
      vi: 'Không thu thêm; kiểm tra lại số món vay trên biên lai.',
      en: 'Collect nothing more; check the loan number on the receipt.',
    },
    when: {
      vi: 'Thu nợ, khoanh nợ hoặc xóa nợ món vay đã trả hết gốc và lãi.',
      en: 'A repayment, freeze or write-off for a loan whose principal and interest are fully paid.',
    },
  },
  'loan-written-off': {
    status: 409,
    title: { vi: 'Món vay đã được xóa nợ', en: 'The loan is written off' },
    remedy: {
      vi: 'Không ghi vào món vay; tiền thu hồi sau xóa nợ phải được theo dõi riêng.',
      en: 'Nothing is recorded on it; money recovered after a write-off must be followed apart.',
    },
    when: {
      vi: 'Thu nợ, khoanh nợ hoặc xóa nợ lần nữa món vay đã xóa nợ theo quyết định.',
      en: 'A repayment, freeze or second write-off for a loan whose debt left the books by decision.',
    },
  },
  'repayment-already-recorded': {
    status: 409,
    title: { vi: 'Lần thu này đã được ghi', en: 'This repayment is already recorded' },
    remedy: {
      vi: 'Xem các lần thu của món vay; nếu là lần thu khác, dùng mã khác.',
      en: 'Look at the repayments of the loan; if it is another one, give it another id.',
    },
    when: {
      vi: 'repaymentId là một trong mười sáu lần thu gần nhất của món vay, gửi với khóa chống trùng khác hoặc bởi cán bộ khác.',
      en: 'The repaymentId is one of the last sixteen of the loan, sent under another idempotency key or by another officer.',
    },
  },
  'loan-already-frozen': {
    status: 409,
    title: { vi: 'Món vay đang được khoanh', en: 'The loan is already frozen' },
    remedy: { vi: 'Chờ hết thời hạn khoanh hiện tại.', en: 'Wait until the present freeze ends.' },
    when: {
      vi: 'Lần khoanh nợ bắt đầu khi lần hiện tại chưa hết.',
      en: 'A freeze begins before the present one has ended.',
    },
  },
  'maker-is-checker': {
    status: 403,
    title: { vi: 'Người lập không được tự duyệt', en: 'The maker may not be the checker' },
    remedy: {
      vi: 'Đề nghị người khác có thẩm quyền thực hiện.',
      en: 'Ask another person with the authority.',
    },
    when: {
      vi: 'Người xác nhận hoặc phê duyệt đã tham gia xử lý chính hồ sơ đó.',
      en: 'The person who would confirm or approve has acted on the same request before.',
    },
  },
  'amount-over-payoff': {
    status: 422,
    title: { vi: 'Số tiền thu vượt số còn phải trả', en: 'More than is owed' },
    remedy: { vi: 'Thu không quá số tất toán được nêu.', en: 'Collect no more than the payoff named.' },
    when: {
      vi: 'Số tiền lớn hơn gốc và lãi còn phải trả vào ngày đó; "facts" nêu số tất toán.',
      en: 'The amount exceeds principal and interest owed on the day; the facts name the payoff.',
    },
  },
  'freeze-not-allowed': {
    status: 422,
    title: { vi: 'Thời hạn khoanh nợ không hợp lệ', en: 'The freeze is not within the law' },
    remedy: { vi: 'Khoanh nợ tối đa 5 năm.', en: 'A debt is frozen for at most 5 years.' },
    when: {
      vi: 'Thời hạn khoanh nợ kết thúc trước khi bắt đầu hoặc dài hơn 5 năm (Quyết định 50/2010/QĐ-TTg, sửa đổi bởi 08/2021/QĐ-TTg).',
      en: 'The freeze ends before it begins or lasts over 5 years (Decision 50/2010 as amended by 08/2021/QĐ-TTg).',
    },
  },
});
