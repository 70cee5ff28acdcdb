import { describe, expect, test } from 'vitest';
import { isWithin } from '#shared/domain/business-day.ts';
import { multiplyRate, parseRate } from '#shared/domain/rate.ts';
import {
  readAreas,
  readEligibilityRules,
  readInvestors,
  readOrganisations,
  readPovertyStandards,
  readProgrammes,
} from './reference-data.ts';

const areas = readAreas();
const byId = new Map(areas.map((area) => [area.areaId, area]));
const programmes = readProgrammes();

/** Communes end at five digits, districts at three, the province at two. */
const ofCodeLength = (digits: number, current: boolean) =>
  areas.filter((area) => area.code.length === digits && (area.validTo === null) === current);

const resolve = (code: string, day: string) =>
  areas.filter((area) => area.code === code && isWithin(day, area.validFrom, area.validTo));

const duplicates = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

describe('administrative units', () => {
  test('are 54 current, 171 former communes, 13 former districts and one older, and the province', () => {
    expect(ofCodeLength(5, true)).toHaveLength(54);
    expect(ofCodeLength(5, false)).toHaveLength(171);
    expect(ofCodeLength(3, false)).toHaveLength(14);
    expect(ofCodeLength(2, true)).toHaveLength(1);
    expect(areas).toHaveLength(54 + 171 + 14 + 1);
    const kinds = Map.groupBy(ofCodeLength(5, true), (area) => area.kind);
    expect(
      [kinds.get('ward'), kinds.get('commune'), kinds.get('special-zone')].map((of) => of?.length),
    ).toEqual([30, 22, 2]);
  });

  test('have each an id of their own: the code and the year its validity began', () => {
    expect(duplicates(areas.map((area) => area.areaId))).toEqual([]);
    for (const area of ofCodeLength(5, true))
      expect(area.areaId).toBe(`${area.code}-${area.validFrom?.slice(0, 4) ?? ''}`);
    for (const area of ofCodeLength(5, false)) expect(area.areaId).toBe(`${area.code}-0000`);
  });

  test('say where they came from and what became of them, alike from both sides', () => {
    for (const area of areas) {
      if (area.parentId !== null) expect(byId.has(area.parentId)).toBe(true);
      for (const origin of area.formedFrom)
        expect(byId.get(origin.areaId)?.successors).toContain(area.areaId);
      for (const successor of area.successors.filter((id) => id.length > '193-0000'.length)) {
        expect(byId.get(successor)?.formedFrom.map((origin) => origin.areaId)).toContain(area.areaId);
      }
    }
  });

  test('mark a unit of which only a part was moved: exactly the twelve that were split', () => {
    const split = areas
      .filter((area) => area.code.length === 5 && area.successors.length > 1)
      .map((area) => area.areaId);
    const parts = areas.flatMap((area) => area.formedFrom.filter((origin) => origin.extent === 'part'));
    expect(split).toHaveLength(12);
    expect([...new Set(parts.map((origin) => origin.areaId))].sort()).toEqual(split.sort());
  });

  test('resolve a reused code by the day', () => {
    const bare = (name: string): string => name.replace(/^(Phường|Xã|Thị trấn|Đặc khu) /, '');
    const former = ofCodeLength(5, false);
    const reused = ofCodeLength(5, true).filter((unit) =>
      former.some((old) => old.code === unit.code && bare(old.nameVi) !== bare(unit.nameVi)),
    );
    expect(reused).toHaveLength(21);
    expect(resolve('06652', '2024-06-30').map((area) => area.nameVi)).toEqual(['Phường Hà Phong']);
    expect(resolve('06652', '2026-06-30').map((area) => area.nameVi)).toEqual(['Phường Hà Tu']);
    for (const { code } of areas.filter((area) => area.code.length === 5)) {
      for (const day of ['2025-06-30', '2025-07-01'])
        expect(resolve(code, day).length).toBeLessThanOrEqual(1);
    }
  });

  test('put the tone where a closed syllable has it', () => {
    expect(areas.filter((area) => /[òóỏõọ]a[a-z]/.test(area.nameVi))).toEqual([]);
    expect(areas.some((area) => area.nameVi === 'Phường Hoành Bồ')).toBe(true);
  });
});

describe('programmes', () => {
  test('are the 21 with every version, each with a source and a confidence', () => {
    expect(programmes).toHaveLength(21);
    expect(duplicates(programmes.map((programme) => programme.programmeId))).toEqual([]);
    for (const { programmeId, versions } of programmes) {
      expect(versions.length, programmeId).toBeGreaterThan(0);
      for (const version of versions) {
        expect(version.sources.length, `${programmeId} ${version.from}`).toBeGreaterThan(0);
        expect(version.confidence, programmeId).toMatch(/^(verified|verified-secondary|memory)$/);
      }
    }
  });

  test('have one version a day, and overdue rates that are exact', () => {
    for (const { programmeId, versions } of programmes) {
      for (const [index, version] of versions.entries()) {
        expect(version.to === null || version.from <= version.to, programmeId).toBe(true);
        const next = versions[index + 1];
        if (next)
          expect(version.to !== null && version.to < next.from, `${programmeId} ${next.from}`).toBe(true);
        if (version.ratePerYear !== null) {
          expect(() =>
            multiplyRate(parseRate(version.ratePerYear ?? ''), version.overdueFactor),
          ).not.toThrow();
        }
      }
    }
  });

  test.each([
    ['job-creation', '2025-12-31', '7.92', '100000000'],
    ['job-creation', '2026-01-01', '8.382', '200000000'],
    ['poor-household', '2014-06-05', '7.8', '50000000'],
    ['poor-household', '2014-06-06', '7.2', '50000000'],
    ['near-poor-household', '2019-02-28', '7.92', '50000000'],
    ['social-housing', '2025-10-09', '6.6', '1000000000'],
    ['social-housing', '2025-10-10', '5.4', '1000000000'],
    ['clean-water-sanitation', '2026-06-01', '9', '25000000'],
  ])('%s on %s: %s per cent a year, at most %s đồng', (programmeId, day, rate, ceiling) => {
    const versions = programmes.find((programme) => programme.programmeId === programmeId)?.versions ?? [];
    const inForce = versions.filter((version) => isWithin(day, version.from, version.to));
    expect(inForce.map((version) => [version.ratePerYear, version.maxAmount?.amount])).toEqual([
      [rate, ceiling],
    ]);
  });

  test('say nothing where the law was not found', () => {
    const silent = programmes.filter(({ versions }) =>
      versions.every((version) => version.ratePerYear === null),
    );
    expect(silent.map((programme) => programme.programmeId)).toEqual([
      'ethnic-minority-mountainous',
      'qn-production-support-2024',
      'qn-preferential-credit-2026-2030',
      'qn-cooperative',
    ]);
  });
});

describe('eligibility rules', () => {
  const rules = readEligibilityRules();

  test('exist for every programme and cover every version of it', () => {
    expect(rules.map((rule) => rule.programmeId)).toEqual(
      programmes.map((programme) => programme.programmeId),
    );
    for (const { programmeId, versions } of programmes) {
      const dated = rules.find((rule) => rule.programmeId === programmeId)?.versions ?? [];
      for (const { from } of versions) {
        expect(
          dated.filter((rule) => isWithin(from, rule.from, rule.to)),
          `${programmeId} ${from}`,
        ).toHaveLength(1);
      }
    }
  });

  test('let a household on the provincial list alone take local capital only', () => {
    for (const programmeId of ['poor-household', 'near-poor-household', 'newly-escaped-poverty']) {
      const newest = rules.find((rule) => rule.programmeId === programmeId)?.versions.at(-1);
      expect(newest?.capital).toEqual({
        national: ['central', 'mobilised', 'entrusted'],
        province: ['entrusted'],
        unlisted: [],
      });
    }
  });

  test('ask for a rural area for water and sanitation alone', () => {
    const rural = rules.filter((rule) => rule.versions.some((version) => version.ruralOnly));
    expect(rural.map((rule) => rule.programmeId)).toEqual(['clean-water-sanitation']);
  });
});

test('poverty standards: the national one of 2022 lasts through 2026, the provincial one ended in 2025', () => {
  const standards = readPovertyStandards();
  const inForce = (day: string) =>
    standards
      .filter((standard) => isWithin(day, standard.from, standard.to))
      .map((standard) => standard.standardId);
  expect(standards).toHaveLength(5);
  expect(inForce('2025-12-31')).toEqual(['national-2022', 'quangninh-2023']);
  expect(inForce('2026-12-31')).toEqual(['national-2022', 'quangninh-2026']);
  expect(inForce('2027-01-01')).toEqual(['national-2027', 'quangninh-2026']);
});

test('organisations carry the codes of the core system, investors include the thirteen former districts', () => {
  expect(readOrganisations().map((organisation) => organisation.code)).toEqual(['11', '12', '13', '14']);
  const investors = readInvestors();
  expect(duplicates(investors.map((investor) => investor.investorId))).toEqual([]);
  const former = investors.filter((investor) => investor.kind === 'former-district');
  expect(former).toHaveLength(13);
  expect(new Set(former.map((investor) => investor.validTo))).toEqual(new Set(['2025-06-30']));
});
