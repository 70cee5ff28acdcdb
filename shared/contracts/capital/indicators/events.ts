import * as z from 'zod/mini';
import { SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

/** Dated records that figures rest on and the ledger does not know. */
export const FIGURE_KINDS = [
  'national-table',
  'indicator-target',
  'opportunity-rate',
  'forecast-assumption',
] as const;

export type FigureKind = (typeof FIGURE_KINDS)[number];

export const CapitalFigureRevised = defineEvent({
  type: 'CapitalFigureRevised',
  version: 1,
  source: 'capital',
  title: {
    vi: 'Số liệu có ngày của chỉ số hoặc dự báo được ghi nhận',
    en: 'Dated figure of an indicator or forecast recorded',
  },
  data: z.object({ kind: z.enum(FIGURE_KINDS), id: SlugSchema, revision: z.int() }),
});
