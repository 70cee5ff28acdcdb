/** People of the demo province who can sign in on the local cloud. All share one password: nothing here is secret. */
import type { Role } from '#shared/domain/roles.ts';
import { PROVINCE_ID } from '#shared/domain/areas.ts';

export interface DemoAccount {
  readonly username: string;
  readonly role: Role;
  /** Area ids the account may reach: the province, or communes. */
  readonly areas: readonly string[];
  readonly organisation: string | null;
  readonly nameVi: string;
}

export const DEMO_PASSWORD = 'Quang-Ninh-2026';

const HA_TU = '06652-2025';

const ofProvince = (role: Role, nameVi: string): DemoAccount => ({
  username: role,
  role,
  areas: [PROVINCE_ID],
  organisation: null,
  nameVi,
});

/**
 * One account per role, named after it, that reaches the whole province so that one person can try everything;
 * then the people of one ward, as they are in life: a neighbour's household is beyond their reach.
 */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
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
  {
    username: 'ha-tu-officer',
    role: 'commune-officer',
    areas: [HA_TU],
    organisation: null,
    nameVi: 'Cán bộ phường Hà Tu',
  },
  {
    username: 'ha-tu-chair',
    role: 'commune-chair',
    areas: [HA_TU],
    organisation: null,
    nameVi: 'Chủ tịch phường Hà Tu',
  },
  {
    username: 'ha-tu-credit',
    role: 'credit-officer',
    areas: [HA_TU],
    organisation: null,
    nameVi: 'Cán bộ tín dụng phường Hà Tu',
  },
];
