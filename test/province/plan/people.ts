import type { Ethnicity, Sex } from './names.ts';
import { fullName } from './names.ts';
import type { Seeded } from './seeded.ts';

/** One fictional member of a household. */
export interface PlannedPerson {
  readonly personId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly nationalId: string;
  readonly phone: string | null;
  readonly relation: 'head' | 'spouse' | 'child' | 'parent';
  readonly ethnicity: Ethnicity;
}

/** Code of Quang Ninh in the first three digits of a national id. */
const PROVINCE_IN_NATIONAL_ID = '022';

/**
 * Twelve digits as Circular 59/2021/TT-BCA builds them: province, sex and century, year of birth, serial.
 * The serial is the order in this fictional province, so no two are equal.
 */
export function nationalIdOf(sex: Sex, birthDate: string, serial: number): string {
  const century = birthDate.startsWith('19') ? 0 : 2;
  const digit = century + (sex === 'male' ? 0 : 1);
  return `${PROVINCE_IN_NATIONAL_ID}${digit.toString()}${birthDate.slice(2, 4)}${serial.toString().padStart(6, '0')}`;
}

interface Family {
  readonly householdId: string;
  readonly ethnicity: Ethnicity;
  /** First serial number of the household; it uses at most ten. */
  readonly serial: number;
}

/** A head, mostly a spouse, and up to two others. */
export function familyMembers(draw: Seeded, family: Family): readonly PlannedPerson[] {
  const headSex: Sex = draw.chance(68) ? 'male' : 'female';
  const headBorn = draw.between(1958, 1994);
  const members: PlannedPerson[] = [];
  const add = (relation: PlannedPerson['relation'], sex: Sex, born: number): void => {
    const birthDate = dayIn(draw, born);
    const number = members.length + 1;
    members.push({
      personId: `${family.householdId}-p${number.toString()}`,
      fullName: fullName(draw, sex, family.ethnicity),
      birthDate,
      sex,
      nationalId: nationalIdOf(sex, birthDate, family.serial + number - 1),
      phone: relation === 'head' ? `0900${(family.serial + number).toString().padStart(6, '0')}` : null,
      relation,
      ethnicity: family.ethnicity,
    });
  };
  add('head', headSex, headBorn);
  if (draw.chance(82)) add('spouse', headSex === 'male' ? 'female' : 'male', headBorn + draw.between(-4, 5));
  if (draw.chance(60))
    add('child', draw.chance(50) ? 'male' : 'female', Math.min(headBorn + draw.between(22, 32), 2019));
  if (draw.chance(18)) add('parent', draw.chance(35) ? 'male' : 'female', headBorn - draw.between(21, 29));
  return members;
}

function dayIn(draw: Seeded, year: number): string {
  const month = draw.between(1, 12).toString().padStart(2, '0');
  return `${year.toString()}-${month}-${draw.between(1, 28).toString().padStart(2, '0')}`;
}
