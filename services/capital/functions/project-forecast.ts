import {
  LoanDisbursed,
  LoanFrozen,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';

/** What loans are expected to bring back, by month. */
export const PROJECT_FORECAST = {
  kind: 'consumer',
  service: 'capital',
  name: 'project-forecast',
  table: 'totals',
  listensTo: [LoanDisbursed, RepaymentRecorded, LoanFrozen, LoanWrittenOff],
  onErrors: {
    impact: {
      vi: 'Dự báo vốn quay vòng bị cũ; sổ cái, hạn mức và cho vay vẫn đúng.',
      en: 'Forecasts grow old; the ledger, the quotas and lending stay right.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; dự báo tự đúng lại khi các sự kiện còn chờ được xử lý.',
      en: 'Read its log; forecasts are right again once the waiting events are applied.',
    },
  },
} satisfies ConsumerManifest;
