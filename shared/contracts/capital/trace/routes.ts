import * as z from 'zod/mini';
import {
  areaAndFound,
  asOfQuery,
  READ,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import { IdSchema } from '#shared/contracts/common.ts';
import { defineRoute } from '#shared/contracts/route.ts';
import { LoanTraceSchema, SourceTraceSchema } from './views.ts';

/** Capital traced both ways: from a source to what became of it, and from a loan back to its decisions. */
export const TRACE_ROUTES = {
  getSource: defineRoute({
    operationId: 'getSource',
    method: 'GET',
    path: `${SOURCES}/{sourceId}`,
    summary: {
      vi: 'Truy vết nguồn vốn: quyết định, chỉ tiêu, cho vay, chưa cho vay đến một ngày',
      en: 'Trace of a source: decisions, quota, lent and unlent as of a day',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: asOfQuery,
    body: null,
    response: SourceTraceSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
  getLoanCapital: defineRoute({
    operationId: 'getLoanCapital',
    method: 'GET',
    path: '/v1/capital/loans/{loanId}',
    summary: {
      vi: 'Đường về của vốn: món vay → chỉ tiêu → nguồn → quyết định, đến một ngày',
      en: 'The way back of a loan’s capital: loan → quota → source → decision, as of a day',
    },
    kind: 'query',
    access: READ,
    params: z.strictObject({ loanId: IdSchema }),
    query: asOfQuery,
    body: null,
    response: LoanTraceSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
};
