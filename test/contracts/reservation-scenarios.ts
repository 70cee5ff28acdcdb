import * as give from '#test/support/world/commands.ts';
import { releaseReservation } from '#test/support/world/reservation-commands.ts';
import { HOME } from '#test/support/world/small-world.ts';
import { LOANS, SOURCE } from './cast.ts';
import { RULE } from './reservation-well-formed.ts';
import { stranger } from './scenario.ts';
import type { Scenario, Scenarios } from './scenario.ts';

/** How long reservations hold is one record for the whole province. */
export const RESERVATIONS_BOUND_TO_NO_AREA: readonly string[] = [
  'putReservationRules',
  'getReservationRules',
];

const LEAF = { sourceId: SOURCE, programmeId: give.PROGRAMME, communeId: HOME };

const ofTheLeaf = (operationId: string): Readonly<Record<string, Scenario>> => ({
  'area-not-allowed': (say) => say.get(operationId, { params: LEAF }, stranger('credit-officer')),
});

/** Each way the capital service refuses about reservations and queues. */
export const RESERVATION_SCENARIOS: Scenarios = {
  putReservationRules: {
    'reservation-rules-contradict': (say) =>
      say.put('putReservationRules', { params: {}, body: { rules: [{ ...RULE, warnDaysBefore: 61 }] } }),
  },
  getQueue: ofTheLeaf('getQueue'),
  listReservations: ofTheLeaf('listReservations'),
  listWaiting: {
    'area-not-allowed': (say) =>
      say.get('listWaiting', { params: { sourceId: SOURCE } }, stranger('finance-officer')),
  },
  releaseReservation: {
    'area-not-allowed': (say) => say.give(releaseReservation(LOANS.reserved), stranger('branch-director')),
    'version-stale': (say) => say.give(releaseReservation(LOANS.reserved, { expectedVersion: 99 })),
    'reservation-not-held': (say) => say.give(releaseReservation(LOANS.active)),
  },
};
