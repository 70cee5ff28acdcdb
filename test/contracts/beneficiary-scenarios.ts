import * as give from '#test/support/world/commands.ts';
import type { Command } from '#test/support/world/commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import { DAYS, FIRST, LOANS, NATIONAL_ID, SECOND, THIRD } from './cast.ts';
import { stranger } from './scenario.ts';
import type { Scenarios } from './scenario.ts';

const TOMORROW = '2026-06-16';
const NEW = 'hh-new';

const woman = {
  personId: give.personOf(NEW),
  fullName: 'Phạm Thị Mai',
  birthDate: '1984-05-01',
  sex: 'female' as const,
  relation: 'head' as const,
};

const spouse = (personId: string) => ({
  ...woman,
  personId,
  sex: 'male' as const,
  relation: 'spouse' as const,
});

const registering = (
  given: Parameters<typeof give.registerHousehold>[3] = {},
  on = DAYS.registered as string,
): Command => give.registerHousehold(NEW, HOME, on, given);

/** Each way the beneficiary service refuses by its own rules. */
export const BENEFICIARY_SCENARIOS: Scenarios = {
  registerHousehold: {
    'already-exists': (say) => say.give(give.registerHousehold(FIRST, HOME, DAYS.registered)),
    'effective-day-in-future': (say) => say.give(registering({}, TOMORROW)),
    'area-not-allowed': (say) => say.give(registering(), stranger('commune-officer')),
    'commune-not-in-force': (say) => say.give(registering({ communeId: '99999-2025' })),
    'representative-not-in-household': (say) => say.give(registering({ representativeId: 'somebody' })),
    'representative-not-adult': (say) =>
      say.give(registering({ persons: [{ ...woman, birthDate: '2020-05-01' }] })),
    'household-head-not-one': (say) => say.give(registering({ persons: [{ ...woman, relation: 'child' }] })),
    'household-spouse-not-one': (say) =>
      say.give(
        registering({
          persons: [woman, ...[1, 2].map((at) => spouse(`${NEW}-spouse-${String(at)}`))],
        }),
      ),
    'persons-repeated': (say) => say.give(registering({ persons: [woman, woman] })),
    'national-id-implausible': (say) =>
      say.give(registering({ persons: [{ ...woman, nationalId: '022084123456' }] })),
    'national-id-already-registered': (say) =>
      say.give(registering({ persons: [{ ...woman, nationalId: NATIONAL_ID }] })),
    'born-after-registration': (say) =>
      say.give(registering({ persons: [{ ...woman, birthDate: '2026-05-01' }] })),
  },
  recordClassification: {
    'version-stale': (say) => say.give(give.classify(SECOND, TODAY, { expectedVersion: 99 })),
    'effective-day-in-future': (say) => say.give(give.classify(SECOND, TOMORROW)),
    'area-not-allowed': (say) => say.give(give.classify(SECOND, TODAY), stranger('commune-chair')),
    'standard-unknown': (say) => say.give(give.classify(SECOND, TODAY, { standardId: 'no-such-standard' })),
    'standard-not-in-force': (say) => say.give(give.classify(SECOND, TODAY, { standardId: 'national-2016' })),
    'category-not-by-standard': (say) => say.give(give.classify(SECOND, TODAY, { category: 'poor' })),
    'not-on-the-list': (say) =>
      say.give(
        give.classify(SECOND, TODAY, { category: 'escaped-poverty', incomePerPerson: '9000000', lacking: 0 }),
      ),
    'before-last-fact': (say) => say.give(give.classify(THIRD, '2026-01-19')),
  },
  getHousehold: {
    'area-not-allowed': (say) =>
      say.get('getHousehold', { params: { householdId: FIRST } }, stranger('credit-officer')),
  },
  listHouseholds: {
    'area-not-allowed': (say) =>
      say.get('listHouseholds', { query: { communeId: HOME } }, stranger('commune-officer')),
  },
  getEligibilityDecision: {
    'area-not-allowed': (say) =>
      say.get('getEligibilityDecision', { params: { loanId: LOANS.eligible } }, stranger('commune-chair')),
  },
};
