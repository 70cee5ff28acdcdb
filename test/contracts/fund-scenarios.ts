import * as give from '#test/support/world/commands.ts';
import { TODAY } from '#test/support/world/small-world.ts';
import { SOURCE } from './cast.ts';
import { DISTRICT } from './fund-cast.ts';
import type { Say, Scenarios } from './scenario.ts';

const investor = {
  nameVi: 'Ngân sách tỉnh',
  kind: 'province',
  coreCode: null,
  capitalCode: '2',
  validFrom: '2026-01-01',
  validTo: null,
  source: { instrument: 'Thông tư 11/2017/TT-BTC', issuedOn: null, effectiveOn: null, confidence: 'memory' },
};

const putInvestor = (say: Say, given: Readonly<Record<string, string>>) =>
  say.put('putInvestor', { params: { investorId: 'odd-investor' }, body: { ...investor, ...given } });

/** Each way the funds, their plans and their closed years are refused. */
export const FUND_SCENARIOS: Scenarios = {
  putInvestor: {
    'validity-reversed': (say) => putInvestor(say, { validTo: '2025-12-31' }),
    'capital-code-not-of-investor': (say) => putInvestor(say, { capitalCode: '1' }),
  },
  receiveCapital: {
    'effective-day-before-opening': (say) => say.give(give.receiveCapital(SOURCE, '1', '2026-02-01')),
    'investor-not-in-force': (say) => say.give(give.receiveCapital(DISTRICT, '1', TODAY)),
  },
};
