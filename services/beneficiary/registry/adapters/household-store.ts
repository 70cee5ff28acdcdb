import * as z from 'zod/mini';
import { mapPage } from '#shared/application/pages.ts';
import { REGISTRY_ERRORS } from '#shared/contracts/beneficiary/registry/errors.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import type { Act } from '#shared/data/act.ts';
import { commit } from '#shared/data/commit.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import { queryPage, readForAct } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { createItem, replaceItem } from '#shared/data/write.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { HouseholdReader, HouseholdStore } from '../application/ports.ts';
import type { Household, Person } from '../domain/household.ts';
import {
  classAttributes,
  householdItem,
  HouseholdItemSchema,
  HouseholdRowSchema,
  personsIn,
  personsItem,
  readClasses,
} from './household-items.ts';
import { householdKey, householdsOf, nationalIdKey, personsKey } from './table-map.ts';
import type { Vault } from './vault.ts';

const refuse = errorsOf({ ...COMMON_ERRORS, ...REGISTRY_ERRORS });

const LockSchema = z.object({ pk: z.string() });

/** Households on the table, their personal numbers sealed. */
export function openHouseholds(table: Table, vault: Vault, act: Act): HouseholdStore & HouseholdReader {
  return {
    find: async (householdId) => {
      const key = householdKey(householdId);
      return (await readForAct(table, act, [key])).take(key, HouseholdItemSchema);
    },
    obstacles: async (householdId, persons) => {
      const key = householdKey(householdId);
      const locks = await locksOf(vault, persons);
      const found = await readForAct(table, act, [key, ...locks.map((lock) => lock.key)]);
      return {
        idTaken: found.take(key, HouseholdItemSchema) !== null,
        nationalIdsTaken: locks
          .filter((lock) => found.take(lock.key, LockSchema) !== null)
          .map(({ index }) => index),
      };
    },
    register: async (household, persons, draft) => {
      const { householdId } = household;
      const locks = await locksOf(vault, persons);
      const sealed = await Promise.all(persons.map((person) => sealPerson(vault, householdId, person)));
      return commit(table, act, {
        writes: [
          createItem(householdItem(household), () => refuse('already-exists', { id: householdId })),
          createItem(personsItem(householdId, sealed)),
          ...locks.map(({ key, index }) => createItem({ ...key, householdId }, () => nationalIdTaken(index))),
        ],
        facts: [{ key: { ...householdKey(householdId), sk: factSortKey(draft.effectiveOn, 1) }, draft }],
        answer: { id: householdId, version: household.version },
      });
    },
    recordClass: (household, classification, draft) =>
      commit(table, act, {
        writes: [replaceItem(householdItem(household), household.version - 1)],
        facts: [
          {
            key: {
              ...householdKey(household.householdId),
              sk: factSortKey(draft.effectiveOn, household.version),
            },
            draft,
            attributes: classAttributes(classification),
          },
        ],
        answer: { id: household.householdId, version: household.version },
      }),
    withPersons: (householdId) => readWithPersons(table, vault, act, householdId),
    classes: (householdId, upTo) => readClasses(table, householdId, upTo),
    inCommune: async (communeId, page) => {
      const partition = householdsOf(communeId);
      const found = await queryPage(table, HouseholdRowSchema, { index: 'gsi1', partition, ...page });
      return mapPage(found, ({ gsi1sk: householdId, summary: { lastCategory, ...shown } }) => ({
        householdId,
        ...shown,
        nationalCategory: lastCategory.national,
        provinceCategory: lastCategory.province,
      }));
    },
  };
}

async function readWithPersons(
  table: Table,
  vault: Vault,
  act: Act,
  householdId: string,
): Promise<{ readonly household: Household; readonly persons: readonly Person[] } | null> {
  const head = householdKey(householdId);
  const found = await readForAct(table, act, [head, personsKey(householdId)]);
  const household = found.take(head, HouseholdItemSchema);
  if (household === null) return null;
  const sealed = personsIn(found, householdId);
  return {
    household,
    persons: await Promise.all(sealed.map((person) => openPerson(vault, householdId, person))),
  };
}

/** One lock for each national id, found by its fingerprint. */
async function locksOf(vault: Vault, persons: readonly Person[]) {
  const locks = await Promise.all(
    persons.map(async ({ nationalId }, index) =>
      nationalId === null ? [] : [{ index, key: nationalIdKey(await vault.fingerprint(nationalId)) }],
    ),
  );
  return locks.flat();
}

function nationalIdTaken(index: number): Error {
  const { title } = REGISTRY_ERRORS['national-id-already-registered'];
  return refuse('national-id-already-registered', {}, [
    { pointer: `/persons/${index}/nationalId`, detail: title },
  ]);
}

type Field = 'nationalId' | 'phone';

function contextOf(householdId: string, personId: string, field: Field): string {
  const { pk, sk } = personsKey(householdId);
  return `${pk}|${sk}|${personId}|${field}`;
}

function sealPerson(vault: Vault, householdId: string, person: Person): Promise<Person> {
  return withNumbers(person, (text, field) =>
    vault.seal(text, contextOf(householdId, person.personId, field)),
  );
}

function openPerson(vault: Vault, householdId: string, person: Person): Promise<Person> {
  return withNumbers(person, (text, field) =>
    vault.open(text, contextOf(householdId, person.personId, field)),
  );
}

async function withNumbers(
  person: Person,
  turn: (text: string, field: Field) => Promise<string>,
): Promise<Person> {
  const { nationalId, phone } = person;
  return {
    ...person,
    nationalId: nationalId === null ? null : await turn(nationalId, 'nationalId'),
    phone: phone === null ? null : await turn(phone, 'phone'),
  };
}
