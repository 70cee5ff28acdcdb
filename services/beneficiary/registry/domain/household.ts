import type { StandardScope } from '#beneficiary/standards/domain/poverty-standard.ts';
import { REGISTRY_ERRORS } from '#shared/contracts/beneficiary/registry/errors.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { FieldError } from '#shared/domain/errors.ts';
import type { Classification } from './classification.ts';
import { representativeOf } from './household-members.ts';
import { contradictionOf } from './national-id.ts';
import type { Sex } from './national-id.ts';

const refuse = errorsOf(REGISTRY_ERRORS);

export interface Person {
  readonly personId: string;
  readonly fullName: string;
  readonly birthDate: BusinessDay;
  readonly sex: Sex;
  readonly nationalId: string | null;
  readonly phone: string | null;
  readonly relation: string;
  readonly ethnicity: string | null;
}

/** What is kept at the head of a household; persons and classes lie beside it. */
export interface Household {
  readonly householdId: string;
  readonly version: number;
  readonly communeId: string;
  readonly villageName: string;
  readonly address: string | null;
  readonly representativeId: string;
  readonly representativeName: string;
  readonly members: number;
  readonly registeredOn: BusinessDay;
  readonly registeredBy: string;
  /** The last recorded class by level, whether or not it still holds. */
  readonly lastCategory: Readonly<Record<StandardScope, string | null>>;
  /** Nothing may be recorded for a day before this one. */
  readonly lastFactOn: BusinessDay;
}

export interface Registration {
  readonly householdId: string;
  readonly communeId: string;
  readonly villageName: string;
  readonly address: string | null;
  readonly representativeId: string;
  readonly persons: readonly Person[];
  readonly on: BusinessDay;
  readonly by: string;
}

/**
 * A new household. Throws `persons-repeated`, `born-after-registration`, what its composition refuses or
 * `national-id-implausible` (422), naming every person concerned.
 */
export function registered(registration: Registration): Household {
  const { persons, representativeId, on, by, ...place } = registration;
  refuseAll('persons-repeated', repetitions(persons));
  refuseAll('born-after-registration', unborn(persons, on));
  const representative = representativeOf(persons, representativeId, on);
  refuseAll('national-id-implausible', contradictions(persons));
  return {
    ...place,
    version: 1,
    representativeId,
    representativeName: representative.fullName,
    members: persons.length,
    registeredOn: on,
    registeredBy: by,
    lastCategory: { national: null, province: null },
    lastFactOn: on,
  };
}

/** The household after a class was recorded. Throws `before-last-fact`. */
export function classified(household: Household, classification: Classification): Household {
  if (classification.from < household.lastFactOn) {
    throw refuse('before-last-fact', { lastFactOn: household.lastFactOn, effectiveOn: classification.from });
  }
  return {
    ...household,
    version: household.version + 1,
    lastCategory: { ...household.lastCategory, [classification.scope]: classification.category },
    lastFactOn: classification.from,
  };
}

function refuseAll(code: keyof typeof REGISTRY_ERRORS, fields: readonly FieldError[]): void {
  if (fields.length > 0) throw refuse(code, {}, fields);
}

function repetitions(persons: readonly Person[]): FieldError[] {
  const detail = {
    vi: 'Trùng với một thành viên khác trong hộ',
    en: 'Same as another person of the household',
  };
  return (['personId', 'nationalId'] as const).flatMap((field) =>
    persons.flatMap((person, index) => {
      const first = persons.findIndex((other) => other[field] === person[field]);
      return person[field] === null || first === index
        ? []
        : [{ pointer: `/persons/${index}/${field}`, detail }];
    }),
  );
}

function unborn(persons: readonly Person[], on: BusinessDay): FieldError[] {
  const detail = { vi: `Sau ngày đăng ký ${on}`, en: `After the registration on ${on}` };
  return persons.flatMap(({ birthDate }, index) =>
    birthDate > on ? [{ pointer: `/persons/${index}/birthDate`, detail }] : [],
  );
}

function contradictions(persons: readonly Person[]): FieldError[] {
  return persons.flatMap(({ nationalId, birthDate, sex }, index) => {
    const detail = nationalId === null ? null : contradictionOf(nationalId, birthDate, sex);
    return detail === null ? [] : [{ pointer: `/persons/${index}/nationalId`, detail }];
  });
}
