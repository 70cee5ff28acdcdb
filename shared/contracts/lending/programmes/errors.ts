import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about programmes, their terms, and the entrusted organisations. */
export const PROGRAMME_ERRORS = defineErrors({
  'organisation-unknown': {
    status: 422,
    title: { vi: 'Không có tổ chức hội này', en: 'There is no such organisation' },
    remedy: { vi: 'Kiểm tra mã tổ chức nhận ủy thác.', en: 'Check the id of the entrusted organisation.' },
    when: {
      vi: 'Tổ chức hội được nêu trong nội dung gửi lên chưa được ghi nhận.',
      en: 'The organisation named in the body is not recorded.',
    },
  },
  'programme-unknown': {
    status: 422,
    title: { vi: 'Không có chương trình này', en: 'There is no such programme' },
    remedy: { vi: 'Kiểm tra mã chương trình.', en: 'Check the id of the programme.' },
    when: {
      vi: 'Chương trình được nêu trong nội dung gửi lên chưa được ghi nhận.',
      en: 'The programme named in the body is not recorded.',
    },
  },
  'programme-not-open': {
    status: 422,
    title: { vi: 'Chương trình không cho vay vào ngày này', en: 'The programme does not lend on that day' },
    remedy: {
      vi: 'Chọn chương trình đang có hiệu lực vào ngày đó.',
      en: 'Choose a programme that is open and in force on the day.',
    },
    when: {
      vi: 'Chương trình đã đóng, hoặc không phiên bản nào có hiệu lực vào ngày đó.',
      en: 'The programme is closed, or no version of it is in force on the day.',
    },
  },
  'programme-terms-unknown': {
    status: 422,
    title: { vi: 'Chương trình chưa có lãi suất', en: 'The rate of the programme is not recorded' },
    remedy: {
      vi: 'Quản trị viên nhập lãi suất kèm căn cứ pháp lý trước khi phê duyệt.',
      en: 'An administrator records the rate with its legal source before approval.',
    },
    when: {
      vi: 'Phiên bản có hiệu lực không có lãi suất, do chưa tìm được văn bản quy định.',
      en: 'The version in force has no rate, because the instrument that sets it was not found.',
    },
  },
  'programme-versions-overlap': {
    status: 422,
    title: { vi: 'Các phiên bản chương trình chồng ngày', en: 'Versions of the programme overlap' },
    remedy: {
      vi: 'Mỗi ngày chỉ có một phiên bản hiệu lực.',
      en: 'Only one version may be in force on a day.',
    },
    when: {
      vi: 'Hai phiên bản cùng nội dung có hiệu lực trong cùng một ngày, hoặc một phiên bản kết thúc trước khi bắt đầu.',
      en: 'Two versions of the same content are in force on one day, or one ends before it begins.',
    },
  },
  'rate-not-exact': {
    status: 422,
    title: {
      vi: 'Lãi suất quá hạn không biểu diễn chính xác được',
      en: 'The overdue rate cannot be held exactly',
    },
    remedy: {
      vi: 'Dùng tối đa sáu chữ số thập phân.',
      en: 'Use at most six decimals for rate times factor.',
    },
    when: {
      vi: 'Lãi suất nhân hệ số quá hạn cần nhiều hơn sáu chữ số thập phân.',
      en: 'Rate times overdue factor needs more than six decimals.',
    },
  },
  'term-too-long': {
    status: 422,
    title: { vi: 'Thời hạn vay vượt mức tối đa', en: 'The term is longer than allowed' },
    remedy: { vi: 'Rút ngắn thời hạn vay.', en: 'Shorten the term.' },
    when: {
      vi: 'Thời hạn vay dài hơn mức tối đa của chương trình vào ngày đó.',
      en: 'The term exceeds the longest of the programme on the day.',
    },
  },
  'instalments-too-far-apart': {
    status: 422,
    title: { vi: 'Kỳ hạn trả nợ gốc quá thưa', en: 'Principal instalments are too far apart' },
    remedy: { vi: 'Chia kỳ trả gốc dày hơn.', en: 'Let principal be repaid more often.' },
    when: {
      vi: 'Số tháng giữa hai kỳ trả gốc vượt mức chương trình cho phép với thời hạn vay, hoặc vượt chính thời hạn vay.',
      en: 'Months between instalments exceed what the programme allows for the term, or the term itself.',
    },
  },
  'amount-over-ceiling': {
    status: 422,
    title: { vi: 'Vượt mức vay tối đa của chương trình', en: 'Over the ceiling of the programme' },
    remedy: {
      vi: 'Giảm số tiền; mức tối đa tính trên dư nợ của hộ trong chương trình.',
      en: 'Lower the amount; the ceiling counts what the household owes in the programme.',
    },
    when: {
      vi: 'Dư nợ cộng số tiền đề nghị vượt mức vay tối đa vào ngày đó; "facts" nêu mức tối đa, dư nợ, số đề nghị và số còn được vay.',
      en: 'Outstanding plus requested exceeds the ceiling on the day; the facts name ceiling, outstanding, requested, allowed.',
    },
  },
});
