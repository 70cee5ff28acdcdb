import { beforeAll, describe, expect, inject, it } from 'vitest';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import type { Table } from '#shared/data/table.ts';
import { testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { administrator, area, beneficiary, everything, HA_TU, NEAR_POOR_RULES } from './fixture.ts';
import type { AreaBody, RulesBody } from './fixture.ts';

const { putArea, getArea, listAreas, resolveAreaCode, putEligibilityRules, getEligibilityRules } =
  BENEFICIARY_ROUTES;

let table: Table;

let service: ReturnType<typeof beneficiary>;

const reference = { caller: administrator, act: testAct({ once: null }) };

const recordArea = (areaId: string, body: AreaBody) =>
  service.call(putArea, { params: { areaId }, body, ...reference });

const findArea = (areaId: string) => service.call(getArea, { params: { areaId } });

const recordRules = (programmeId: string, body: RulesBody) =>
  service.call(putEligibilityRules, { params: { programmeId }, body, ...reference });

const former = { validFrom: null, validTo: '2025-06-30', parentId: '193-0000', successors: [HA_TU] };

const haPhong = area({ areaId: '06652-0000', nameVi: 'Phường Hà Phong', ...former });

const oldHaTu = area({ areaId: '06664-0000', code: '06664', nameVi: 'Phường Hà Tu', ...former });

const haLong = area({
  areaId: '193-0000',
  code: '193',
  nameVi: 'Thành phố Hạ Long',
  kind: 'city',
  ...former,
  parentId: '22',
});

beforeAll(async () => {
  table = await createTestTable(inject('dynamoEndpoint'));
  service = beneficiary(table);
  for (const content of [area(), haPhong, oldHaTu, haLong]) await recordArea(content.areaId, content);
});

describe('areas', () => {
  it('change nothing when put twice, and keep the old content when put differently', async () => {
    const size = (await everything(table)).length;
    expect(await recordArea(HA_TU, area())).toEqual({ id: HA_TU, revision: 1, unchanged: true });
    expect(await everything(table)).toHaveLength(size);
    const marked = area({ nameAscii: 'Phuong Ha Tu' });
    expect(await recordArea(HA_TU, marked)).toEqual({ id: HA_TU, revision: 2, unchanged: false });
    expect(await findArea(HA_TU)).toMatchObject({
      revision: 2,
      level: 'commune',
      nameAscii: 'Phuong Ha Tu',
    });
    await expect(findArea('06999-2025')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are listed by level as they were in force on the day', async () => {
    const names = async (type: 'commune' | 'district', on: string) =>
      (await service.call(listAreas, { query: { type, on } })).items.map(({ areaId }) => areaId);
    expect(await names('commune', '2026-11-24')).toEqual([HA_TU]);
    expect(await names('commune', '2025-06-30')).toEqual(['06652-0000', '06664-0000']);
    expect(await names('district', '2025-06-30')).toEqual(['193-0000']);
    expect(await names('district', '2025-07-01')).toEqual([]);
  });

  it('resolve a reused code to the unit it meant on the day', async () => {
    const name = async (code: string, on: string) =>
      (await service.call(resolveAreaCode, { params: { code }, query: { on } })).nameVi;
    expect(await name('06652', '2024-12-31')).toBe('Phường Hà Phong');
    expect(await name('06652', '2026-01-01')).toBe('Phường Hà Tu');
    expect(await name('06664', '2025-06-30')).toBe('Phường Hà Tu');
    expect(await name('193', '2020-01-01')).toBe('Thành phố Hạ Long');
    await expect(name('06664', '2025-07-01')).rejects.toMatchObject({ code: 'not-found' });
    await expect(name('06653', '2026-01-01')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are refused when the fields contradict each other', async () => {
    const content = area({ code: '06653', validTo: '2025-06-01' });
    await expect(recordArea('06653-2025', content)).rejects.toMatchObject({
      code: 'input-malformed',
      fields: [{ pointer: '/areaId' }, { pointer: '/validTo' }],
    });
  });
});

describe('eligibility rules', () => {
  it('show the version in force on a day', async () => {
    const rules = (programmeId: string, on: string) =>
      service.call(getEligibilityRules, { params: { programmeId }, query: { on } });
    await recordRules('near-poor-household', NEAR_POOR_RULES);
    expect((await rules('near-poor-household', '2026-11-24')).versions).toHaveLength(1);
    await expect(rules('near-poor-household', '2013-04-15')).rejects.toMatchObject({ code: 'not-found' });
    await expect(rules('unknown', '2026-11-24')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are refused when two versions are in force on one day', async () => {
    const [one] = NEAR_POOR_RULES.versions;
    const versions = one ? [one, { ...one, from: '2020-01-01' }] : [];
    await expect(recordRules('near-poor-household', { ...NEAR_POOR_RULES, versions })).rejects.toMatchObject({
      code: 'input-malformed',
      fields: [{ pointer: '/versions/1/from' }],
    });
  });
});
