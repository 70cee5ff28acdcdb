import type { NightlyManifest } from '#shared/functions/manifest.ts';

/** The ledger, reckoned anew. */
export const VERIFY_LEDGER = {
  kind: 'nightly',
  service: 'capital',
  name: 'verify-ledger',
  table: 'reads',
  does: 'Reckons the ledger anew and compares everything that is kept about it',
  at: { hour: 0, minute: 40 },
  onErrors: {
    impact: {
      vi: 'Đêm qua sổ cái chưa được kiểm tra lại.',
      en: 'The ledger was not verified last night.',
    },
    whatToDo: {
      vi: 'Xem nhật ký hàm rồi chạy npm run verify:ledger bằng tài khoản kiểm toán.',
      en: 'Read its log, then run npm run verify:ledger as an auditor.',
    },
  },
} satisfies NightlyManifest;
