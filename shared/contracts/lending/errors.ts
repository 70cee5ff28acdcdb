import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals by the rules of lending. */
export const LENDING_ERRORS = defineErrors({
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
  'household-in-another-group': {
    status: 409,
    title: { vi: 'Hộ đã là thành viên của một tổ', en: 'The household is already a member of a group' },
    remedy: { vi: 'Mỗi hộ chỉ tham gia một tổ TK&VV.', en: 'A household belongs to one group only.' },
    when: {
      vi: 'Hộ được kết nạp đang là thành viên của một tổ.',
      en: 'A household to be admitted is a member of a group already.',
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
  'group-unknown': {
    status: 422,
    title: { vi: 'Không có tổ này', en: 'There is no such group' },
    remedy: { vi: 'Kiểm tra mã tổ.', en: 'Check the id of the group.' },
    when: {
      vi: 'Không có tổ được nêu trong nội dung gửi lên.',
      en: 'The group named in the body does not exist.',
    },
  },
  'organisation-unknown': {
    status: 422,
    title: { vi: 'Không có tổ chức hội này', en: 'There is no such organisation' },
    remedy: { vi: 'Kiểm tra mã tổ chức nhận ủy thác.', en: 'Check the id of the entrusted organisation.' },
    when: {
      vi: 'Tổ chức hội được nêu trong nội dung gửi lên chưa được ghi nhận.',
      en: 'The organisation named in the body is not recorded.',
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
  'group-size-not-allowed': {
    status: 422,
    title: { vi: 'Tổ phải có từ 5 đến 60 tổ viên', en: 'A group has 5 to 60 members' },
    remedy: { vi: 'Điều chỉnh số tổ viên.', en: 'Change the number of members.' },
    when: {
      vi: 'Tổ sẽ có ít hơn 5 hoặc nhiều hơn 60 tổ viên, hoặc một hộ được nêu hai lần.',
      en: 'The group would have fewer than 5 or more than 60 members, or names a household twice.',
    },
  },
  'group-leader-not-member': {
    status: 422,
    title: { vi: 'Tổ trưởng không có trong danh sách tổ viên', en: 'The leader is not among the members' },
    remedy: { vi: 'Chọn tổ trưởng trong số tổ viên.', en: 'Choose the leader among the members.' },
    when: {
      vi: 'Hộ của tổ trưởng không có trong danh sách tổ viên.',
      en: 'The household of the leader is not among the members.',
    },
  },
  'borrower-not-member': {
    status: 422,
    title: { vi: 'Người vay chưa là tổ viên', en: 'The borrower is not a member of the group' },
    remedy: { vi: 'Kết nạp hộ vào tổ trước khi lập hồ sơ.', en: 'Admit the household to the group first.' },
    when: {
      vi: 'Hộ và người vay không phải tổ viên của tổ vào ngày đề nghị.',
      en: 'Household and person are not a member of the group on the day of the request.',
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
  'amount-over-request': {
    status: 422,
    title: { vi: 'Số tiền duyệt vượt số tiền đề nghị', en: 'More is approved than was requested' },
    remedy: { vi: 'Duyệt không quá số tiền đề nghị.', en: 'Approve no more than was requested.' },
    when: {
      vi: 'Số tiền duyệt lớn hơn số tiền đề nghị mà UBND xã đã xác nhận.',
      en: 'The amount approved exceeds the amount of the request the commune confirmed.',
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
  'amount-over-payoff': {
    status: 422,
    title: { vi: 'Số tiền thu vượt số còn phải trả', en: 'More than is owed' },
    remedy: { vi: 'Thu không quá số tất toán được nêu.', en: 'Collect no more than the payoff named.' },
    when: {
      vi: 'Số tiền lớn hơn gốc và lãi còn phải trả vào ngày đó; "facts" nêu số tất toán.',
      en: 'The amount exceeds principal and interest owed on the day; the facts name the payoff.',
    },
  },
  'effective-day-before-last-act': {
    status: 422,
    title: { vi: 'Ngày hiệu lực trước việc gần nhất', en: 'The effective day is before the last act' },
    remedy: { vi: 'Chọn ngày không trước việc gần nhất.', en: 'Choose a day not before the last act.' },
    when: {
      vi: 'effectiveOn trước ngày của việc gần nhất trên cùng hồ sơ.',
      en: 'effectiveOn is before the day of the last act on the same thing.',
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
  'freeze-not-allowed': {
    status: 422,
    title: { vi: 'Thời hạn khoanh nợ không hợp lệ', en: 'The freeze is not within the law' },
    remedy: { vi: 'Khoanh nợ tối đa 5 năm.', en: 'A debt is frozen for at most 5 years.' },
    when: {
      vi: 'Thời hạn khoanh nợ kết thúc trước khi bắt đầu hoặc dài hơn 5 năm (Quyết định 50/2010/QĐ-TTg, sửa đổi bởi 08/2021/QĐ-TTg).',
      en: 'The freeze ends before it begins or lasts over 5 years (Decision 50/2010 as amended by 08/2021/QĐ-TTg).',
    },
  },
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
