import type { REGISTRY_ROUTES } from '#shared/contracts/beneficiary/registry/routes.ts';
import type { Page } from '#beneficiary/areas/application/ports.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { ResponseOf } from '#shared/contracts/route.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import { classesInForce } from '../domain/classification.ts';
import type { Person } from '../domain/household.ts';
import type { HouseholdReader, HouseholdRow, RecordedClass } from './ports.ts';

const refuse = errorsOf(COMMON_ERRORS);

type HouseholdAnswer = ResponseOf<typeof REGISTRY_ROUTES.getHousehold>;

const LATEST_PAGE = 20;

/**
 * A household as of a day, with the classes recorded up to it.
 * Throws `not-found` (also before its registration) or `area-not-allowed`.
 */
export async function findHousehold(
  households: HouseholdReader,
  caller: Caller,
  householdId: string,
  asOf: string,
): Promise<HouseholdAnswer> {
  const found = await households.withPersons(householdId);
  if (found === null || found.household.registeredOn > asOf) throw refuse('not-found', { householdId });
  const { household, persons } = found;
  assertReach(caller, household.communeId);
  const history = await households.classes(householdId, asOf);
  const inForce = new Set(classesInForce(history, asOf));
  return {
    householdId,
    version: household.version,
    communeId: household.communeId,
    villageName: household.villageName,
    address: household.address,
    representativeId: household.representativeId,
    registeredOn: household.registeredOn,
    registeredBy: household.registeredBy,
    persons: persons.map((person) => shown(person, seesNumbers(caller, household.communeId))),
    classifications: history.map((one) => wireClass(one, inForce.has(one))).reverse(),
    asOf,
  };
}

/** One page of a commune's households. Throws `area-not-allowed`. */
export function listHouseholds(
  households: HouseholdReader,
  caller: Caller,
  query: {
    readonly communeId: string;
    readonly cursor?: string | undefined;
    readonly limit?: string | undefined;
  },
): Promise<Page<HouseholdRow>> {
  assertReach(caller, query.communeId);
  const limit = query.limit === undefined ? LATEST_PAGE : Number(query.limit);
  return households.inCommune(query.communeId, query.cursor, limit);
}

/** The commune's own officers work with the whole numbers; others only need to recognise them. */
function seesNumbers({ roles, areas }: Caller, communeId: string): boolean {
  return areas.includes(communeId) && (roles.includes('commune-officer') || roles.includes('commune-chair'));
}

function shown(person: Person, whole: boolean): HouseholdAnswer['persons'][number] {
  const { nationalId, phone, ...rest } = person;
  return {
    ...rest,
    nationalId: whole ? nationalId : masked(nationalId),
    phone: whole ? phone : masked(phone),
  };
}

function masked(number: string | null): string | null {
  return number === null ? null : number.slice(-4).padStart(number.length, '•');
}

function wireClass(one: RecordedClass, inForce: boolean): HouseholdAnswer['classifications'][number] {
  return { ...one, incomePerPerson: one.incomePerPerson.toString(), inForce };
}
