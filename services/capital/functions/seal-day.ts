import type { NightlyManifest } from '#shared/functions/manifest.ts';

/** The seal of a day that is over. */
export const SEAL_DAY = {
  kind: 'nightly',
  service: 'capital',
  name: 'seal-day',
  table: 'sealing',
  does: 'Seals the day that is over: the root over the chains of every source',
  // After the last transaction begun before midnight has ended.
  at: { hour: 0, minute: 10 },
  onErrors: {
    impact: {
      vi: 'Ngày đã qua chưa được niêm phong; sửa sổ cái trong ngày đó chỉ lộ ra qua chuỗi bút toán.',
      en: 'The day that is over is not sealed: tampering with it would only show in the chains themselves.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm; chạy lại là an toàn, mỗi ngày chỉ được niêm phong một lần và đêm sau làm nốt.',
      en: 'Read its log; running it again is safe, each day is sealed once, and the next night makes up for it.',
    },
  },
} satisfies NightlyManifest;
