import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about funds as a whole: investors, receipts, withdrawals, hand-overs, plans and closed years. */
export const FUND_ERRORS = defineErrors({
  'effective-day-before-opening': {
    status: 422,
    title: {
      vi: 'Ngày hiệu lực trước ngày mở nguồn vốn',
      en: 'The effective day is before the source was opened',
    },
    remedy: {
      vi: 'Chọn ngày từ khi mở nguồn vốn trở đi.',
      en: 'Choose a day from the opening of the source on.',
    },
    when: {
      vi: 'Ghi nhận vốn vào ngày nguồn vốn chưa mở.',
      en: 'Money is received on a day on which the source was not open yet.',
    },
  },
  'source-not-of-former-district': {
    status: 422,
    title: { vi: 'Nguồn vốn không thuộc cấp huyện trước đây', en: 'The source is not of a former district' },
    remedy: {
      vi: 'Chỉ quỹ của cấp huyện trước đây mới được bàn giao; kiểm tra lại nguồn vốn.',
      en: 'Only the fund of a former district is handed over; check the source.',
    },
    when: {
      vi: 'Bàn giao quỹ của nguồn vốn mà nhà đầu tư không phải cấp huyện trước đây.',
      en: 'The fund of a source whose investor is not a former district is to be handed over.',
    },
  },
  'investor-still-in-force': {
    status: 422,
    title: {
      vi: 'Nhà đầu tư còn hiệu lực vào ngày bàn giao',
      en: 'The investor is still in force on the day of the hand-over',
    },
    remedy: {
      vi: 'Chọn ngày sau khi nhà đầu tư hết hiệu lực.',
      en: 'Choose a day after the validity of the investor.',
    },
    when: {
      vi: 'Bàn giao quỹ vào ngày nhà đầu tư vẫn còn hiệu lực.',
      en: 'A fund is to be handed over on a day on which its investor is still there.',
    },
  },
  'holder-not-provincial': {
    status: 422,
    title: {
      vi: 'Nguồn nhận bàn giao không phải hợp đồng của tỉnh',
      en: 'The receiving source is no contract of the province',
    },
    remedy: {
      vi: 'Chọn nguồn vốn ủy thác của ngân sách tỉnh, đã mở vào ngày bàn giao.',
      en: 'Choose an entrusted source of the provincial budget that was open on the day.',
    },
    when: {
      vi: 'Nguồn nhận quỹ không có, không thuộc ngân sách tỉnh, hoặc chưa mở vào ngày đó.',
      en: 'The source that would hold a fund is unknown, not of the provincial budget, or not open on the day.',
    },
  },
  'fund-already-handed-over': {
    status: 409,
    title: { vi: 'Quỹ đã được bàn giao', en: 'The fund is handed over already' },
    remedy: {
      vi: 'Mở biên bản bàn giao để xem; nếu sai, người khác đảo lại rồi bàn giao mới.',
      en: 'Open its transfer record; if it is wrong, another person reverses it, then hand over anew from that day on.',
    },
    when: {
      vi: 'Bàn giao quỹ vào ngày mà hợp đồng khác đang giữ quỹ, hoặc giữ quỹ về sau.',
      en: 'A fund is to be handed over on a day on which another contract holds it, or held it later.',
    },
  },
  'hand-over-figures-differ': {
    status: 422,
    title: { vi: 'Số liệu bàn giao lệch với sổ cái', en: 'The figures handed over differ from the ledger' },
    remedy: {
      vi: 'Đối chiếu từng số với sổ cái ngày bàn giao; chênh lệch nêu trong "facts".',
      en: 'Compare each figure with the ledger of that day; "facts" names the differences.',
    },
    when: {
      vi: 'Dư nợ gốc, vốn chưa cho vay hoặc dự phòng lệch so với sổ cái của ngày đó, dù chỉ một đồng.',
      en: 'Principal, unlent cash or provision is not to the đồng what the ledger holds on the day.',
    },
  },
  'overdue-exceeds-principal': {
    status: 422,
    title: { vi: 'Nợ gốc quá hạn lớn hơn dư nợ gốc', en: 'More principal is overdue than is lent' },
    remedy: { vi: 'Kiểm tra lại số nợ gốc quá hạn.', en: 'Check the overdue principal.' },
    when: {
      vi: 'Nợ gốc quá hạn khi bàn giao lớn hơn dư nợ gốc.',
      en: 'The overdue principal of a hand-over is larger than the principal.',
    },
  },
  'nothing-to-hand-over': {
    status: 422,
    title: { vi: 'Quỹ không có vốn để bàn giao', en: 'There is no fund to hand over' },
    remedy: { vi: 'Kiểm tra nguồn vốn và ngày bàn giao.', en: 'Check the source and the day.' },
    when: {
      vi: 'Bàn giao quỹ có số dư bằng không vào ngày đó.',
      en: 'A fund that is zero on the day is to be handed over.',
    },
  },
  'tranches-exceed-plan': {
    status: 422,
    title: { vi: 'Các đợt chuyển vượt kế hoạch năm', en: 'The tranches exceed the plan of their year' },
    remedy: {
      vi: 'Giảm số tiền các đợt, hoặc điều chỉnh số kế hoạch của năm đó.',
      en: 'Plan smaller tranches, or a larger figure for that year.',
    },
    when: {
      vi: 'Tổng các đợt chuyển trong năm vượt số kế hoạch của năm; năm không có trong kế hoạch thì số kế hoạch bằng không.',
      en: 'The tranches due in a year come to more than the plan has for it; a year that is not in the plan has nothing.',
    },
  },
  'named-twice': {
    status: 422,
    title: { vi: 'Năm hoặc đợt chuyển bị nêu hai lần', en: 'A year or a tranche is named twice' },
    remedy: { vi: 'Mỗi năm và mỗi đợt chuyển chỉ nêu một lần.', en: 'Name each year and each tranche once.' },
    when: {
      vi: 'Kế hoạch vốn nêu cùng một năm hoặc cùng một đợt chuyển hai lần.',
      en: 'A funding plan names the same year or the same tranche twice.',
    },
  },
  'tranche-of-another-plan': {
    status: 409,
    title: { vi: 'Đợt chuyển đã thuộc kế hoạch khác', en: 'The tranche is of another plan' },
    remedy: { vi: 'Đặt mã khác cho đợt chuyển.', en: 'Give the tranche another id.' },
    when: {
      vi: 'Kế hoạch vốn nêu đợt chuyển đã thuộc kế hoạch khác của nguồn vốn.',
      en: 'A funding plan names a tranche that another plan of the source has.',
    },
  },
  'tranche-unknown': {
    status: 422,
    title: { vi: 'Kế hoạch không có đợt chuyển này', en: 'No plan has this tranche' },
    remedy: {
      vi: 'Kiểm tra mã đợt chuyển trong kế hoạch vốn của nguồn, hoặc bỏ trống.',
      en: 'Check the id in the funding plans of the source, or leave it out.',
    },
    when: {
      vi: 'Lần nhận vốn nêu đợt chuyển không có trong kế hoạch nào của nguồn vốn.',
      en: 'A receipt names a tranche that no plan of its source has.',
    },
  },
  'year-not-over': {
    status: 422,
    title: { vi: 'Năm chưa kết thúc', en: 'The year is not over' },
    remedy: {
      vi: 'Khóa sổ từ ngày 01/01 của năm sau.',
      en: 'Close the year from the first of January after it on.',
    },
    when: {
      vi: 'Khóa sổ năm khi ngày cuối năm chưa qua.',
      en: 'A year is to be closed before its last day has passed.',
    },
  },
  'year-before-opening': {
    status: 422,
    title: { vi: 'Nguồn vốn chưa mở trong năm này', en: 'The source was not open in that year' },
    remedy: {
      vi: 'Chọn năm từ khi mở nguồn vốn trở đi.',
      en: 'Choose a year from the opening of the source on.',
    },
    when: {
      vi: 'Khóa sổ năm đã kết thúc trước khi mở nguồn vốn.',
      en: 'A year that ended before the source was opened is to be closed.',
    },
  },
  'year-already-closed': {
    status: 409,
    title: { vi: 'Năm đã khóa sổ', en: 'The year is closed already' },
    remedy: {
      vi: 'Mở báo cáo khóa sổ; số liệu ghi sau đó nằm ở phần chênh lệch.',
      en: 'Open its closing statement; what was recorded later is in the differences.',
    },
    when: { vi: 'Khóa sổ một năm lần thứ hai.', en: 'A year is to be closed a second time.' },
  },
});
