import { AREA_ID_PATTERN, COMMUNE_ID_PATTERN } from '#shared/domain/areas.ts';
import type { Refusal } from './sheet-amount.ts';

/** Codes that files name things by, and what is said of one that is none. */

export const PROGRAMME = [
  /^[a-z0-9][a-z0-9-]{1,63}$/,
  {
    vi: 'không phải mã chương trình (chữ thường, số và gạch ngang)',
    en: 'is no programme code (lower-case letters, digits and hyphens)',
  },
] as const satisfies readonly [RegExp, Refusal];

export const COMMUNE = [
  COMMUNE_ID_PATTERN,
  { vi: 'không phải mã xã, ví dụ 06652-2025', en: 'is no commune code such as 06652-2025' },
] as const satisfies readonly [RegExp, Refusal];

export const AREA = [
  AREA_ID_PATTERN,
  {
    vi: 'không phải mã xã, cấp huyện trước đây hoặc tỉnh, ví dụ 06652-2025',
    en: 'is no code of a commune, a former district or the province, such as 06652-2025',
  },
] as const satisfies readonly [RegExp, Refusal];
