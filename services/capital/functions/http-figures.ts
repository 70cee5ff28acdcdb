import { INDICATOR_ROUTES } from '#shared/contracts/capital/indicators/routes.ts';
import { FORECAST_ROUTES } from '#shared/contracts/capital/forecast/routes.ts';
import { LOOK } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Indicators, and the forecast of revolving capital. */
export const HTTP_FIGURES = {
  kind: 'http',
  service: 'capital',
  name: 'http-figures',
  table: 'acts',
  routes: { ...INDICATOR_ROUTES, ...FORECAST_ROUTES },
  onErrors: {
    impact: {
      vi: 'Lãnh đạo tỉnh và Sở Tài chính không xem được chỉ số; sổ cái và cho vay không bị ảnh hưởng.',
      en: 'The leadership and the finance department see no indicators; the ledger and lending go on.',
    },
    whatToDo: LOOK,
  },
} satisfies HttpManifest;
