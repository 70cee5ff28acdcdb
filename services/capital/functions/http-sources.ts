import { LEDGER_ROUTES } from '#shared/contracts/capital/ledger/routes.ts';
import { SOURCE_ROUTES } from '#shared/contracts/capital/sources/routes.ts';
import { TRACE_ROUTES } from '#shared/contracts/capital/trace/routes.ts';
import { operationsRoutes } from '#shared/contracts/operations.ts';
import { LOOK_AND_REPEAT } from '#shared/functions/words.ts';
import type { HttpManifest } from '#shared/functions/manifest.ts';

/** Sources, their ledger and the traces through them. */
export const HTTP_SOURCES = {
  kind: 'http',
  service: 'capital',
  name: 'http-sources',
  table: 'acts',
  counts: true,
  routes: { ...LEDGER_ROUTES, ...SOURCE_ROUTES, ...TRACE_ROUTES, ...operationsRoutes('capital') },
  onErrors: {
    impact: {
      vi: 'Sở Tài chính và chi nhánh không nhận vốn, không phân bổ chỉ tiêu và không truy vết được nguồn vốn.',
      en: 'The finance department and the branch cannot receive capital, allocate quota or trace a source.',
    },
    whatToDo: LOOK_AND_REPEAT,
  },
} satisfies HttpManifest;
