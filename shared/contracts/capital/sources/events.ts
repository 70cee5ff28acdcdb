import * as z from 'zod/mini';
import { IdSchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'capital';

export const InvestorRevised = defineEvent({
  type: 'InvestorRevised',
  version: 1,
  source,
  title: { vi: 'Nhà đầu tư được ghi nhận', en: 'Investor recorded' },
  data: z.object({ investorId: SlugSchema, revision: z.int() }),
});

export const SourceOpened = defineEvent({
  type: 'SourceOpened',
  version: 1,
  source,
  title: { vi: 'Mở nguồn vốn', en: 'Capital source opened' },
  data: z.object({
    sourceId: IdSchema,
    investorId: SlugSchema,
    kind: z.string(),
    contractNumber: z.string(),
  }),
});
