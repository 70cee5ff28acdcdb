import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Areas, standards, households and eligibility. It alone seals and opens national ids. */
export const HTTP = {
  kind: 'http',
  service: 'beneficiary',
  name: 'http',
  table: 'acts',
  routes: BENEFICIARY_ROUTES,
  opensPersonalData: true,
  onErrors: {
    impact: {
      vi: 'Xã không đăng ký, không xếp loại hộ và không xem được địa bàn, hộ, kết quả xét điều kiện.',
      en: 'Communes cannot register or classify households, nor look up areas, households or eligibility.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
