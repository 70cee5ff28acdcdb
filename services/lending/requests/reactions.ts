import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import {
  CapitalDeclined,
  CapitalReserved,
  ReservationExpired,
  ReservationReleased,
} from '#shared/contracts/capital/reservations/events.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import type { Text } from '#shared/domain/text.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { Poison } from '#shared/runtime/poison.ts';
import { openRequestStore } from './adapters/request-store.ts';
import {
  recordDecline,
  recordEligibility,
  recordRelease,
  recordReservation,
} from './application/record-answers.ts';
import type { Outcome } from './application/record-answers.ts';

type Hopeless = Exclude<Outcome, 'recorded' | 'ignored'>;

/** Answers that will never fit: they are parked, because money or a decision hangs on them. */
const HOPELESS: Readonly<Record<Hopeless, Text>> = {
  'loan-unknown': { vi: 'Không có món vay này', en: 'There is no such loan' },
  'reservation-not-expected': {
    vi: 'Vốn được giữ cho món vay không chờ vốn',
    en: 'Capital was reserved for a loan that does not wait for it',
  },
};

/** What the lending service does about the events of others. */
export function lendingReactions(table: Table): Reaction[] {
  const reactor = (act: Act) => ({ store: openRequestStore(table, act), by: act.actor });
  return [
    onEvent(EligibilityDecided, (event, act) => recordEligibility(reactor(act), event).then(settle)),
    onEvent(CapitalReserved, (event, act) => recordReservation(reactor(act), event).then(settle)),
    onEvent(CapitalDeclined, (event, act) => recordDecline(reactor(act), event).then(settle)),
    onEvent(ReservationReleased, (event, act) => recordRelease(reactor(act), event).then(settle)),
    onEvent(ReservationExpired, (event, act) => recordRelease(reactor(act), event).then(settle)),
  ];
}

function settle(outcome: Outcome): void {
  if (outcome !== 'recorded' && outcome !== 'ignored') throw new Poison(outcome, HOPELESS[outcome]);
}
