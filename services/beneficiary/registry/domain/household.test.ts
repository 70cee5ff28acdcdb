import { describe, expect, it } from 'vitest';
import { businessDay } from '#shared/domain/business-day.ts';
import { classified, registered } from './household.ts';
import type { Person, Registration } from './household.ts';

const lan: Person = {
  personId: 'lan',
  fullName: 'Nguyễn Thị Lan',
  birthDate: businessDay('1985-03-02'),
  sex: 'female',
  nationalId: '022185001234',
  phone: null,
  relation: 'head',
  ethnicity: null,
};
const minh: Person = {
  ...lan,
  personId: 'minh',
  sex: 'male',
  nationalId: '022085004321',
  relation: 'spouse',
};
const an: Person = {
  ...lan,
  personId: 'an',
  nationalId: null,
  birthDate: businessDay('2020-01-01'),
  relation: 'child',
};

function registration(given: Partial<Registration> = {}): Registration {
  return {
    householdId: 'hh-1',
    communeId: '06652-2025',
    villageName: 'Khu 1',
    address: null,
    representativeId: 'lan',
    persons: [lan, minh],
    on: businessDay('2026-11-24'),
    by: 'officer',
    ...given,
  };
}

describe('a household', () => {
  it('starts at version 1 without a class, under the name of its representative', () => {
    expect(registered(registration())).toMatchObject({
      version: 1,
      members: 2,
      representativeName: 'Nguyễn Thị Lan',
      lastCategory: { national: null, province: null },
      lastFactOn: '2026-11-24',
    });
  });

  it.each([
    ['persons-repeated', { persons: [lan, { ...minh, personId: 'lan' }] }, ['/persons/1/personId']],
    [
      'persons-repeated',
      { persons: [lan, { ...minh, nationalId: lan.nationalId }] },
      ['/persons/1/nationalId'],
    ],
    ['representative-not-in-household', { representativeId: 'hoa' }, []],
    ['household-head-not-one', { persons: [{ ...lan, relation: 'other' }, minh] }, ['/persons']],
    [
      'household-head-not-one',
      { persons: [lan, an, { ...minh, relation: 'head' }] },
      ['/persons/0/relation', '/persons/2/relation'],
    ],
    [
      'household-spouse-not-one',
      { persons: [lan, minh, { ...minh, personId: 'hai', nationalId: null }] },
      ['/persons/1/relation', '/persons/2/relation'],
    ],
    ['representative-not-adult', { persons: [lan, an], representativeId: 'an' }, ['/persons/1/birthDate']],
    ['representative-not-adult', { on: businessDay('2003-03-01') }, ['/persons/0/birthDate']],
    [
      'born-after-registration',
      { on: businessDay('1985-03-01') },
      ['/persons/0/birthDate', '/persons/1/birthDate'],
    ],
    ['national-id-implausible', { persons: [lan, { ...minh, sex: 'female' }] }, ['/persons/1/nationalId']],
  ] satisfies [string, Partial<Registration>, string[]][])(
    'is refused with %s, naming the fields',
    (code, given, pointers) => {
      expect(() => registered(registration(given))).toThrow(
        expect.objectContaining({
          code,
          fields: pointers.map((pointer) => expect.objectContaining({ pointer }) as unknown),
        }),
      );
    },
  );

  it('is represented by any of its adults, from the eighteenth birthday on', () => {
    expect(registered(registration({ on: businessDay('2003-03-02') })).representativeName).toBe(
      'Nguyễn Thị Lan',
    );
    expect(registered(registration({ representativeId: 'minh' })).representativeId).toBe('minh');
  });

  it('may have persons without a national id', () => {
    const children = ['an', 'binh'].map((personId) => ({ ...an, personId }));
    expect(registered(registration({ persons: [lan, ...children] })).members).toBe(3);
  });

  it('keeps its classes by level and takes none for a day before its last fact', () => {
    const household = registered(registration());
    const decision = { number: '12/QĐ-UBND', issuedOn: '2026-11-25', issuer: 'UBND phường' };
    const poor = {
      standardId: 'national-2022',
      standardRevision: 1,
      scope: 'national',
      category: 'poor',
      from: businessDay('2026-11-25'),
      until: businessDay('2026-12-31'),
      incomePerPerson: 1n as never,
      lacking: 3,
      decision,
    } as const;
    expect(classified(household, poor)).toMatchObject({
      version: 2,
      lastFactOn: '2026-11-25',
      lastCategory: { national: 'poor', province: null },
    });
    expect(() => classified(household, { ...poor, from: businessDay('2026-11-23') })).toThrow(
      expect.objectContaining({ code: 'before-last-fact' }),
    );
  });
});
