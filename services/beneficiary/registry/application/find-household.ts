import { pageRequest } from '#shared/application/pages.ts';
import type { Page, PageQuery } from '#shared/application/pages.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { classesInForce } from '../domain/classification.ts';
import type { Person } from '../domain/household.ts';
import type { HouseholdReader, HouseholdRow } from './ports.ts';

const refuse = errorsOf(COMMON_ERRORS);

/**
 * A household as of a day, with the classes recorded up to it.
 * Throws `not-found` (also before its registration) or `area-not-allowed`.
 */
export async function findHousehold(
  households: HouseholdReader,
  caller: Caller,
  householdId: string,
  asOf: BusinessDay,
) {
  const found = await households.withPersons(householdId);
  if (found === null || found.household.registeredOn > asOf) throw refuse('not-found', { householdId });
  const { household, persons } = found;
  assertReach(caller, household.communeId);
  const history = await households.classes(householdId, asOf);
  const inForce = new Set(classesInForce(history, asOf));
  return {
    ...household,
    persons: persons.map((person) => shown(person, seesNumbers(caller, household.communeId))),
    classifications: history.map((one) => ({ ...one, inForce: inForce.has(one) })).reverse(),
    asOf,
  };
}

/** One page of a commune's households. Throws `area-not-allowed`. */
export function listHouseholds(
  households: HouseholdReader,
  caller: Caller,
  query: PageQuery & { readonly communeId: string },
): Promise<Page<HouseholdRow>> {
  assertReach(caller, query.communeId);
  return households.inCommune(query.communeId, pageRequest(query));
}

/** The commune's own officers work with the whole numbers; others only need to recognise them. */
function seesNumbers({ roles, areas }: Caller, communeId: string): boolean {
  return areas.includes(communeId) && (roles.includes('commune-officer') || roles.includes('commune-chair'));
}

function shown(person: Person, whole: boolean): Person {
  const { nationalId, phone } = person;
  return whole ? person : { ...person, nationalId: masked(nationalId), phone: masked(phone) };
}

function masked(number: string | null): string | null {
  return number === null ? null : number.slice(-4).padStart(number.length, '•');
}
