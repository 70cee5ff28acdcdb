import { FUND_ROUTES } from '#shared/contracts/capital/funds/routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Money of a fund in and out, its plans and its years. */
export const HTTP_FUNDS = {
  kind: 'http',
  service: 'capital',
  name: 'http-funds',
  table: 'acts',
  counts: true,
  routes: FUND_ROUTES,
  onErrors: {
    impact: {
      vi: 'Sở Tài chính không rút vốn, không bàn giao quỹ, không ghi kế hoạch vốn và không khóa sổ năm được.',
      en: 'The finance department cannot withdraw capital, hand funds over, record funding plans or close a year.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
