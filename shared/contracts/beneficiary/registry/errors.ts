import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about households, their persons and their classes. */
export const REGISTRY_ERRORS = defineErrors({
  'representative-not-in-household': {
    status: 422,
    title: { vi: 'Người đại diện không có trong hộ', en: 'The representative is not in the household' },
    remedy: {
      vi: 'Chọn người đại diện trong danh sách thành viên của hộ.',
      en: 'Choose the representative from the persons of the household.',
    },
    when: {
      vi: 'representativeId không phải ai trong các thành viên.',
      en: 'representativeId names none of the persons.',
    },
  },
  'representative-not-adult': {
    status: 422,
    title: { vi: 'Người đại diện chưa đủ 18 tuổi', en: 'The representative is under 18' },
    remedy: {
      vi: 'Chọn một thành viên từ đủ 18 tuổi làm người đại diện, hoặc sửa ngày sinh được nêu trong "errors".',
      en: 'Choose a member of 18 or more as the representative, or correct the birth date named in "errors".',
    },
    when: {
      vi: 'Người đại diện là thành viên chưa đủ 18 tuổi vào ngày hiệu lực.',
      en: 'The representative is a member who is not yet 18 on the effective day.',
    },
  },
  'household-head-not-one': {
    status: 422,
    title: { vi: 'Hộ phải có đúng một chủ hộ', en: 'A household has exactly one head' },
    remedy: {
      vi: 'Ghi quan hệ "head" cho đúng một thành viên; "errors" nêu những người đang được ghi.',
      en: 'Give the relation "head" to exactly one member; "errors" names those who have it.',
    },
    when: {
      vi: 'Không có ai, hoặc có hơn một người, là chủ hộ.',
      en: 'No person, or more than one, is the head of the household.',
    },
  },
  'household-spouse-not-one': {
    status: 422,
    title: { vi: 'Chủ hộ có nhiều hơn một vợ hoặc chồng', en: 'The head has more than one spouse' },
    remedy: {
      vi: 'Sửa quan hệ của những người được nêu trong "errors"; vợ chồng của thành viên khác ghi "other".',
      en: 'Correct the relation of those named in "errors"; the spouse of another member is "other".',
    },
    when: {
      vi: 'Hơn một người được ghi là vợ hoặc chồng của chủ hộ.',
      en: 'More than one person is the spouse of the head of the household.',
    },
  },
  'persons-repeated': {
    status: 422,
    title: { vi: 'Một người được khai hai lần trong hộ', en: 'A person is listed twice in the household' },
    remedy: {
      vi: 'Mỗi người một mã và một số định danh riêng.',
      en: 'Give each person an id and a national id of their own.',
    },
    when: {
      vi: 'Hai người trong yêu cầu trùng personId hoặc trùng số định danh.',
      en: 'Two persons of the request share a personId or a national id.',
    },
  },
  'national-id-implausible': {
    status: 422,
    title: {
      vi: 'Số định danh không khớp với ngày sinh hoặc giới tính đã khai',
      en: 'The national id does not fit the stated birth date or sex',
    },
    remedy: {
      vi: 'Đối chiếu với thẻ căn cước rồi sửa trường được nêu. Khớp cấu trúc chưa có nghĩa là số đúng.',
      en: 'Compare with the card and correct the field named. A fitting structure does not prove the number right.',
    },
    when: {
      vi: 'Mã tỉnh, chữ số thế kỷ và giới tính hoặc năm sinh trong 12 chữ số trái với thông tin đã khai.',
      en: 'Province code, century and sex digit or birth year of the 12 digits contradict what was stated.',
    },
  },
  'national-id-already-registered': {
    status: 409,
    title: {
      vi: 'Số định danh đã được đăng ký trong tỉnh',
      en: 'The national id is already registered in the province',
    },
    remedy: {
      vi: 'Kiểm tra lại số; nếu đúng, liên hệ quản trị viên để tìm hồ sơ đang có.',
      en: 'Check the number; if it is right, ask an administrator to find the existing record.',
    },
    when: {
      vi: 'Một người thuộc hộ nào đó đã có số định danh này. Không cho biết là của ai.',
      en: 'A person of any household already has this national id. Whose it is is not told.',
    },
  },
  'born-after-registration': {
    status: 422,
    title: { vi: 'Ngày sinh sau ngày đăng ký', en: 'Born after the day of registration' },
    remedy: { vi: 'Sửa ngày sinh hoặc ngày đăng ký.', en: 'Correct the birth date or the effective day.' },
    when: {
      vi: 'Ngày sinh của một người sau effectiveOn.',
      en: 'The birth date of a person is after effectiveOn.',
    },
  },
  'category-not-by-standard': {
    status: 422,
    title: {
      vi: 'Loại hộ không đúng với thu nhập và số chỉ số thiếu hụt',
      en: 'The category is not what the standard gives for this income and these deprivations',
    },
    remedy: {
      vi: 'Kiểm tra lại thu nhập, số chỉ số thiếu hụt hoặc chọn loại hộ do chuẩn nghèo xác định.',
      en: 'Check income and deprivations, or choose the category the standard gives.',
    },
    when: {
      vi: 'Theo quy định của chuẩn nghèo, khu vực, thu nhập và các chỉ số thiếu hụt đã khai cho loại hộ khác, hoặc không thuộc loại nào.',
      en: 'The rules of the standard give another category, or none, for the area, income and deprivations stated.',
    },
  },
  'not-on-the-list': {
    status: 422,
    title: {
      vi: 'Hộ không có trong danh sách nghèo, cận nghèo',
      en: 'The household is not on the poor or near-poor list',
    },
    remedy: {
      vi: 'Chỉ công nhận thoát nghèo cho hộ đang trong danh sách theo cùng cấp chuẩn.',
      en: 'Only a household on the list of the same level can be recognised as escaped.',
    },
    when: {
      vi: 'Ghi thoát nghèo cho hộ mà lần phân loại gần nhất theo cấp chuẩn đó không phải nghèo hoặc cận nghèo.',
      en: 'Category escaped-poverty for a household whose last class at that level is neither poor nor near-poor.',
    },
  },
  'before-last-fact': {
    status: 422,
    title: {
      vi: 'Ngày hiệu lực trước quyết định gần nhất của hộ',
      en: 'The day is before the last fact of the household',
    },
    remedy: {
      vi: 'Chọn ngày không sớm hơn ngày hiệu lực gần nhất.',
      en: 'Choose a day not earlier than the last effective day.',
    },
    when: {
      vi: 'effectiveOn trước ngày của lần ghi nhận gần nhất của hộ.',
      en: 'effectiveOn is before the household’s last recorded fact.',
    },
  },
});
