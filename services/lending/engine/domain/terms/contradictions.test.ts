import { describe, expect, test } from 'vitest';
import { DomainError } from '#shared/domain/errors.ts';
import { parseRate } from '#shared/domain/rate.ts';
import { day, months, rate, terms } from '#test/support/engine-terms.ts';
import { compileTerms } from './compiled-terms.ts';
import type { LoanTerms } from './terms.ts';

function refusalOf(change: Partial<LoanTerms>): DomainError {
  try {
    compileTerms(terms(change));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return expect.fail('the terms were accepted');
}

const ANY_WORDS: unknown = expect.stringMatching(/./u);

const none = { principal: 0, interestPayment: 0, interestFree: 0 };

const june = { due: day('2026-06-30'), principal: 5 };

const custom = [june, { due: day('2026-12-31'), principal: 5 }];

const span = { from: day('2026-01-01'), to: day('2026-03-31'), factor: parseRate('0.9') };

describe('terms that contradict each other are named by their pointers', () => {
  test.each<[string, Partial<LoanTerms>, string, string]>([
    [
      'rhythms that do not divide',
      { principalEvery: months(5), interestEvery: months(2) },
      'principalEvery',
      'interestEvery',
    ],
    ['interest rarer than principal', { interestEvery: months(2) }, 'principalEvery', 'interestEvery'],
    ['months and weeks', { principalEvery: { n: 4, unit: 'week' } }, 'principalEvery', 'interestEvery'],
    ['a kept total without levels', { levelTotal: 'kept' }, 'levelTotal', 'amortisation'],
    [
      'all scheduled interest on the balance',
      { payoffInterest: 'all-scheduled' },
      'payoffInterest',
      'interestRunsOn',
    ],
    ['smoothing without levels', { lastInstalment: 'smoothed' }, 'lastInstalment', 'amortisation'],
    [
      'a multiple of levels without levels',
      { instalmentMultiple: 1000 },
      'instalmentMultiple',
      'amortisation',
    ],
    [
      'a multiple of principal of a bullet',
      { amortisation: 'bullet', principalMultiple: 1000 },
      'principalMultiple',
      'amortisation',
    ],
    ['custom without its dates', { amortisation: 'custom' }, 'custom', 'amortisation'],
    ['dates without custom', { custom }, 'custom', 'amortisation'],
    ['another number of dates', { amortisation: 'custom', custom }, 'custom', 'instalments'],
    [
      'dates out of order',
      { amortisation: 'custom', custom: custom.toReversed(), instalments: 2 },
      'custom/0/due',
      'custom/1/due',
    ],
    [
      'two dates on one day',
      { amortisation: 'custom', custom: [june, june], instalments: 2 },
      'custom/0/due',
      'custom/1/due',
    ],
    [
      'grace on the principal of given dates',
      { amortisation: 'custom', custom, instalments: 2, grace: { ...none, principal: 1 } },
      'grace/principal',
      'amortisation',
    ],
    [
      'grace on the interest of all given dates, whatever the rhythms',
      {
        amortisation: 'custom',
        custom,
        instalments: 2,
        principalEvery: { n: 5, unit: 'day' },
        grace: { ...none, interestPayment: 2 },
      },
      'grace/interestPayment',
      'instalments',
    ],
    [
      'grace on the interest of every second month',
      { principalEvery: months(2), interestEvery: months(2), grace: { ...none, interestPayment: 12 } },
      'grace/interestPayment',
      'instalments',
    ],
    ['grace on all principal', { grace: { ...none, principal: 12 } }, 'grace/principal', 'instalments'],
    [
      'grace on a bullet',
      { amortisation: 'bullet', grace: { ...none, principal: 1 } },
      'grace/principal',
      'amortisation',
    ],
    [
      'grace on all interest',
      { grace: { ...none, interestPayment: 12 } },
      'grace/interestPayment',
      'instalments',
    ],
    [
      'more free rows than rows',
      { grace: { ...none, interestFree: 13 } },
      'grace/interestFree',
      'instalments',
    ],
    ['flat on the balance', { interestMethod: 'flat' }, 'interestMethod', 'interestRunsOn'],
    ['no rate from the beginning', { rates: [{ from: 1, rate: parseRate('6') }] }, 'rates', 'rates/0/from'],
    ['two rates of one day', { rates: [...rate('6'), ...rate('7')] }, 'rates/0', 'rates/1'],
    ['a factor of nothing', { rates: [{ from: null, factor: parseRate('1.2') }] }, 'rates', 'baseRates'],
    [
      'two base rates of one day',
      {
        rates: [{ from: null, factor: parseRate('1.2') }],
        baseRates: [...rate('6'), ...rate('7')],
      },
      'baseRates/0',
      'baseRates/1',
    ],
    ['a base nobody uses', { baseRates: [{ from: null, rate: parseRate('6') }] }, 'rates', 'baseRates'],
    [
      'a cut that ends before it begins',
      { cuts: [{ ...span, to: span.from - 1 }] },
      'cuts/0/from',
      'cuts/0/to',
    ],
    ['cuts on one day', { cuts: [span, { ...span, from: span.to, to: span.to }] }, 'cuts/0', 'cuts/1'],
    [
      'cuts on one day, the later one first',
      { cuts: [{ ...span, from: span.to, to: span.to + 9 }, span] },
      'cuts/0',
      'cuts/1',
    ],
    [
      'two transaction days from one day on',
      {
        transactionDays: [
          { from: null, day: 7 },
          { from: null, day: 8 },
        ],
      },
      'transactionDays/0',
      'transactionDays/1',
    ],
    [
      'support that ends before it begins',
      { supports: [{ from: 2, to: 1, points: parseRate('2'), payer: 'state' }] },
      'supports/0/from',
      'supports/0/to',
    ],
    [
      'a day of the month and weeks',
      {
        transactionDays: [{ from: null, day: 7 }],
        principalEvery: { n: 1, unit: 'week' },
        interestEvery: { n: 1, unit: 'week' },
      },
      'transactionDays',
      'interestEvery',
    ],
  ])('%s', (_, change, first, second) => {
    const { code, facts, fields } = refusalOf(change);
    const pointers = [`/terms/${first}`, `/terms/${second}`];
    expect([code, facts]).toEqual(['terms-contradict', { terms: pointers }]);
    expect(fields.map(({ pointer }) => pointer)).toEqual(pointers);
    for (const { detail } of fields) expect([detail.vi, detail.en]).toEqual([ANY_WORDS, ANY_WORDS]);
  });
});

describe('what is not computed is said', () => {
  test.each<[string, Partial<LoanTerms>, string]>([
    [
      'levels with interest in between',
      { amortisation: 'equal-instalment', principalEvery: months(2) },
      'interestEvery',
    ],
    [
      'flat levels',
      { amortisation: 'equal-instalment', interestMethod: 'flat', interestRunsOn: 'schedule' },
      'interestMethod',
    ],
    [
      'levels whose interest waits while principal is asked',
      { amortisation: 'equal-instalment', grace: { ...none, interestPayment: 1 } },
      'grace/interestPayment',
    ],
    [
      'a smoothed level with interest rounded by stretches',
      { amortisation: 'equal-instalment', lastInstalment: 'smoothed', interestRounding: 'per-stretch' },
      'interestRounding',
    ],
    ['more rows than any loan has', { instalments: 1301 }, 'instalments'],
  ])('%s', (_, change, field) => {
    const { code, facts } = refusalOf(change);
    expect(code).toBe('terms-not-supported');
    expect(facts).toEqual({ pointer: `/terms/${field}`, combination: ANY_WORDS });
  });
});

describe('terms on the edge are accepted', () => {
  test.each<[string, Partial<LoanTerms>]>([
    ['a year of months', { principalEvery: { n: 1, unit: 'year' }, interestEvery: months(6) }],
    ['weeks of days', { principalEvery: { n: 1, unit: 'week' }, interestEvery: { n: 7, unit: 'day' } }],
    ['grace on all but one', { grace: { principal: 11, interestPayment: 11, interestFree: 12 } }],
    ['as many rows as allowed', { instalments: 1300 }],
    ['flat by the schedule', { interestMethod: 'flat', interestRunsOn: 'schedule' }],
    ['cuts one after the other', { cuts: [span, { ...span, from: span.to + 1, to: span.to + 1 }] }],
    ['cuts in any order', { cuts: [{ ...span, from: span.to + 1, to: span.to + 9 }, span] }],
    [
      'grace on interest between instalments',
      { principalEvery: months(3), instalments: 2, grace: { ...none, interestPayment: 5 } },
    ],
    [
      'a rate by a factor after one of its own',
      {
        rates: [...rate('6.6'), { from: day('2026-06-01'), factor: parseRate('1.2') }],
        baseRates: rate('6'),
      },
    ],
    [
      'levels in full grace',
      { amortisation: 'equal-instalment', grace: { ...none, principal: 2, interestPayment: 2 } },
    ],
    [
      'smoothed levels',
      { amortisation: 'equal-instalment', lastInstalment: 'smoothed', instalmentMultiple: 100 },
    ],
    [
      'custom with any rhythm',
      { amortisation: 'custom', custom, instalments: 2, principalEvery: { n: 5, unit: 'day' } },
    ],
  ])('%s', (_, change) => {
    expect(compileTerms(terms(change)).terms).toMatchObject(change);
  });
});
