import { describe, expect, it } from 'vitest';
import { AREA_ID_PATTERN } from '#shared/domain/areas.ts';
import { ROLES } from '#shared/domain/roles.ts';
import { readAreas } from '#shared/reference/reference-data.ts';
import { DEMO_ACCOUNTS } from './accounts.ts';

const PROVINCE = '22';

describe('the demo accounts', () => {
  it('have names of their own', () => {
    const names = DEMO_ACCOUNTS.map(({ username }) => username);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have roles the user pool gets groups for, each of them at least once for the whole province', () => {
    const known: readonly string[] = ROLES;
    expect(DEMO_ACCOUNTS.map(({ role }) => role).filter((role) => !known.includes(role))).toEqual([]);
    const everywhere = DEMO_ACCOUNTS.filter(({ areas }) => areas.includes(PROVINCE));
    expect([...new Set(everywhere.map(({ role }) => role))].sort()).toEqual([...ROLES].sort());
  });

  // Acts of these roles are decided on, or taken back, by another person of the same role.
  it.each(['finance-officer', 'branch-planner', 'branch-director'])('have two persons as %s', (role) => {
    const persons = DEMO_ACCOUNTS.filter((one) => one.role === role && one.areas.includes(PROVINCE));
    expect(persons.length).toBeGreaterThanOrEqual(2);
  });

  it('reach areas that exist', () => {
    const areas = new Set([PROVINCE, ...readAreas().map(({ areaId }) => areaId)]);
    for (const area of DEMO_ACCOUNTS.flatMap((account) => account.areas)) {
      expect(area).toMatch(AREA_ID_PATTERN);
      expect(areas).toContain(area);
    }
  });
});
