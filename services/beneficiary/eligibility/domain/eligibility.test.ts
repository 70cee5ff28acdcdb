import { describe, expect, it } from 'vitest';
import { ESCAPED } from '#beneficiary/registry/domain/classification.ts';
import type { ProvenClass } from '#beneficiary/registry/domain/classification.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { decideEligibility } from './eligibility.ts';
import type { EligibilityVersion, Knowledge, Requirement } from './eligibility.ts';

const listed: ProvenClass = {
  standardId: 'national-2022',
  standardRevision: 1,
  scope: 'national',
  category: 'near-poor',
  from: businessDay('2024-01-01'),
  until: businessDay('2026-12-31'),
  incomePerPerson: vnd(1_200_000),
  lacking: 1,
  decision: { number: '45/QĐ-UBND', issuedOn: '2024-01-01', issuer: 'UBND phường Hà Tu' },
  evidence: 'fact-1',
};

const provincial: ProvenClass = {
  ...listed,
  standardId: 'quangninh-2023',
  scope: 'province',
  until: businessDay('2025-12-31'),
};

function version(requires: readonly Requirement[], ruralOnly = false): EligibilityVersion {
  return {
    from: businessDay('2013-04-16'),
    to: null,
    requires,
    ruralOnly,
    capital: {
      national: ['central', 'mobilised', 'entrusted'],
      province: ['entrusted'],
      unlisted: ['central', 'entrusted'],
    },
  };
}

const nearPoor = version([{ kind: 'category', categories: ['near-poor'] }]);

const newlyEscaped = version([{ kind: 'escaped-within-months', months: 36 }]);

const cleanWater = version([{ kind: 'commune-confirmation' }], true);

function known(given: Partial<Knowledge> = {}, rule: EligibilityVersion = nearPoor): Knowledge {
  return {
    day: businessDay('2025-11-24'),
    loan: {
      householdId: 'hh-1',
      personId: 'lan',
      programmeId: 'near-poor-household',
      communeId: '06652-2025',
      listId: 'list-1',
    },
    household: { communeId: '06652-2025', registeredOn: businessDay('2024-01-01') },
    person: { birthDate: businessDay('1985-03-02') },
    classes: [listed],
    rules: { revision: 2, versions: [rule] },
    urbanRural: 'urban',
    runningDebts: [],
    ...given,
  };
}

function refusals(given: Partial<Knowledge>, rule?: EligibilityVersion): string[] {
  const decision = decideEligibility(known(given, rule));
  expect(decision.eligible).toBe(decision.reasons.every(({ met }) => met));
  if (!decision.eligible) expect(decision.capitalKinds).toEqual([]);
  return decision.reasons.filter(({ met }) => !met).map(({ code }) => code);
}

describe('eligibility', () => {
  it('of a near-poor household on the national list: yes, from every kind of capital, on the fact that proves it', () => {
    const decision = decideEligibility(known());
    expect(decision).toMatchObject({ eligible: true, capitalKinds: ['central', 'mobilised', 'entrusted'] });
    expect(decision.reasons.map(({ code, evidence }) => [code, evidence])).toEqual([
      ['household-known', 'hh-1'],
      ['household-resident', '06652-2025'],
      ['person-in-household', 'lan'],
      ['person-adult', 'lan'],
      ['programme-rule-in-force', 'near-poor-household@2'],
      ['category-in-force', 'fact-1'],
    ]);
  });

  it('of a household only on the provincial list: from entrusted capital only', () => {
    expect(decideEligibility(known({ classes: [provincial] })).capitalKinds).toEqual(['entrusted']);
    expect(decideEligibility(known({ classes: [provincial, listed] })).capitalKinds).toContain('central');
  });

  it.each([
    ['household-known', { household: null, person: null }],
    ['household-known', { household: { communeId: '06652-2025', registeredOn: businessDay('2025-11-25') } }],
    [
      'household-resident',
      { household: { communeId: '06658-2025', registeredOn: businessDay('2024-01-01') } },
    ],
    ['person-in-household', { person: null }],
    ['person-adult', { person: { birthDate: businessDay('2007-11-25') } }],
    ['category-in-force', { classes: [] }],
    ['category-in-force', { day: businessDay('2027-01-01') }],
    [
      'category-in-force',
      { classes: [listed, { ...listed, category: 'average', from: businessDay('2025-01-01') }] },
    ],
  ] satisfies [string, Partial<Knowledge>][])('is refused for %s', (code, given) => {
    expect(refusals(given)).toEqual([code]);
  });

  it('needs a rule of the programme in force on the day', () => {
    expect(refusals({ rules: null })).toEqual(['programme-rule-in-force']);
    expect(refusals({}, { ...nearPoor, to: businessDay('2025-11-23') })).toEqual(['programme-rule-in-force']);
  });

  it('reaches 18 on the birthday', () => {
    expect(refusals({ person: { birthDate: businessDay('2007-11-24') } })).toEqual([]);
  });

  it('of a newly escaped household ends 36 months after the decision, that day included', () => {
    const escaped: ProvenClass = {
      ...listed,
      category: ESCAPED,
      from: businessDay('2025-01-01'),
      until: null,
      decision: { ...listed.decision, issuedOn: '2024-12-15' },
    };
    expect(refusals({ classes: [escaped], day: businessDay('2027-12-15') }, newlyEscaped)).toEqual([]);
    expect(refusals({ classes: [escaped], day: businessDay('2027-12-16') }, newlyEscaped)).toEqual([
      'escaped-recently',
    ]);
    const poorAgain = { ...listed, from: businessDay('2026-01-01') };
    expect(refusals({ classes: [escaped, poorAgain], day: businessDay('2026-02-01') }, newlyEscaped)).toEqual(
      ['escaped-recently'],
    );
  });

  it('for rural works asks for a rural area and no list', () => {
    expect(refusals({ classes: [] }, cleanWater)).toEqual(['area-rural']);
    expect(decideEligibility(known({ classes: [], urbanRural: 'rural' }, cleanWater)).capitalKinds).toEqual([
      'central',
      'entrusted',
    ]);
  });

  it('notes running debt of the programme without refusing for it', () => {
    const { eligible, reasons } = decideEligibility(known({ runningDebts: ['loan-7'] }));
    expect(eligible).toBe(true);
    expect(reasons.at(-1)).toMatchObject({ code: 'running-debt-noted', met: true, evidence: 'loan-7' });
  });
});
