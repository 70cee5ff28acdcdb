import { TODAY } from '#test/support/world/small-world.ts';

const source = {
  instrument: 'Chỉ thị 40-CT/TW',
  issuedOn: '2014-11-22',
  effectiveOn: '2014-11-22',
  confidence: 'verified',
};
const inForce = { from: '2025-01-01', to: null, source };
export const backwards = { ...inForce, to: '2024-12-31' };
export const TARGET = { indicatorId: 'cap-02', bound: 'at-least', value: '1500', ...inForce };
export const ROW = { provinceId: '22', name: 'Quảng Ninh', entrustedCapital: '1020000000000' };
export const TABLE = { rows: [ROW], source: 'Ngân hàng Chính sách xã hội (hư cấu)', confidence: 'memory' };
export const SERIES = { from: '2026-01-01', to: TODAY, by: 'month' };

export const ASSUMPTION = {
  ...{ kind: 'monthly-demand', sourceId: null, programmeId: null, communeId: null, amount: '100000000' },
  ...inForce,
};

/** What well-formed requests of figures are made of. */
export const FIGURE_BODIES: Readonly<Record<string, unknown>> = {
  putIndicatorTarget: TARGET,
  putOpportunityRate: { rate: '6.6', ...inForce },
  putNationalTable: TABLE,
  putForecastAssumption: ASSUMPTION,
};
export const FIGURE_QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  getIndicatorSeries: SERIES,
};
export const FIGURE_PARAMS: Readonly<Record<string, string>> = {
  indicatorId: 'cap-01',
  targetId: 'no-such-target',
  rateId: 'no-such-rate',
  assumptionId: 'no-such-assumption',
  asOf: '1999-01-01',
};
