import { PROVINCE_ID } from './areas.ts';
import { DomainError, defineErrors } from './errors.ts';
import type { Role, Scope } from './roles.ts';

/** A person with roles, or another system with scopes. `areas` are the communes it may reach, or the province. */
export interface Caller {
  readonly id: string;
  readonly kind: 'person' | 'system';
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  readonly areas: readonly string[];
  readonly organisationId: string | null;
}

export const CALLER_ERRORS = defineErrors({
  'area-not-allowed': {
    status: 403,
    title: { vi: 'Ngoài địa bàn được giao', en: 'Outside the area you are assigned' },
    remedy: {
      vi: 'Chỉ thao tác trong địa bàn của mình, hoặc đề nghị quản trị viên giao thêm địa bàn.',
      en: 'Work within your own area, or ask an administrator to assign the area to you.',
    },
    when: {
      vi: 'Đối tượng nằm ở xã ngoài địa bàn của người gọi.',
      en: 'The thing lies in a commune outside the areas of the caller.',
    },
  },
  'organisation-not-allowed': {
    status: 403,
    title: { vi: 'Thuộc tổ chức hội khác', en: 'Belongs to another organisation' },
    remedy: {
      vi: 'Chỉ thao tác với tổ của tổ chức hội mình phụ trách.',
      en: 'Work with groups of your own organisation.',
    },
    when: {
      vi: 'Tổ do tổ chức hội khác với tổ chức của người gọi quản lý.',
      en: 'The group is managed by another entrusted organisation than the caller’s.',
    },
  },
});

export function mayReach(caller: Caller, communeId: string): boolean {
  return caller.areas.includes(PROVINCE_ID) || caller.areas.includes(communeId);
}

/** Throws `area-not-allowed` (403). */
export function assertReach(caller: Caller, communeId: string): void {
  if (!mayReach(caller, communeId)) throw new DomainError(CALLER_ERRORS, 'area-not-allowed', { communeId });
}

/** Province-wide figures are for those whose area is the province. Throws `area-not-allowed` (403). */
export function assertReachProvince(caller: Caller): void {
  assertReach(caller, PROVINCE_ID);
}

/** An organisation officer acts only for the own organisation. Throws `organisation-not-allowed` (403). */
export function assertOrganisation(caller: Caller, organisationId: string): void {
  if (caller.organisationId !== null && caller.organisationId !== organisationId) {
    throw new DomainError(CALLER_ERRORS, 'organisation-not-allowed', { organisationId });
  }
}
