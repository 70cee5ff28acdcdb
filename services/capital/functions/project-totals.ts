import { MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';

/** The journal by business day, and balances over time. */
export const PROJECT_TOTALS = {
  kind: 'consumer',
  service: 'capital',
  name: 'project-totals',
  table: 'totals',
  listensTo: MONEY_EVENTS,
  onErrors: {
    impact: {
      vi: 'Số tổng theo nguồn vốn bị cũ; sổ cái và hạn mức vẫn đúng.',
      en: 'Totals by source grow old; the ledger and the quotas themselves stay right.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; số tổng tự đúng lại khi các sự kiện còn chờ được xử lý.',
      en: 'Read its log; the totals are right again once the waiting events are applied.',
    },
  },
} satisfies ConsumerManifest;
