import * as z from 'zod/mini';
import { EntrySchema } from '#shared/contracts/capital/ledger/views.ts';
import { areaAndFound, READ, sourceParams, SOURCES } from '#shared/contracts/capital/route-parts.ts';
import {
  AcceptedSchema,
  CursorQuerySchema,
  DaySchema,
  IdSchema,
  InstantSchema,
  pageOf,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { YearFiguresSchema } from './closing-parts.ts';
import { FUND_ERRORS } from './errors.ts';
import { YearSchema } from './plan-parts.ts';

const SOURCE = `${SOURCES}/{sourceId}`;

const yearParams = z.strictObject({
  sourceId: IdSchema,
  year: z.string().check(z.regex(/^20\d{2}$/), z.meta({ description: 'Calendar year', examples: ['2025'] })),
});

const ClosingSchema = z
  .object({
    sourceId: IdSchema,
    year: YearSchema,
    /** As known when the year was closed; it never changes. */
    figures: YearFiguresSchema,
    closedBy: z.string(),
    closedAt: InstantSchema,
  })
  .check(z.meta({ id: 'Closing', description: 'Year-end closing statement of a source' }));

/** Year-end closing statements of sources. */
export const CLOSING_ROUTES = {
  closeYear: defineRoute({
    operationId: 'closeYear',
    method: 'POST',
    path: `${SOURCE}/close-year`,
    summary: { vi: 'Khóa sổ năm của nguồn vốn', en: 'Close a year of a source' },
    kind: 'command',
    access: { roles: ['finance-officer'], scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({ year: YearSchema })
      .check(z.meta({ id: 'CloseYear', description: 'The year that is closed' })),
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(FUND_ERRORS, 'year-not-over', 'year-before-opening', 'year-already-closed'),
    },
  }),
  listClosings: defineRoute({
    operationId: 'listClosings',
    method: 'GET',
    path: `${SOURCE}/closings`,
    summary: { vi: 'Các báo cáo khóa sổ năm của nguồn', en: 'Closing statements of a source' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: null,
    body: null,
    response: z.object({ items: z.array(ClosingSchema) }),
    successStatus: 200,
    errors: areaAndFound,
  }),
  getClosing: defineRoute({
    operationId: 'getClosing',
    method: 'GET',
    path: `${SOURCE}/closings/{year}`,
    summary: {
      vi: 'Báo cáo khóa sổ năm: như đã khóa, như sổ cái hiện nay và chênh lệch',
      en: 'A closing statement: as it was closed, as the ledger reckons the year now, and the differences',
    },
    kind: 'query',
    access: READ,
    params: yearParams,
    query: null,
    body: null,
    response: z
      .object({
        ...ClosingSchema.shape,
        now: YearFiguresSchema,
        /** Now less as closed. */
        differences: YearFiguresSchema,
      })
      .check(
        z.meta({ id: 'ClosingReckoned', description: 'A closed year beside the same year as reckoned now' }),
      ),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listLateEntries: defineRoute({
    operationId: 'listLateEntries',
    method: 'GET',
    path: `${SOURCE}/closings/{year}/late-entries`,
    summary: {
      vi: 'Bút toán của năm (và các năm trước) ghi sau khi khóa sổ; mỗi trang đi qua một số bút toán',
      en: 'Entries up to the end of the year that were recorded after it was closed; a page goes over some entries',
    },
    kind: 'query',
    access: READ,
    params: yearParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(z.object({ ...EntrySchema.shape, effectiveOn: DaySchema, recordedBy: z.string() })),
    successStatus: 200,
    errors: areaAndFound,
  }),
};
