import {
  CapitalRequested,
  LoanApproved,
  LoanCancelled,
  LoanDisbursed,
  LoanFrozen,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';

/** What loans do to the ledger. */
export const ON_EVENTS = {
  kind: 'consumer',
  service: 'capital',
  name: 'on-events',
  table: 'known-keys',
  listensTo: [
    LoanApproved,
    CapitalRequested,
    LoanCancelled,
    LoanDisbursed,
    RepaymentRecorded,
    LoanFrozen,
    LoanWrittenOff,
  ],
  onErrors: {
    impact: {
      vi: 'Vốn không được giữ cho món vay đã duyệt; giải ngân và thu nợ chưa được hạch toán về nguồn.',
      en: 'Capital is not reserved for approved loans; disbursements and repayments are not posted to their source.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events, không mất. Kiểm tra trial-balance sau khi redrive.',
      en: 'Read its log; an event is delivered 5 times and then moves to parked-events, so none is lost. Check trial-balance after a redrive.',
    },
  },
} satisfies ConsumerManifest;
