import type { Ask } from '#test/support/world/ask.ts';
import { HOME } from '#test/support/world/small-world.ts';
import { ASSUMPTION, backwards, ROW, SERIES, TABLE, TARGET } from './figures-well-formed.ts';
import { SOURCE } from './cast.ts';
import { stranger } from './scenario.ts';
import type { Scenario, Scenarios } from './scenario.ts';

const NEVER = '2099-01-01T00:00:00.000Z';
/** Catalogue and dated figures: the same for the whole province. */
export const FIGURES_BOUND_TO_NO_AREA: readonly string[] = [
  'listIndicators',
  'putIndicatorTarget',
  'listIndicatorTargets',
  'putOpportunityRate',
  'listOpportunityRates',
  'putNationalTable',
  'getNationalTable',
  'putForecastAssumption',
  'listForecastAssumptions',
];

const CAP_01: Pick<Ask, 'params'> = { params: { indicatorId: 'cap-01' } };

const ofAnIndicator = (
  operationId: string,
  query: Readonly<Record<string, string>>,
  outOfRange: Readonly<Record<string, string>>,
): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) => say.get(operationId, { ...CAP_01, query }, stranger('finance-officer')),
  'known-on-in-future': (say) =>
    say.get(operationId, { ...CAP_01, query: { ...query, knownOn: NEVER } }, 'auditor'),
  'indicator-filter-refused': (say) =>
    say.get(operationId, { ...CAP_01, query: { ...query, communeId: HOME } }, 'auditor'),
  'series-range-refused': (say) =>
    say.get(
      operationId,
      { params: { indicatorId: 'cap-03' }, query: { ...query, ...outOfRange } },
      'auditor',
    ),
});

/** Each way indicators and what they rest on are refused. */
export const FIGURES_SCENARIOS: Scenarios = {
  getIndicator: ofAnIndicator('getIndicator', {}, { base: '2098-01-01' }),
  getIndicatorSeries: ofAnIndicator('getIndicatorSeries', SERIES, { from: '2098-01-01' }),
  listIndicatorRows: ofAnIndicator('listIndicatorRows', {}, { base: '2098-01-01' }),
  putIndicatorTarget: {
    'figure-days-refused': (say) =>
      say.put('putIndicatorTarget', {
        params: { targetId: 'backwards' },
        body: { ...TARGET, ...backwards },
      }),
  },
  putOpportunityRate: {
    'figure-days-refused': (say) =>
      say.put('putOpportunityRate', { params: { rateId: 'backwards' }, body: { rate: '6.6', ...backwards } }),
  },
  putNationalTable: {
    'national-table-refused': (say) =>
      say.put('putNationalTable', {
        params: { asOf: '2023-07-31' },
        body: { ...TABLE, rows: [ROW, ROW] },
      }),
  },
  putForecastAssumption: {
    'figure-days-refused': (say) =>
      say.put('putForecastAssumption', {
        params: { assumptionId: 'backwards' },
        body: { ...ASSUMPTION, ...backwards },
      }),
    'reference-unknown': (say) =>
      say.put('putForecastAssumption', {
        params: { assumptionId: 'of-nothing' },
        body: { ...ASSUMPTION, programmeId: 'never-heard-of' },
      }),
    'forecast-assumption-refused': (say) =>
      say.put('putForecastAssumption', {
        params: { assumptionId: 'says-two-things' },
        body: { ...ASSUMPTION, months: 12 },
      }),
  },
  ...Object.fromEntries(
    ['getForecast', 'listShortfalls'].map((operationId): [string, Readonly<Record<string, Scenario>>] => [
      operationId,
      {
        'area-not-allowed': (say) =>
          say.get(operationId, { params: { sourceId: SOURCE } }, stranger('branch-planner')),
      },
    ]),
  ),
};
