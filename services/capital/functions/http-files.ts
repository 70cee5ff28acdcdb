import { QUOTA_FILE_ROUTES } from '#shared/contracts/capital/quota/file-routes.ts';
import { OPENING_FILE_ROUTES } from '#shared/contracts/capital/opening/file-routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Files in and out; apart, because reading workbooks doubles what a function has to load. */
export const HTTP_FILES = {
  kind: 'http',
  service: 'capital',
  name: 'http-files',
  table: 'acts',
  counts: true,
  routes: { ...QUOTA_FILE_ROUTES, ...OPENING_FILE_ROUTES },
  onErrors: {
    impact: {
      vi: 'Không nhập và xuất được chỉ tiêu, số dư đầu kỳ bằng tệp; nhập qua màn hình vẫn làm được.',
      en: 'Quotas and opening balances cannot be exchanged as files; entering them by hand goes on.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
