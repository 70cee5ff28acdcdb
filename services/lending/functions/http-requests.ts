import { REQUEST_ROUTES } from '#shared/contracts/lending/requests/routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Requests for loans, from the group to approval. */
export const HTTP_REQUESTS = {
  kind: 'http',
  service: 'lending',
  name: 'http-requests',
  table: 'acts',
  routes: REQUEST_ROUTES,
  onErrors: {
    impact: {
      vi: 'Tổ không nộp được hồ sơ, xã không xác nhận, chi nhánh không duyệt và không chuyển yêu cầu vốn được.',
      en: 'Groups cannot apply, communes cannot confirm, the branch cannot approve or ask for capital.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
