import { CALCULATION_ROUTES } from '#shared/contracts/lending/engine/routes.ts';
import { LOOK } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** The engine on terms and facts that are given. */
export const HTTP_CALCULATOR = {
  kind: 'http',
  service: 'lending',
  name: 'http-calculator',
  table: 'known-keys',
  routes: CALCULATION_ROUTES,
  onErrors: {
    impact: {
      vi: 'Không tính thử được khoản vay; việc ghi nhận vẫn chạy.',
      en: 'Nothing can be calculated ahead; acts are still recorded.',
    },
    whatToDo: LOOK,
  },
} satisfies HttpManifest;
