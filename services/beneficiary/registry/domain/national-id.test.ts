import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { contradictionOf } from './national-id.ts';

describe('the number of a citizen card', () => {
  it.each([
    ['022185001234', '1985-03-02', 'female'],
    ['022085001234', '1985-03-02', 'male'],
    ['022201001234', '2001-12-31', 'male'],
    ['001310001234', '2010-01-01', 'female'],
  ] as const)('%s is plausible for %s, %s', (nationalId, birthDate, sex) => {
    expect(contradictionOf(nationalId, birthDate, sex)).toBeNull();
  });

  it.each([
    ['a province that never had a code', '003185001234', '1985-03-02', 'female', /province/],
    ['the other sex', '022085001234', '1985-03-02', 'female', /sex/],
    ['the other century', '022185001234', '2085-03-02', 'female', /century/],
    ['another birth year', '022184001234', '1985-03-02', 'female', /year/],
  ] as const)('contradicts %s', (_, nationalId, birthDate, sex, english) => {
    expect(contradictionOf(nationalId, birthDate, sex)?.en).toMatch(english);
  });

  property.prop([fc.integer({ min: 1900, max: 2099 }), fc.boolean(), fc.integer({ min: 0, max: 999_999 })])(
    'made by the rule is plausible, and not for the other sex',
    (year, isMale, serial) => {
      const centuryAndSex = 2 * (Math.floor(year / 100) - 19) + (isMale ? 0 : 1);
      const nationalId = `022${centuryAndSex}${String(year).slice(2)}${String(serial).padStart(6, '0')}`;
      const birthDate = `${year}-06-15`;
      expect(contradictionOf(nationalId, birthDate, isMale ? 'male' : 'female')).toBeNull();
      expect(contradictionOf(nationalId, birthDate, isMale ? 'female' : 'male')).not.toBeNull();
    },
  );
});
