/**
 * Identity of an administrative unit: the official code and the year its validity began, `0000` when that is
 * not known. The code alone is not enough: 21 of the 54 current codes meant another unit before 2025-07-01
 * (Decision 19/2025/QĐ-TTg).
 */
export type CommuneId = string & { readonly __brand: 'CommuneId' };

export const PROVINCE_ID = '22';
export const COMMUNE_ID_PATTERN = /^\d{5}-\d{4}$/;
export const AREA_ID_PATTERN = /^(22|\d{3}-\d{4}|\d{5}-\d{4})$/;

export function communeId(text: string): CommuneId {
  if (!COMMUNE_ID_PATTERN.test(text)) throw new RangeError(`not a commune id: ${text}`);
  return text as CommuneId;
}
