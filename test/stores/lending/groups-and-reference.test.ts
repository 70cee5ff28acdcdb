import { beforeAll, describe, expect, inject, test } from 'vitest';
import { LENDING_ROUTES } from '#shared/contracts/lending/routes.ts';
import type { BodySent } from '#shared/contracts/route.ts';
import { testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import {
  administrator,
  COMMUNE,
  GROUP,
  groupBody,
  household,
  lendingOn,
  members,
  officer,
  prepare,
  PROGRAMME,
} from './lending-on-dynamo.ts';
import type { Lending } from './lending-on-dynamo.ts';

let lending: Lending;

beforeAll(async () => {
  lending = lendingOn(await createTestTable(inject('dynamoEndpoint')));
  await prepare(lending);
});

describe('groups', () => {
  const form = (body: BodySent<typeof LENDING_ROUTES.formGroup>) =>
    lending.call(LENDING_ROUTES.formGroup, { caller: officer, body });

  test('show their members', async () => {
    const group = await lending.call(LENDING_ROUTES.getGroup, {
      caller: officer,
      params: { groupId: GROUP },
    });
    expect(group).toMatchObject({ communeId: COMMUNE, formedOn: '2026-01-05', version: 1 });
    expect(group.members).toHaveLength(10);
    expect(group.members[0]).toEqual({
      householdId: household(0),
      personId: `${household(0)}-p1`,
      joinedOn: '2026-01-05',
    });
  });

  test('of sixty are formed in one act, and full', async () => {
    await form(groupBody('group-full', 1000, 60));
    const params = { groupId: 'group-full' };
    await expect(
      lending.call(LENDING_ROUTES.addMembers, {
        caller: officer,
        params,
        body: { members: members(1060, 1) },
      }),
    ).rejects.toMatchObject({ code: 'group-size-not-allowed' });
    const group = await lending.call(LENDING_ROUTES.getGroup, { caller: officer, params });
    expect(group.members).toHaveLength(60);
  });

  test('do not share a household, not even when formed at once', async () => {
    const outcomes = await Promise.allSettled([
      form(groupBody('group-a', 2000, 6)),
      form(groupBody('group-b', 2005, 6)),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({
      code: 'household-in-another-group',
      facts: { householdId: household(2005) },
    });
  });

  test('admit members', async () => {
    await form(groupBody('group-c', 3000, 5));
    const params = { groupId: 'group-c' };
    const body = { members: members(3005, 3), expectedVersion: 1 };
    expect(await lending.call(LENDING_ROUTES.addMembers, { caller: officer, params, body })).toEqual({
      id: 'group-c',
      version: 2,
    });
    const rows = await lending.call(LENDING_ROUTES.listGroups, {
      caller: officer,
      query: { communeId: COMMUNE },
    });
    expect(rows.items).toContainEqual({
      groupId: 'group-c',
      name: 'Tổ TK&VV khu 1',
      organisationId: 'women-union',
      villageName: 'Khu 1',
      members: 8,
    });
  });

  test('need a recorded organisation and a new id', async () => {
    await expect(form(groupBody(GROUP, 4000, 5))).rejects.toMatchObject({ code: 'already-exists' });
    const stranger = { ...officer, organisationId: null };
    const body = { ...groupBody('group-d', 4000, 5), organisationId: 'nobody' };
    await expect(lending.call(LENDING_ROUTES.formGroup, { caller: stranger, body })).rejects.toMatchObject({
      code: 'organisation-unknown',
    });
  });
});

describe('programmes', () => {
  const params = { programmeId: 'poor-household' };
  const put = (body: BodySent<typeof LENDING_ROUTES.putProgramme>) =>
    lending.call(LENDING_ROUTES.putProgramme, {
      caller: administrator,
      params,
      body,
      act: testAct({ once: null }),
    });

  test('known content changes nothing; other content is a new revision', async () => {
    expect(await put(PROGRAMME)).toEqual({ id: 'poor-household', revision: 1, unchanged: true });
    expect(await put({ ...PROGRAMME, nameEn: 'The poor' })).toMatchObject({ revision: 2, unchanged: false });
  });

  test('answer with the version in force on a day', async () => {
    const on = (day: string) =>
      lending.call(LENDING_ROUTES.getProgramme, { caller: officer, params, query: { on: day } });
    expect(await on('2019-02-28')).toMatchObject({ inForce: null });
    expect(await on('2019-03-01')).toMatchObject({ inForce: { ratePerYear: '6.6' } });
    expect(
      await lending.call(LENDING_ROUTES.listProgrammes, { caller: officer, query: { on: '2026-01-01' } }),
    ).toMatchObject({ items: [{ programmeId: 'poor-household', inForce: { maxTermMonths: 120 } }] });
  });

  test('organisations are listed by their code', async () => {
    expect(await lending.call(LENDING_ROUTES.listOrganisations, { caller: officer })).toMatchObject({
      items: [{ organisationId: 'women-union', code: '12' }],
    });
  });
});
