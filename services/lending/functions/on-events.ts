import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import {
  CapitalDeclined,
  CapitalReserved,
  ReservationExpired,
  ReservationReleased,
} from '#shared/contracts/capital/reservations/events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';
import { LOOK_AT_PARKED } from '#shared/functions/words.ts';

/** Answers of other services about a request. */
export const ON_EVENTS = {
  kind: 'consumer',
  service: 'lending',
  name: 'on-events',
  table: 'known-keys',
  listensTo: [EligibilityDecided, CapitalReserved, CapitalDeclined, ReservationReleased, ReservationExpired],
  onErrors: {
    impact: {
      vi: 'Món vay không nhận được kết quả xét điều kiện và giữ vốn, nên không duyệt và giải ngân được.',
      en: 'Loans do not learn of eligibility and reserved capital, so they cannot be approved or disbursed.',
    },
    whatToDo: LOOK_AT_PARKED,
  },
} satisfies ConsumerManifest;
