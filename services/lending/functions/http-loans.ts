import { LOAN_ROUTES } from '#shared/contracts/lending/loans/routes.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Running loans, from disbursement to their end. */
export const HTTP_LOANS = {
  kind: 'http',
  service: 'lending',
  name: 'http-loans',
  table: 'acts',
  routes: LOAN_ROUTES,
  onErrors: {
    impact: {
      vi: 'Chi nhánh không giải ngân, không thu nợ được và không xem được món vay.',
      en: 'The branch cannot disburse or collect, and loans cannot be looked at.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
