import { addDays, addMonths, businessDay } from '#shared/domain/business-day.ts';
import {
  readAreas,
  readOrganisations,
  readPovertyStandards,
  readProgrammes,
} from '#shared/reference/reference-data.ts';
import { classesOf, personsOf } from './households.ts';
import { lawOf } from './law.ts';
import { monthsBetween } from './loan-days.ts';
import { listsOf } from './loans.ts';
import type { Frame } from './loans.ts';
import { villageName } from './names.ts';
import { placesOn } from './places.ts';
import type { Place } from './places.ts';
import { seeded } from './seeded.ts';
import type { Seeded } from './seeded.ts';
import { sourcesOf } from './sources.ts';
import type { Plan, PlannedGroup, PlannedHousehold, PlannedList, PlannedLoan } from './types.ts';

/** The 54 units began on this day (Decision 19/2025/QĐ-TTg); the demonstration lends in no other. */
const UNITS_BEGAN = '2025-07-01';
const MONTHS = 18;
const GROUPS_PER_COMMUNE = 2;

/** The fictional province up to a day: the same for the same day, on every machine. `communes` makes it smaller. */
export function planProvince(lastDay: string, communes = Number.POSITIVE_INFINITY): Plan {
  const began = addMonths(businessDay(lastDay), -MONTHS);
  const firstDay = began < UNITS_BEGAN ? UNITS_BEGAN : began;
  const law = lawOf(readProgrammes(), readPovertyStandards());
  const frame: Frame = { law, firstDay, lastDay, months: monthsBetween(firstDay, lastDay) };
  const organisations = readOrganisations().map((organisation) => organisation.organisationId);
  const planned = placesOn(readAreas(), firstDay)
    .slice(0, communes)
    .map((place, index) =>
      planCommune(seeded(`province ${place.communeId}`), frame, place, index, organisations),
    );
  const lists = planned.flatMap((commune) => commune.lists);
  return {
    firstDay,
    lastDay,
    households: planned.flatMap((commune) => commune.households),
    groups: planned.flatMap((commune) => commune.groups),
    lists,
    sources: sourcesOf(lists, firstDay, lastDay),
  };
}

interface PlannedCommune {
  readonly households: readonly PlannedHousehold[];
  readonly groups: readonly PlannedGroup[];
  readonly lists: readonly PlannedList[];
}

function planCommune(
  draw: Seeded,
  frame: Frame,
  place: Place,
  index: number,
  organisations: readonly string[],
): PlannedCommune {
  const villages: PlannedCommune[] = Array.from({ length: GROUPS_PER_COMMUNE }, (_, number) =>
    planVillage(draw, frame, place, index * GROUPS_PER_COMMUNE + number, organisations),
  );
  return {
    households: villages.flatMap((village) => village.households),
    groups: villages.flatMap((village) => village.groups),
    lists: villages.flatMap((village) => village.lists),
  };
}

/** One village with its group; `order` counts the villages of the province from 0. */
function planVillage(
  draw: Seeded,
  frame: Frame,
  place: Place,
  order: number,
  organisations: readonly string[],
): PlannedCommune {
  const number = (order % GROUPS_PER_COMMUNE) + 1;
  const village = villageName(draw, place.urban, number);
  const registeredOn = addDays(businessDay(frame.firstDay), draw.between(1, 4));
  const size = draw.between(8, 10);
  // Now and then a household of the village has not joined the group.
  const settlers = Array.from({ length: size + (draw.chance(25) ? 1 : 0) }, (_, at) => {
    const householdId = `hh-${place.code}-${number.toString()}${(at + 1).toString().padStart(2, '0')}`;
    return {
      householdId,
      order: order * 12 + at,
      persons: personsOf(draw, place, householdId, order * 12 + at),
    };
  });
  const group: PlannedGroup = {
    groupId: `grp-${place.code}-${number.toString()}`,
    name: `Tổ TK&VV ${village}`,
    communeId: place.communeId,
    villageName: village,
    organisationId: draw.oneOf(organisations),
    transactionDay: 3 + ((order * 5) % 24),
    formedOn: addDays(registeredOn, draw.between(2, 8)),
    members: settlers
      .slice(0, size)
      .flatMap(({ householdId, persons: [head] }) =>
        head ? [{ householdId, personId: head.personId }] : [],
      ),
  };
  const lists = listsOf(draw, frame, place, group, order);
  const borrowers = new Map<string, PlannedLoan>(
    lists.flatMap((list) => list.loans.map((loan) => [loan.householdId, loan])),
  );
  const households = settlers.map(({ householdId, persons, order: householdOrder }) => ({
    householdId,
    communeId: place.communeId,
    villageName: village,
    registeredOn,
    persons,
    classes: classesOf(
      draw,
      frame,
      { urban: place.urban, registeredOn, order: householdOrder },
      borrowers.get(householdId) ?? null,
    ),
  }));
  return { households, groups: [group], lists };
}
