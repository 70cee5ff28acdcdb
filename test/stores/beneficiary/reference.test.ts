import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openAreas } from '#beneficiary/areas/adapters/area-store.ts';
import { findArea, listAreas, resolveAreaCode } from '#beneficiary/areas/application/find-area.ts';
import { recordArea } from '#beneficiary/areas/application/record-area.ts';
import { openRules } from '#beneficiary/eligibility/adapters/rule-store.ts';
import { findEligibilityRules } from '#beneficiary/eligibility/application/find-rules.ts';
import { recordEligibilityRules } from '#beneficiary/eligibility/application/record-rules.ts';
import { openStandards } from '#beneficiary/standards/adapters/standard-store.ts';
import { listPovertyStandards } from '#beneficiary/standards/application/find-standards.ts';
import { recordPovertyStandard } from '#beneficiary/standards/application/record-standard.ts';
import type { Table } from '#shared/data/table.ts';
import { testAct } from '#test/support/acts.ts';
import { createTestTable } from '#test/support/dynamo.ts';
import { area, everything, HA_TU, NATIONAL_2022, NEAR_POOR_RULES } from './fixture.ts';

let table: Table;

const act = testAct({ once: null });

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
  for (const content of [area(), haPhong, oldHaTu, haLong])
    await recordArea(openAreas(table, act), content.areaId, content);
});

describe('areas', () => {
  it('change nothing when put twice, and keep the old content when put differently', async () => {
    const areas = openAreas(table, act);
    const size = (await everything(table)).length;
    expect(await recordArea(areas, HA_TU, area())).toEqual({ id: HA_TU, revision: 1, unchanged: true });
    expect(await everything(table)).toHaveLength(size);
    const marked = area({ nameAscii: 'Phuong Ha Tu' });
    expect(await recordArea(areas, HA_TU, marked)).toEqual({ id: HA_TU, revision: 2, unchanged: false });
    expect(await findArea(areas, HA_TU)).toMatchObject({
      revision: 2,
      level: 'commune',
      nameAscii: 'Phuong Ha Tu',
    });
    await expect(findArea(areas, '06999-2025')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are listed by level as they were in force on the day', async () => {
    const names = async (level: 'commune' | 'district', on: string) =>
      (await listAreas(openAreas(table, act), { level, on, cursor: undefined })).items.map(
        ({ areaId }) => areaId,
      );
    expect(await names('commune', '2026-11-24')).toEqual([HA_TU]);
    expect(await names('commune', '2025-06-30')).toEqual(['06652-0000', '06664-0000']);
    expect(await names('district', '2025-06-30')).toEqual(['193-0000']);
    expect(await names('district', '2025-07-01')).toEqual([]);
  });

  it('resolve a reused code to the unit it meant on the day', async () => {
    const name = async (code: string, on: string) =>
      (await resolveAreaCode(openAreas(table, act), code, on)).nameVi;
    expect(await name('06652', '2024-12-31')).toBe('Phường Hà Phong');
    expect(await name('06652', '2026-01-01')).toBe('Phường Hà Tu');
    expect(await name('06664', '2025-06-30')).toBe('Phường Hà Tu');
    expect(await name('193', '2020-01-01')).toBe('Thành phố Hạ Long');
    await expect(name('06664', '2025-07-01')).rejects.toMatchObject({ code: 'not-found' });
    await expect(name('06653', '2026-01-01')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are refused when the fields contradict each other', async () => {
    const content = area({ code: '06653', validTo: '2025-06-01' });
    await expect(async () => recordArea(openAreas(table, act), '06653-2025', content)).rejects.toMatchObject({
      code: 'input-malformed',
      fields: [{ pointer: '/areaId' }, { pointer: '/validTo' }],
    });
  });
});

describe('poverty standards', () => {
  it('are listed whole, all of them or those in force on a day', async () => {
    const standards = openStandards(table, act);
    await recordPovertyStandard(standards, 'national-2022', NATIONAL_2022);
    const next = { ...NATIONAL_2022, standardId: 'national-2027', from: '2027-01-01', to: '2030-12-31' };
    await recordPovertyStandard(standards, 'national-2027', next);
    expect((await listPovertyStandards(standards, undefined, undefined)).items).toHaveLength(2);
    expect((await listPovertyStandards(standards, '2026-11-24', undefined)).items).toEqual([NATIONAL_2022]);
  });
});

describe('eligibility rules', () => {
  it('show the version in force on a day', async () => {
    const rules = openRules(table, act);
    await recordEligibilityRules(rules, 'near-poor-household', NEAR_POOR_RULES);
    expect((await findEligibilityRules(rules, 'near-poor-household', '2026-11-24')).versions).toHaveLength(1);
    for (const on of ['2013-04-15', undefined])
      await expect(
        findEligibilityRules(rules, on === undefined ? 'unknown' : 'near-poor-household', on),
      ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are refused when two versions are in force on one day', async () => {
    const [one] = NEAR_POOR_RULES.versions;
    const versions = one ? [one, { ...one, from: '2020-01-01' }] : [];
    await expect(async () =>
      recordEligibilityRules(openRules(table, act), 'near-poor-household', { ...NEAR_POOR_RULES, versions }),
    ).rejects.toMatchObject({ code: 'input-malformed', fields: [{ pointer: '/versions/1/from' }] });
  });
});
