import * as z from 'zod/mini';
import { defineEvent } from '#shared/contracts/event.ts';
import { leaf } from './postings.ts';

const source = 'capital';

/** Loans wait on the leaf and the first of them may be served now; says nothing more, so that it may be repeated. */
export const CapitalFreed = defineEvent({
  type: 'CapitalFreed',
  version: 1,
  source,
  title: { vi: 'Chỉ tiêu có vốn cho món vay đang chờ', en: 'Capital free for loans that wait' },
  data: z.object(leaf),
});
