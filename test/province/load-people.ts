import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { Doors } from './doors.ts';
import { inParallel } from './in-parallel.ts';
import type { PlannedGroup, PlannedHousehold } from './plan/types.ts';

/** Registers households and records their classes, each household in the order of its days. */
export async function loadHouseholds(
  doors: Doors,
  households: readonly PlannedHousehold[],
  atATime: number,
  counted: () => void,
): Promise<void> {
  await inParallel(households, atATime, async (household) => {
    await register(doors, household);
    for (const [index] of household.classes.entries()) await classify(doors, household, index);
    counted();
  });
}

async function register(doors: Doors, household: PlannedHousehold): Promise<void> {
  const { householdId, communeId, villageName, registeredOn, persons } = household;
  await doors.as('commune-officer').call(BENEFICIARY_ROUTES.registerHousehold, {
    idempotencyKey: `${householdId}-register`,
    body: {
      householdId,
      communeId,
      villageName,
      representativeId: `${householdId}-p1`,
      persons: persons.map(({ phone, ...person }) => (phone === null ? person : { ...person, phone })),
      effectiveOn: registeredOn,
    },
  });
}

async function classify(doors: Doors, household: PlannedHousehold, index: number): Promise<void> {
  const planned = household.classes[index];
  if (!planned) return;
  const { standardId, category, incomePerPerson, lacking, on, decisionNumber } = planned;
  await doors.as('commune-chair').call(BENEFICIARY_ROUTES.recordClassification, {
    params: { householdId: household.householdId },
    idempotencyKey: `${household.householdId}-class-${(index + 1).toString()}`,
    body: {
      standardId,
      category,
      incomePerPerson,
      lacking,
      decision: { number: decisionNumber, issuedOn: on, issuer: 'Ủy ban nhân dân cấp xã' },
      effectiveOn: on,
    },
  });
}

export async function loadGroups(
  doors: Doors,
  groups: readonly PlannedGroup[],
  atATime: number,
  counted: () => void,
): Promise<void> {
  await inParallel(groups, atATime, async (group) => {
    const { formedOn, members, ...rest } = group;
    await doors.as('organisation-officer').call(LENDING_ROUTES.formGroup, {
      idempotencyKey: `${group.groupId}-form`,
      body: {
        ...rest,
        members: [...members],
        leaderHouseholdId: members[0]?.householdId ?? '',
        effectiveOn: formedOn,
      },
    });
    counted();
  });
}
