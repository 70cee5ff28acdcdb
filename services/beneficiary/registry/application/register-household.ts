import type { REGISTRY_ROUTES } from '#shared/contracts/beneficiary/registry/routes.ts';
import { effectiveDay } from '#shared/application/preconditions.ts';
import type { Accepted } from '#shared/contracts/common.ts';
import { holdsHouseholds } from '#beneficiary/areas/domain/area.ts';
import type { Context } from '#shared/application/context.ts';
import { AREA_ERRORS } from '#shared/contracts/beneficiary/areas/errors.ts';
import { REGISTRY_ERRORS } from '#shared/contracts/beneficiary/registry/errors.ts';
import { HouseholdRegistered } from '#shared/contracts/beneficiary/registry/events.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { BodyOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { registered } from '../domain/household.ts';
import type { Person } from '../domain/household.ts';
import type { HouseholdStore, RegistryStore } from './ports.ts';

const refuse = errorsOf({ ...COMMON_ERRORS, ...AREA_ERRORS, ...REGISTRY_ERRORS });

type Input = BodyOf<typeof REGISTRY_ROUTES.registerHousehold>;

/**
 * Registers a household with its persons.
 *
 * 1. The caller must reach the commune, and the day must not lie ahead.
 * 2. The persons must make sense by themselves: one head, an adult who represents them, no repetition, plausible national ids.
 * 3. Neither the household's id nor a national id may be taken.
 * 4. The commune must be in force on the day.
 * 5. Household, persons, the locks on their national ids and the fact are written as one.
 *
 * Throws `area-not-allowed`, `effective-day-in-future`, `persons-repeated`, `born-after-registration`,
 * `representative-not-in-household`, `household-head-not-one`, `household-spouse-not-one`, `representative-not-adult`, `national-id-implausible`, `already-exists`, `national-id-already-registered`
 * or `commune-not-in-force`.
 */
export async function registerHousehold(
  { caller, today, store }: Context<RegistryStore>,
  input: Input,
): Promise<Accepted> {
  assertReach(caller, input.communeId);
  const on = effectiveDay(input.effectiveOn, today);
  const persons = input.persons.map(personOf);
  const { householdId, communeId, villageName, address = null, representativeId } = input;
  const household = registered({
    householdId,
    communeId,
    villageName,
    address,
    representativeId,
    persons,
    on,
    by: caller.id,
  });
  await refuseObstacles(store.households, householdId, persons);
  const area = await store.areas.area(communeId);
  if (!holdsHouseholds(area, on)) throw refuse('commune-not-in-force', { communeId, effectiveOn: on });
  return store.households.register(
    household,
    persons,
    draftEvent({
      event: HouseholdRegistered,
      subject: householdId,
      aggregateVersion: household.version,
      communeId,
      effectiveOn: on,
      data: { householdId, communeId, members: household.members },
    }),
  );
}

function personOf(person: Input['persons'][number]): Person {
  const { nationalId = null, phone = null, ethnicity = null, ...rest } = person;
  return { ...rest, nationalId, phone, ethnicity };
}

async function refuseObstacles(
  households: HouseholdStore,
  householdId: string,
  persons: readonly Person[],
): Promise<void> {
  const { idTaken, nationalIdsTaken } = await households.obstacles(householdId, persons);
  if (idTaken) throw refuse('already-exists', { id: householdId });
  if (nationalIdsTaken.length > 0) throw nationalIdTaken(nationalIdsTaken);
}

/** Tells which field, never whose number it is. */
function nationalIdTaken(indexes: readonly number[]): Error {
  const { title } = REGISTRY_ERRORS['national-id-already-registered'];
  return refuse(
    'national-id-already-registered',
    {},
    indexes.map((index) => ({ pointer: `/persons/${index}/nationalId`, detail: title })),
  );
}
