import type { NightlyManifest } from '#shared/functions/manifest.ts';

/** Reservations whose day has come. */
export const EXPIRE_RESERVATIONS = {
  kind: 'nightly',
  service: 'capital',
  name: 'expire-reservations',
  table: 'acts',
  does: 'Warns of reservations about to expire and gives the money of expired ones back to their leaves',
  at: { hour: 0, minute: 20 },
  onErrors: {
    impact: {
      vi: 'Vốn giữ quá hạn chưa được giải phóng; món vay đang chờ chưa được giữ vốn.',
      en: 'Reservations past their day still hold money, and loans that wait are not served.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; chạy lại là an toàn, đêm sau làm nốt và mỗi việc vẫn tính cho ngày của nó.',
      en: 'Read its log; running it again is safe, the next night makes up for it, and each step counts for its own day.',
    },
  },
} satisfies NightlyManifest;
