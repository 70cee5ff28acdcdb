import { AreaChanged } from '#shared/contracts/beneficiary/areas/events.ts';
import { ReferenceRevised } from '#shared/contracts/lending/programmes/events.ts';
import type { ConsumerManifest } from '#shared/functions/manifest.ts';

/** What capital knows of the programmes and areas that other services record. */
export const NOTE_REFERENCES = {
  kind: 'consumer',
  service: 'capital',
  name: 'note-references',
  table: 'known-keys',
  listensTo: [AreaChanged, { event: ReferenceRevised, data: { kind: ['programme'] } }],
  onErrors: {
    impact: {
      vi: 'Chương trình, địa bàn mới hoặc vừa kết thúc chưa được phân hệ vốn biết: chỉ tiêu cho nơi mới bị từ chối, nơi đã kết thúc vẫn nhận chỉ tiêu.',
      en: 'Capital does not know of programmes and areas that are new or have just ended: quota for the new is refused, quota for the ended still taken.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events. Redrive là an toàn: bản cũ không đè lên bản mới.',
      en: 'Read its log; an event is delivered 5 times and then moves to parked-events. A redrive is safe: an older revision never replaces a newer one.',
    },
  },
} satisfies ConsumerManifest;
