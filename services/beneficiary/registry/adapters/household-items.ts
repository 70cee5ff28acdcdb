import * as z from 'zod/mini';
import { DecisionSchema } from '#shared/contracts/common.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import { queryAll } from '#shared/data/read.ts';
import { StoredVndSchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import type { Table } from '#shared/data/table.ts';
import type { RecordedClass } from '../application/ports.ts';
import type { Classification } from '../domain/classification.ts';
import type { Household } from '../domain/household.ts';
import { householdKey, householdsOf } from './table-map.ts';

/** Items of a household as they are stored, and their way into the domain. */

const category = z.nullable(z.string());

export const HouseholdItemSchema = z.object({
  householdId: z.string(),
  version: z.int(),
  communeId: z.string(),
  villageName: z.string(),
  address: z.nullable(z.string()),
  representativeId: z.string(),
  representativeName: z.string(),
  members: z.int(),
  registeredOn: z.string(),
  registeredBy: z.string(),
  lastCategory: z.object({ national: category, province: category }),
  lastFactOn: z.string(),
});

export const PersonsItemSchema = z.object({
  persons: z.array(
    z.object({
      personId: z.string(),
      fullName: z.string(),
      birthDate: z.string(),
      sex: z.enum(['male', 'female']),
      /** Sealed. */
      nationalId: z.nullable(z.string()),
      /** Sealed. */
      phone: z.nullable(z.string()),
      relation: z.string(),
      ethnicity: z.nullable(z.string()),
    }),
  ),
});

export const HouseholdRowSchema = z.object({
  householdId: z.string(),
  villageName: z.string(),
  representativeName: z.string(),
  members: z.int(),
  nationalCategory: category,
  provinceCategory: category,
});

export function householdItem(household: Household): Item & { readonly version: number } {
  const { householdId, villageName, representativeName, members, lastCategory } = household;
  return {
    ...householdKey(householdId),
    ...household,
    gsi1pk: householdsOf(household.communeId),
    gsi1sk: householdId,
    summary: {
      householdId,
      villageName,
      representativeName,
      members,
      nationalCategory: lastCategory.national,
      provinceCategory: lastCategory.province,
    },
  };
}

const StoredClassSchema = z.object({
  standardId: z.string(),
  standardRevision: z.int(),
  scope: z.enum(['national', 'province']),
  category: z.string(),
  from: z.string(),
  until: z.nullable(z.string()),
  incomePerPerson: StoredVndSchema,
  lacking: z.int(),
  decision: DecisionSchema,
});

const FactItemSchema = z.object({
  event: z.pick(EnvelopeSchema, { id: true, actor: true, recordedAt: true }),
  classification: z.optional(StoredClassSchema),
});

/** The class beside its event, so that figures of the survey stay inside the service. */
export function classAttributes(classification: Classification): Readonly<Record<string, unknown>> {
  return { classification };
}

/** Reviews come once a year, with a few corrections: a household does not reach this in a lifetime. */
const FACTS_BOUND = 400;

/** The classes recorded for days up to `upTo`, in the order of recording. */
export async function readClasses(table: Table, householdId: string, upTo: string): Promise<RecordedClass[]> {
  const facts = await queryAll(table, FactItemSchema, {
    partition: householdKey(householdId).pk,
    between: ['FACT#', `FACT#${upTo}#~`],
    bound: FACTS_BOUND,
    consistency: 'strong',
  });
  return facts.flatMap(({ event, classification }) =>
    classification === undefined
      ? []
      : [{ ...classification, evidence: event.id, recordedBy: event.actor, recordedAt: event.recordedAt }],
  );
}
