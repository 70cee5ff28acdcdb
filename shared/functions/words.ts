import type { Text } from '#shared/domain/text.ts';

/** First steps when requests fail that may have changed something. */
export const LOOK_AND_REPEAT: Text = {
  vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
  en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
};

/** First steps when requests fail that only read. */
export const LOOK: Text = {
  vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai.',
  en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed.',
};

/** First steps when events cannot be applied. */
export const LOOK_AT_PARKED: Text = {
  vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events, không mất.',
  en: 'Read its log; an event is delivered 5 times and then moves to parked-events, so none is lost.',
};
