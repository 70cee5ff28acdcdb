import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about opening balances. */
export const OPENING_ERRORS = defineErrors({
  'control-totals-differ': {
    status: 422,
    title: {
      vi: 'Tổng kiểm soát không khớp với các dòng số dư',
      en: 'The control totals are not what the lines add up to',
    },
    remedy: {
      vi: 'Đối chiếu từng tổng được nêu trong "errors" với bảng số dư rồi gửi lại; chưa có gì được ghi.',
      en: 'Compare each total named in "errors" with the balances and send again; nothing was recorded.',
    },
    when: {
      vi: 'Tổng kiểm soát khác tổng các dòng, hoặc quỹ khác dư nợ + khả dụng + chưa phân bổ, dù chỉ một đồng.',
      en: 'A control total differs from the sum of the lines, or the fund from outstanding + available + unallocated, by as little as one đồng.',
    },
  },
  'opening-lines-refused': {
    status: 422,
    title: { vi: 'Có dòng số dư không hợp lệ', en: 'Some lines of the opening balances do not do' },
    remedy: {
      vi: 'Sửa từng dòng được nêu trong "errors" rồi gửi lại; chưa có gì được ghi.',
      en: 'Correct every line named in "errors" and send again; nothing was recorded.',
    },
    when: {
      vi: 'Hai dòng nêu cùng chương trình và xã, hoặc có dòng không mang số tiền nào.',
      en: 'Two lines name the same programme and commune, or a line carries no amount at all.',
    },
  },
  'source-has-entries': {
    status: 422,
    title: { vi: 'Nguồn vốn đã có bút toán', en: 'The source has entries already' },
    remedy: {
      vi: 'Số dư đầu kỳ chỉ ghi cho nguồn vốn chưa có bút toán nào; mở nguồn vốn mới, hoặc ghi nhận vốn và giao chỉ tiêu bằng quyết định.',
      en: 'Opening balances are for a source without any entry: open a new one, or record receipts and quota by decision.',
    },
    when: {
      vi: 'Đề xuất hoặc duyệt số dư đầu kỳ cho nguồn vốn đã có bút toán.',
      en: 'Opening balances are proposed or approved for a source to which something was posted.',
    },
  },
});
