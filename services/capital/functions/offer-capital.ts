import { CapitalFreed } from '#shared/contracts/capital/ledger/events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';

/** Serves the queue of a leaf that has money again. */
export const OFFER_CAPITAL = {
  kind: 'consumer',
  service: 'capital',
  name: 'offer-capital',
  table: 'known-keys',
  listensTo: [CapitalFreed],
  onErrors: {
    impact: {
      vi: 'Món vay đang chờ vốn chưa được giữ vốn dù chỉ tiêu đã có tiền.',
      en: 'Loans that wait for capital are not served although their leaf has money again.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; redrive sự kiện CapitalFreed là đủ và lặp lại vô hại: hàng chờ được xử lý tiếp theo đúng thứ tự.',
      en: 'Read its log; sending a CapitalFreed round again is enough and harmless: the queue goes on in its order.',
    },
  },
} satisfies ConsumerManifest;
