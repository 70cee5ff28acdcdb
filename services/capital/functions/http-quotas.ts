import { QUOTA_ROUTES } from '#shared/contracts/capital/quota/routes.ts';
import { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota/request-routes.ts';
import { OPENING_ROUTES } from '#shared/contracts/capital/opening/routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Quota decisions, requests for quota, and opening balances. */
export const HTTP_QUOTAS = {
  kind: 'http',
  service: 'capital',
  name: 'http-quotas',
  table: 'acts',
  counts: true,
  routes: { ...QUOTA_ROUTES, ...QUOTA_REQUEST_ROUTES, ...OPENING_ROUTES },
  onErrors: {
    impact: {
      vi: 'Chi nhánh không giao, thu hồi, điều chuyển chỉ tiêu được; xã không đề nghị bổ sung chỉ tiêu được.',
      en: 'The branch cannot allocate, recall or move quota, and communes cannot ask for more.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
