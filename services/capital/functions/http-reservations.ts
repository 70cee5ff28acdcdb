import { RESERVATION_ROUTES } from '#shared/contracts/capital/reservations/routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Capital of loans: reservations, and the queue for it. */
export const HTTP_RESERVATIONS = {
  kind: 'http',
  service: 'capital',
  name: 'http-reservations',
  table: 'acts',
  routes: RESERVATION_ROUTES,
  onErrors: {
    impact: {
      vi: 'Chi nhánh không xem được hàng chờ vốn và không giải phóng được vốn đã giữ; giữ vốn và giải ngân vẫn chạy.',
      en: 'The branch sees no queues and releases no reservations; capital is still reserved and lent.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
