import { RESERVATION_ERRORS } from '#shared/contracts/capital/reservations/errors.ts';
import type { Revised } from '#shared/contracts/common.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { ReservationRules } from './ports.ts';

const refuse = errorsOf(RESERVATION_ERRORS);

/**
 * Records how long reservations hold, by the day they are made. Reservations that are made keep their day.
 * Throws `reservation-rules-contradict` (400).
 */
export function recordReservationRules(
  keep: (rules: ReservationRules) => Promise<Revised>,
  rules: ReservationRules,
): Promise<Revised> {
  const days = new Set(rules.rules.map(({ from }) => from));
  const isLate = rules.rules.some(
    ({ warnDaysBefore, expiresAfterDays }) => warnDaysBefore > expiresAfterDays,
  );
  if (days.size < rules.rules.length || isLate) throw refuse('reservation-rules-contradict');
  return keep(rules);
}
