import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { nationalIdOf } from '#test/province/plan/people.ts';
import type { StoryDays } from './calendar.ts';
import type { Stage } from './stage.ts';

export interface Borrower {
  readonly householdId: string;
  readonly personId: string;
  readonly communeId: string;
}

/** Registers a household of two adults with card numbers of its own run. */
export async function formHousehold(
  stage: Stage,
  given: { readonly name: string; readonly communeId: string; readonly on: string },
): Promise<Borrower> {
  const { name, communeId, on } = given;
  const householdId = stage.id(name);
  const persons = [
    {
      personId: `${householdId}-p1`,
      fullName: 'Nguyễn Thị Hoa Mai',
      birthDate: '1986-03-12',
      sex: 'female',
      relation: 'head',
    },
    {
      personId: `${householdId}-p2`,
      fullName: 'Trần Văn Bình',
      birthDate: '1983-09-02',
      sex: 'male',
      relation: 'spouse',
    },
  ] as const;
  await stage.command('commune-officer', `register-${name}`, BENEFICIARY_ROUTES.registerHousehold, {
    body: {
      householdId,
      communeId,
      villageName: 'Khu phố 5',
      representativeId: persons[0].personId,
      persons: persons.map((person) => ({
        ...person,
        nationalId: nationalIdOf(person.sex, person.birthDate, serialOf(person.personId)),
        ethnicity: 'Kinh',
      })),
      effectiveOn: on,
    },
  });
  return { householdId, personId: persons[0].personId, communeId };
}

/** The commune recognises the household as near-poor under the standard of the days. */
export async function classifyNearPoor(
  stage: Stage,
  household: Borrower,
  days: StoryDays,
  on: string,
): Promise<void> {
  const { standardId, rules } = days.standard;
  const line = rules.find((rule) => rule.category === 'near-poor' && rule.area === 'urban')?.maxIncome ?? '0';
  await stage.command(
    'commune-chair',
    `classify-${household.householdId}`,
    BENEFICIARY_ROUTES.recordClassification,
    {
      params: { householdId: household.householdId },
      body: {
        standardId,
        category: 'near-poor',
        incomePerPerson: line,
        lacking: 1,
        decision: { number: '118/QĐ-UBND (hư cấu)', issuedOn: on, issuer: 'Ủy ban nhân dân phường' },
        effectiveOn: on,
      },
    },
  );
}

/** Six digits from the id (FNV-1a): another run gets other numbers, the same run the same. */
function serialOf(personId: string): number {
  let value = 0x811c9dc5;
  for (const character of personId) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0) % 1_000_000;
}
