import type { Text } from '#shared/domain/text.ts';

/**
 * The 12 digits of a citizen card: 3 for the province of birth registration, 1 for century and sex, 2 for the
 * birth year, 6 without meaning; there is no check digit (Decree 137/2015/NĐ-CP). Comparing with birth date
 * and sex finds about four in ten single wrong digits, so a number that fits is plausible, never proven.
 */
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 ' +
    '040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 ' +
    '083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);

export type Sex = 'male' | 'female';

/** Why the number cannot belong to a person of that birth date and sex; null when it is plausible. */
export function contradictionOf(nationalId: string, birthDate: string, sex: Sex): Text | null {
  if (!PROVINCES.has(nationalId.slice(0, 3))) {
    return {
      vi: 'Ba số đầu không phải mã tỉnh, thành phố',
      en: 'The first three digits are no province code',
    };
  }
  const century = Number(birthDate.slice(0, 2)) - 19;
  const centuryAndSex = 2 * century + (sex === 'male' ? 0 : 1);
  if (Number(nationalId.slice(3, 4)) !== centuryAndSex) {
    return {
      vi: 'Số thứ tư không khớp thế kỷ sinh và giới tính',
      en: 'The fourth digit does not fit birth century and sex',
    };
  }
  if (nationalId.slice(4, 6) !== birthDate.slice(2, 4)) {
    return {
      vi: 'Số thứ năm và sáu không khớp năm sinh',
      en: 'The fifth and sixth digits do not fit the birth year',
    };
  }
  return null;
}
