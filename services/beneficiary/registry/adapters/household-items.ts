import * as z from 'zod/mini';
import { DecisionSchema } from '#shared/contracts/common.ts';
import { EnvelopeSchema } from '#shared/contracts/event.ts';
import { placedItem } from '#shared/data/placed-item.ts';
import { queryAll } from '#shared/data/read.ts';
import { StoredDaySchema, StoredVndSchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import type { ItemSet } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { RecordedClass } from '../application/ports.ts';
import type { Classification } from '../domain/classification.ts';
import type { Household, Person } from '../domain/household.ts';
import { householdKey, householdsOf, personsKey } from './table-map.ts';

/** Items of a household as they are stored, and their way into the domain. */

const category = z.nullable(z.string());

/** What the list of a commune shows of a household; the head does not repeat it. */
const HouseholdSummarySchema = z.object({
  villageName: z.string(),
  representativeName: z.string(),
  members: z.int(),
  lastCategory: z.object({ national: category, province: category }),
});

const HOUSEHOLD = placedItem(
  z.object({
    householdId: z.string(),
    ...HouseholdSummarySchema.shape,
    version: z.int(),
    communeId: z.string(),
    address: z.nullable(z.string()),
    representativeId: z.string(),
    registeredOn: StoredDaySchema,
    registeredBy: z.string(),
    lastFactOn: StoredDaySchema,
  }) satisfies z.ZodMiniType<Household>,
  { gsi1: { sort: 'householdId', shown: z.keyof(HouseholdSummarySchema).options } },
);

export const HouseholdItemSchema = HOUSEHOLD.read;

/** A household as the index of its commune tells it. */
export const HouseholdRowSchema = z.object({ gsi1sk: z.string(), summary: HouseholdSummarySchema });

/** Persons as they lie beside the head: their numbers are sealed. */
const PersonsItemSchema = z.object({
  persons: z.readonly(
    z.array(
      z.object({
        personId: z.string(),
        fullName: z.string(),
        birthDate: StoredDaySchema,
        sex: z.enum(['male', 'female']),
        nationalId: z.nullable(z.string()),
        phone: z.nullable(z.string()),
        relation: z.string(),
        ethnicity: z.nullable(z.string()),
      }) satisfies z.ZodMiniType<Person>,
    ),
  ),
});

/** The persons a batch found, sealed. */
export function personsIn(found: ItemSet, householdId: string): readonly Person[] {
  return found.take(personsKey(householdId), PersonsItemSchema)?.persons ?? [];
}

export function personsItem(householdId: string, sealed: readonly Person[]): Item {
  return { ...personsKey(householdId), ...z.encode(PersonsItemSchema, { persons: sealed }) };
}

export function householdItem(household: Household): Item & { readonly version: number } {
  const { householdId, communeId, version } = household;
  return {
    ...householdKey(householdId),
    gsi1pk: householdsOf(communeId),
    ...HOUSEHOLD.place(household),
    version,
  };
}

const StoredClassSchema = z.object({
  standardId: z.string(),
  standardRevision: z.int(),
  scope: z.enum(['national', 'province']),
  category: z.string(),
  from: StoredDaySchema,
  until: z.nullable(StoredDaySchema),
  incomePerPerson: StoredVndSchema,
  lacking: z.int(),
  decision: DecisionSchema,
}) satisfies z.ZodMiniType<Classification>;

const FactItemSchema = z.object({
  event: z.pick(EnvelopeSchema, { id: true, actor: true, recordedAt: true }),
  classification: z.optional(StoredClassSchema),
});

/** The class beside its event, so that figures of the survey stay inside the service. */
export function classAttributes(classification: Classification): Readonly<Record<string, unknown>> {
  return { classification: z.encode(StoredClassSchema, classification) };
}

/** Reviews come once a year, with a few corrections: a household does not reach this in a lifetime. */
const FACTS_BOUND = 400;

/** The classes recorded for days up to `upTo`, in the order of recording. */
export async function readClasses(
  table: Table,
  householdId: string,
  upTo: BusinessDay,
): Promise<RecordedClass[]> {
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
