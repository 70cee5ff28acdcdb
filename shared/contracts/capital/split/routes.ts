import * as z from 'zod/mini';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { MonthSchema } from '#shared/contracts/capital/ledger/month.ts';
import {
  areaAndFound,
  effectiveOn,
  expectedVersion,
  READ,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import { CursorQuerySchema, IdSchema, InstantSchema, pageOf } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { SPLIT_ERRORS } from './errors.ts';
import { SplitAcceptedSchema, SplitMonthSchema, SplitStatementSchema } from './views.ts';

const SPLITS = `${SOURCES}/{sourceId}/interest-splits`;

/** The monthly split of the interest a source collected. */
export const SPLIT_ROUTES = {
  splitInterest: defineRoute({
    operationId: 'splitInterest',
    method: 'POST',
    path: SPLITS,
    summary: {
      vi: 'Phân chia lãi đã thu của một tháng; chạy lại chỉ hạch toán phần chênh lệch',
      en: 'Split the interest of a month; run again it posts only the difference',
    },
    kind: 'command',
    access: { roles: ['finance-officer'], scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({ month: MonthSchema, effectiveOn, expectedVersion })
      .check(z.meta({ id: 'SplitInterest', description: 'The month whose interest is split' })),
    response: SplitAcceptedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(LEDGER_ERRORS, 'effective-day-before-last-entry'),
      ...SPLIT_ERRORS,
    },
  }),
  listInterestSplits: defineRoute({
    operationId: 'listInterestSplits',
    method: 'GET',
    path: SPLITS,
    summary: { vi: 'Các tháng đã phân chia lãi', en: 'Months whose interest is split' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(SplitMonthSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  getInterestSplit: defineRoute({
    operationId: 'getInterestSplit',
    method: 'GET',
    path: `${SPLITS}/{month}`,
    summary: {
      vi: 'Bảng phân chia lãi của tháng gửi Sở Tài chính, theo những gì đã biết vào một thời điểm',
      en: 'Statement of a month’s split for the Department of Finance, as known on an instant',
    },
    kind: 'query',
    access: READ,
    params: z.strictObject({ sourceId: IdSchema, month: MonthSchema }),
    query: z.strictObject({ knownOn: z.optional(InstantSchema) }),
    body: null,
    response: SplitStatementSchema,
    successStatus: 200,
    errors: { ...areaAndFound, ...pickErrors(COMMON_ERRORS, 'known-on-in-future') },
  }),
};
