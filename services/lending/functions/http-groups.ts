import { GROUP_ROUTES } from '#shared/contracts/lending/groups/routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Groups and their members. */
export const HTTP_GROUPS = {
  kind: 'http',
  service: 'lending',
  name: 'http-groups',
  table: 'acts',
  routes: GROUP_ROUTES,
  onErrors: {
    impact: {
      vi: 'Không lập được tổ, không kết nạp tổ viên và không xem được tổ.',
      en: 'Groups cannot be formed, joined or looked at.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
