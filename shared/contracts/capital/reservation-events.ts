import * as z from 'zod/mini';
import { IdSchema, PositiveVndSchema } from '../common.ts';
import { defineEvent } from '../event.ts';
import { PostingsSchema, leaf } from './postings.ts';

/** Events of reservations that wait, expire or end, and of loans that are written off. */

const source = 'capital';
const ofLoan = { ...leaf, loanId: IdSchema, amount: PositiveVndSchema };

export const CapitalWrittenOff = defineEvent({
  type: 'CapitalWrittenOff',
  version: 1,
  source,
  title: { vi: 'Vốn được xóa nợ', en: 'Capital written off' },
  data: z.object({ ...ofLoan, decisionNumber: z.string(), postings: PostingsSchema }),
});
