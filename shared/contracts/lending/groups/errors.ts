import { defineErrors } from '#shared/domain/errors.ts';

/** Refusals about savings and credit groups and their members. */
export const GROUP_ERRORS = defineErrors({
  'household-in-another-group': {
    status: 409,
    title: { vi: 'Hộ đã là thành viên của một tổ', en: 'The household is already a member of a group' },
    remedy: { vi: 'Mỗi hộ chỉ tham gia một tổ TK&VV.', en: 'A household belongs to one group only.' },
    when: {
      vi: 'Hộ được kết nạp đang là thành viên của một tổ.',
      en: 'A household to be admitted is a member of a group already.',
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
});
