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
  'opening-balances-not-standing': {
    status: 409,
    title: {
      vi: 'Số dư đầu kỳ không ở trạng thái đảo được',
      en: 'The opening balances are not there to be reversed',
    },
    remedy: {
      vi: 'Mở số dư đầu kỳ để xem trạng thái; chỉ đảo số dư đã duyệt, đã ghi hết và chưa có đề xuất đảo nào đang chờ.',
      en: 'Open them to see their status; only those that are approved and recorded in full, with no reversal waiting, can be reversed.',
    },
    when: {
      vi: 'Đề xuất đảo số dư đầu kỳ chưa được duyệt, đang được ghi, đang chờ đảo hoặc đã đảo.',
      en: 'A reversal is proposed of opening balances that are not approved, still being recorded, about to be reversed or reversed already.',
    },
  },
  'opening-balances-in-use': {
    status: 422,
    title: {
      vi: 'Số dư đầu kỳ đã được sử dụng',
      en: 'The opening balances are in use',
    },
    remedy: {
      vi: 'Thu hồi hoặc đảo các bút toán sau đã dùng số tiền nêu trong "errors", rồi duyệt lại; chưa có gì được ghi.',
      en: 'Recall or reverse the later entries that used the amounts named in "errors", then approve again; nothing was recorded.',
    },
    when: {
      vi: 'Duyệt đảo số dư đầu kỳ khi một chỉ tiêu hoặc nguồn vốn không còn đủ số tiền mà số dư đã ghi vào.',
      en: 'A reversal is approved while a quota or the source no longer holds what the opening balances put there.',
    },
  },
  'source-has-entries': {
    status: 422,
    title: { vi: 'Nguồn vốn đã có bút toán', en: 'The source has entries already' },
    remedy: {
      vi: 'Số dư đầu kỳ chỉ ghi cho nguồn vốn chưa có bút toán nào, hoặc mọi bút toán đã được đảo; mở nguồn vốn mới, hoặc ghi nhận vốn và giao chỉ tiêu bằng quyết định.',
      en: 'Opening balances are for a source of which no entry stands, none or all reversed: open a new one, or record receipts and quota by decision.',
    },
    when: {
      vi: 'Đề xuất hoặc duyệt số dư đầu kỳ cho nguồn vốn đang có số dư trên một tài khoản.',
      en: 'Opening balances are proposed or approved for a source with a balance on any account.',
    },
  },
});
