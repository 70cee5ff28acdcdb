/**
 * People of the demo province who can sign in on the local cloud. All share one password: nothing here is secret.
 * A role is the name of a group of the user pool in the templates.
 */
export interface DemoAccount {
  readonly username: string;
  readonly role: string;
  /** Area ids the account may reach: the province, or communes. */
  readonly areas: readonly string[];
  readonly organisation: string | null;
  readonly nameVi: string;
}

export interface AccountGroup {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly accounts: readonly DemoAccount[];
}

export const DEMO_PASSWORD = 'Quang-Ninh-2026';

const PROVINCE = '22';

const HA_TU = '06652-2025';

const person = (username: string, role: string, area: string, nameVi: string): DemoAccount => ({
  username,
  role,
  areas: [area],
  organisation: null,
  nameVi,
});

const ofProvince = (role: string, nameVi: string): DemoAccount => person(role, role, PROVINCE, nameVi);

const second = (role: string, nameVi: string): DemoAccount => person(`${role}-2`, role, PROVINCE, nameVi);

/**
 * One account per role, named after it, that reaches the whole province so that one person can try everything; then
 * the second person of a role whose acts another of the same role has to decide or take back; then the people of one
 * ward, as they are in life: a neighbour's household is beyond their reach.
 */
export const ACCOUNT_GROUPS: readonly AccountGroup[] = [
  {
    nameVi: 'Mỗi vai trò một người, cả tỉnh',
    nameEn: 'one of each role, the whole province',
    accounts: [
      ofProvince('provincial-leader', 'Lãnh đạo Ủy ban nhân dân tỉnh'),
      ofProvince('finance-officer', 'Cán bộ Sở Tài chính'),
      ofProvince('branch-planner', 'Cán bộ kế hoạch chi nhánh'),
      ofProvince('branch-director', 'Giám đốc chi nhánh'),
      ofProvince('credit-officer', 'Cán bộ tín dụng'),
      ofProvince('commune-officer', 'Cán bộ cấp xã'),
      ofProvince('commune-chair', 'Chủ tịch Ủy ban nhân dân cấp xã'),
      ofProvince('organisation-officer', 'Cán bộ tổ chức chính trị - xã hội'),
      ofProvince('auditor', 'Kiểm toán viên'),
      ofProvince('administrator', 'Quản trị hệ thống'),
    ],
  },
  {
    nameVi: 'Người thứ hai, để duyệt hoặc đảo việc của người cùng vai trò',
    nameEn: 'the second person, to decide on or take back what another of the role did',
    accounts: [
      second('finance-officer', 'Cán bộ Sở Tài chính, người thứ hai'),
      second('branch-planner', 'Cán bộ kế hoạch chi nhánh, người thứ hai'),
      second('branch-director', 'Phó Giám đốc chi nhánh'),
    ],
  },
  {
    nameVi: 'Người của phường Hà Tu, chỉ trong phường',
    nameEn: 'people of Hà Tu ward, within the ward only',
    accounts: [
      person('ha-tu-officer', 'commune-officer', HA_TU, 'Cán bộ phường Hà Tu'),
      person('ha-tu-chair', 'commune-chair', HA_TU, 'Chủ tịch phường Hà Tu'),
      person('ha-tu-credit', 'credit-officer', HA_TU, 'Cán bộ tín dụng phường Hà Tu'),
    ],
  },
];

export const DEMO_ACCOUNTS: readonly DemoAccount[] = ACCOUNT_GROUPS.flatMap(({ accounts }) => accounts);
