import {
  OpeningBalancesApproved,
  OpeningReversalApproved,
} from '#shared/contracts/capital/opening/events.ts';
import { QuotaDecisionApproved } from '#shared/contracts/capital/quota/events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';

/** Records what was approved and is too long for one transaction. */
export const APPLY_DECISIONS = {
  kind: 'consumer',
  service: 'capital',
  name: 'apply-decisions',
  table: 'known-keys',
  counts: true,
  // Also those that are recorded with their approval: nothing is left to do for them then.
  listensTo: [OpeningBalancesApproved, OpeningReversalApproved, QuotaDecisionApproved],
  onErrors: {
    impact: {
      vi: 'Số dư đầu kỳ hoặc quyết định giao chỉ tiêu dài đã duyệt chưa được ghi hết vào sổ; vốn của nó vẫn được giữ riêng.',
      en: 'Opening balances or long quota decisions that were approved are not recorded in full; their money stays set aside.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events. Redrive là an toàn: việc ghi tiếp tục từ dòng đang dở.',
      en: 'Read its log; the event is delivered 5 times and then moves to parked-events. A redrive is safe: recording goes on where it stopped.',
    },
  },
} satisfies ConsumerManifest;
