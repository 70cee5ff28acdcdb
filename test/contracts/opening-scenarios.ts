import type { Person } from '#infra/local/identity/identity.ts';
import * as opening from '#test/support/world/opening-commands.ts';
import { HOME, TODAY } from '#test/support/world/small-world.ts';
import { SOURCE } from './cast.ts';
import {
  CLOSED,
  CUT_OVER,
  IN_USE,
  STANDING,
  TAKEN_BACK,
  TOUCHED,
  UNTOUCHED,
  WAITING,
} from './opening-cast.ts';
import { POSTPONED, POSTPONED_OPENING } from './programme-cast.ts';
import { stranger } from './scenario.ts';
import type { Scenarios } from './scenario.ts';

const TOMORROW = '2026-06-16';

const NEW = 'opening-new';

const colleague: Person = { username: 'officer-of-openings', roles: ['finance-officer'], areas: ['22'] };

const line = { programmeId: 'job-creation', communeId: HOME, outstanding: '1', available: '0' };

const propose = (
  given: Parameters<typeof opening.proposeOpening>[3] = {},
  cutOverOn = CUT_OVER,
  sourceId = UNTOUCHED,
) => opening.proposeOpening(sourceId, NEW, cutOverOn, given);

/** Each way opening balances are refused. */
export const OPENING_SCENARIOS: Scenarios = {
  proposeOpeningBalances: {
    'area-not-allowed': (say) => say.give(propose(), stranger('finance-officer')),
    'already-exists': (say) => say.give(opening.proposeOpening(UNTOUCHED, WAITING, CUT_OVER)),
    'effective-day-in-future': (say) => say.give(propose({}, TOMORROW)),
    'decision-not-yet-issued': (say) =>
      say.give(propose({ decision: { number: '1/QĐ', issuedOn: TOMORROW, issuer: 'Ủy ban nhân dân tỉnh' } })),
    'effective-day-before-opening': (say) => say.give(propose({}, '2026-02-01')),
    'control-totals-differ': (say) =>
      say.give(propose({ controlTotals: { ...opening.OPENING_TOTALS, fund: '1050000001' } })),
    'opening-lines-refused': (say) => say.give(propose({ lines: [line, line] })),
    'source-has-entries': (say) => say.give(propose({}, TODAY, SOURCE)),
    'effective-day-before-last-entry': (say) => say.give(propose({}, CUT_OVER, TAKEN_BACK)),
    'reference-unknown': (say) => say.give(propose({ lines: [{ ...line, programmeId: 'never-heard-of' }] })),
    'reference-not-in-force': (say) => say.give(propose({ lines: [{ ...line, programmeId: POSTPONED }] })),
  },
  approveOpeningBalances: {
    'area-not-allowed': (say) =>
      say.give(opening.approveOpening(UNTOUCHED, WAITING), stranger('finance-officer')),
    'maker-may-not-decide': (say) => say.give(opening.approveOpening(UNTOUCHED, WAITING)),
    'proposal-not-pending': (say) => say.give(opening.approveOpening(UNTOUCHED, CLOSED), colleague),
    'source-has-entries': (say) => say.give(opening.approveOpening(TOUCHED, WAITING), colleague),
    'effective-day-before-last-entry': (say) =>
      say.give(opening.approveOpening(TAKEN_BACK, WAITING), colleague),
    'reference-not-in-force': (say) =>
      say.give(opening.approveOpening(UNTOUCHED, POSTPONED_OPENING), colleague),
  },
  rejectOpeningBalances: {
    'area-not-allowed': (say) =>
      say.give(opening.rejectOpening(UNTOUCHED, WAITING), stranger('finance-officer')),
    'maker-may-not-decide': (say) => say.give(opening.rejectOpening(UNTOUCHED, WAITING)),
    'proposal-not-pending': (say) => say.give(opening.rejectOpening(UNTOUCHED, CLOSED), colleague),
  },
  withdrawOpeningBalances: {
    'area-not-allowed': (say) =>
      say.give(opening.withdrawOpening(UNTOUCHED, WAITING), stranger('finance-officer')),
    'only-maker-may-withdraw': (say) => say.give(opening.withdrawOpening(UNTOUCHED, WAITING), colleague),
    'proposal-not-pending': (say) => say.give(opening.withdrawOpening(UNTOUCHED, CLOSED)),
  },
  proposeOpeningReversal: {
    'area-not-allowed': (say) =>
      say.give(opening.proposeReversal(IN_USE, STANDING), stranger('finance-officer')),
    'opening-balances-not-standing': (say) => say.give(opening.proposeReversal(UNTOUCHED, WAITING)),
  },
  approveOpeningReversal: {
    'area-not-allowed': (say) =>
      say.give(opening.approveReversal(IN_USE, STANDING), stranger('finance-officer')),
    'maker-may-not-decide': (say) => say.give(opening.approveReversal(IN_USE, STANDING)),
    'proposal-not-pending': (say) => say.give(opening.approveReversal(TAKEN_BACK, STANDING), colleague),
    'opening-balances-in-use': (say) => say.give(opening.approveReversal(IN_USE, STANDING), colleague),
  },
  rejectOpeningReversal: {
    'area-not-allowed': (say) =>
      say.give(opening.rejectReversal(IN_USE, STANDING), stranger('finance-officer')),
    'maker-may-not-decide': (say) => say.give(opening.rejectReversal(IN_USE, STANDING)),
    'proposal-not-pending': (say) => say.give(opening.rejectReversal(TAKEN_BACK, STANDING), colleague),
  },
  withdrawOpeningReversal: {
    'area-not-allowed': (say) =>
      say.give(opening.withdrawReversal(IN_USE, STANDING), stranger('finance-officer')),
    'only-maker-may-withdraw': (say) => say.give(opening.withdrawReversal(IN_USE, STANDING), colleague),
    'proposal-not-pending': (say) => say.give(opening.withdrawReversal(TAKEN_BACK, STANDING)),
  },
  getOpeningBalances: {
    'area-not-allowed': (say) =>
      say.get(
        'getOpeningBalances',
        { params: { sourceId: UNTOUCHED, openingId: WAITING } },
        stranger('auditor'),
      ),
  },
};
