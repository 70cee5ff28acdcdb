import {
  QuotaAllocationReversed,
  QuotaDecisionApproved,
  QuotaDecisionRejected,
  QuotaDecisionUndone,
  QuotaDecisionWithdrawn,
} from '#shared/contracts/capital/quota/events.ts';
import { QuotaRequestPromised } from '#shared/contracts/capital/quota/request-events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';

/** Requests of communes are met by approved decisions, and open again when one comes to nothing. */
export const MEET_REQUESTS = {
  kind: 'consumer',
  service: 'capital',
  name: 'meet-requests',
  table: 'known-keys',
  listensTo: [
    QuotaRequestPromised,
    QuotaDecisionApproved,
    QuotaDecisionRejected,
    QuotaDecisionWithdrawn,
    QuotaDecisionUndone,
    QuotaAllocationReversed,
  ],
  onErrors: {
    impact: {
      vi: 'Đề nghị bổ sung chỉ tiêu của xã vẫn hiện là chờ dù quyết định đã duyệt, hoặc vẫn hiện là đã đáp ứng dù chỉ tiêu đã bị thu lại; vốn không bị ảnh hưởng.',
      en: 'Requests of communes show as open although their decision is approved, or as met although it was taken back; no money is touched.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events. Redrive là an toàn: trạng thái hiện tại của quyết định được tính.',
      en: 'Read its log; an event is delivered 5 times and then moves to parked-events. A redrive is safe: what the decision is by then counts.',
    },
  },
} satisfies ConsumerManifest;
