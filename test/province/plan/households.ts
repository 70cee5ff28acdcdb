import { addDays, businessDay } from '#shared/domain/business-day.ts';
import { escapeOn, lastEscapeDay, nearPoorOn } from './classes.ts';
import type { PlannedClass } from './classes.ts';
import type { Frame } from './loans.ts';
import type { Ethnicity } from './names.ts';
import { OFFERS } from './offers.ts';
import { familyMembers } from './people.ts';
import type { PlannedPerson } from './people.ts';
import type { Place } from './places.ts';
import type { Seeded } from './seeded.ts';
import type { PlannedLoan } from './types.ts';

const HIGHLAND: readonly Ethnicity[] = ['Dao', 'Tày', 'Sán Dìu', 'Sán Chay'];

/** The persons of a household; `order` counts the households of the province from 0. */
export function personsOf(
  draw: Seeded,
  place: Place,
  householdId: string,
  order: number,
): readonly PlannedPerson[] {
  const highland = place.remote && !place.island && draw.chance(70);
  const ethnicity = highland ? draw.oneOf(HIGHLAND) : 'Kinh';
  return familyMembers(draw, { householdId, ethnicity, serial: order * 10 });
}

/** The classes a household went through: what its loan needs, and for a few others a place on the list of 2025. */
export function classesOf(
  draw: Seeded,
  frame: Frame,
  household: { readonly urban: boolean; readonly registeredOn: string; readonly order: number },
  loan: PlannedLoan | null,
): readonly PlannedClass[] {
  const { law, lastDay } = frame;
  const { urban, registeredOn, order } = household;
  const needs = loan === null || loan.ends === 'ineligible' ? null : needsOf(loan.programmeId);
  if (needs === null && (loan !== null || !draw.chance(7))) return [];
  const listedOn = addDays(businessDay(registeredOn), 1);
  const listed = nearPoorOn(draw, law, urban, listedOn, 100 + order);
  if (!listed) return [];
  const wished =
    needs === 'escaped' && loan
      ? addDays(businessDay(loan.confirmedOn), -10)
      : addDays(businessDay(lastDay), -30);
  const latest = lastEscapeDay(law, listedOn, wished);
  const leftOn = needs === 'near-poor' && loan && latest <= loan.confirmedOn ? null : latest;
  const escape =
    leftOn === null || leftOn <= listedOn ? null : escapeOn(draw, law, urban, leftOn, 5000 + order);
  return escape ? [listed, escape] : [listed];
}

function needsOf(programmeId: string): 'near-poor' | 'escaped' | null {
  return OFFERS.find((offer) => offer.programmeId === programmeId)?.needs ?? null;
}
