import * as z from 'zod/mini';
import { areaAndFound, READ, sourceParams, SOURCES } from '#shared/contracts/capital/route-parts.ts';
import { DayCodec } from '#shared/contracts/codecs.ts';
import {
  AreaIdSchema,
  CursorQuerySchema,
  DaySchema,
  IdSchema,
  InstantSchema,
  pageOf,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { LEDGER_ERRORS } from './errors.ts';
import { AccountSchema } from './postings.ts';
import {
  BookHeadSchema,
  ChainedEntrySchema,
  EntrySchema,
  SealSchema,
  SourceSummarySchema,
  StatementSchema,
  TrialBalanceSchema,
} from './views.ts';

/** Who proves the ledger: the auditor, the administrator, and systems that read capital. */
const VERIFY = { roles: ['administrator', 'auditor'], scope: 'capital.read' } as const;

const LEAF = `${SOURCES}/{sourceId}/quotas/{programmeId}/{communeId}`;

const leafParams = z.strictObject({
  sourceId: IdSchema,
  programmeId: SlugSchema,
  communeId: AreaIdSchema,
});

/** Only what was recorded up to this instant; as known now when absent. */
const knownOn = z.optional(InstantSchema);

const asOfKnownOnQuery = z.strictObject({ asOf: z.optional(DaySchema), knownOn });

const statementQuery = z.strictObject({ account: AccountSchema, from: DayCodec, to: DayCodec, knownOn });

const trialErrors = { ...areaAndFound, ...pickErrors(COMMON_ERRORS, 'known-on-in-future') };

const statementErrors = { ...trialErrors, ...pickErrors(LEDGER_ERRORS, 'statement-range-refused') };

/** Taking entries back, balances over time, and what proves the ledger. */
export const LEDGER_ROUTES = {
  getTrialBalance: defineRoute({
    operationId: 'getTrialBalance',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/trial-balance`,
    summary: { vi: 'Bảng cân đối thử của nguồn đến một ngày', en: 'Trial balance of a source as of a day' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: asOfKnownOnQuery,
    body: null,
    response: TrialBalanceSchema,
    successStatus: 200,
    errors: trialErrors,
  }),
  getStatement: defineRoute({
    operationId: 'getStatement',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/statement`,
    summary: { vi: 'Sao kê một tài khoản của nguồn', en: 'Statement of an account of a source' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: statementQuery,
    body: null,
    response: StatementSchema,
    successStatus: 200,
    errors: statementErrors,
  }),
  getLeafStatement: defineRoute({
    operationId: 'getLeafStatement',
    method: 'GET',
    path: `${LEAF}/statement`,
    summary: {
      vi: 'Sao kê một tài khoản của chỉ tiêu (nguồn × chương trình × xã)',
      en: 'Statement of an account of a leaf (source × programme × commune)',
    },
    kind: 'query',
    access: READ,
    params: leafParams,
    query: statementQuery,
    body: null,
    response: StatementSchema,
    successStatus: 200,
    errors: statementErrors,
  }),
  getLeafTrialBalance: defineRoute({
    operationId: 'getLeafTrialBalance',
    method: 'GET',
    path: `${LEAF}/trial-balance`,
    summary: {
      vi: 'Bảng cân đối thử của chỉ tiêu đến một ngày',
      en: 'Trial balance of a leaf as of a day',
    },
    kind: 'query',
    access: READ,
    params: leafParams,
    query: asOfKnownOnQuery,
    body: null,
    response: TrialBalanceSchema,
    successStatus: 200,
    errors: trialErrors,
  }),
  listChain: defineRoute({
    operationId: 'listChain',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/chain`,
    summary: {
      vi: 'Chuỗi bút toán của nguồn theo thứ tự ghi sổ, kèm mã băm',
      en: 'Entries of a source in the order of recording, with their hashes',
    },
    kind: 'query',
    access: VERIFY,
    params: sourceParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(ChainedEntrySchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listChainHeads: defineRoute({
    operationId: 'listChainHeads',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/chain-heads`,
    summary: {
      vi: 'Bút toán cuối và số dư của từng sổ thuộc nguồn',
      en: 'Newest link and balances of each book of a source',
    },
    kind: 'query',
    access: VERIFY,
    params: sourceParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(BookHeadSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listSeals: defineRoute({
    operationId: 'listSeals',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/seals`,
    summary: { vi: 'Mã niêm phong từng ngày của nguồn', en: 'Daily roots of a source' },
    kind: 'query',
    access: VERIFY,
    params: sourceParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(SealSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listSources: defineRoute({
    operationId: 'listSources',
    method: 'GET',
    path: SOURCES,
    summary: { vi: 'Danh sách nguồn vốn', en: 'Sources of capital' },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(SourceSummarySchema),
    successStatus: 200,
    errors: {},
  }),
  listEntries: defineRoute({
    operationId: 'listEntries',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/entries`,
    summary: { vi: 'Sổ nhật ký của nguồn từ một ngày', en: 'Journal of a source from a day on' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject({ from: z.optional(DaySchema), ...CursorQuerySchema }),
    body: null,
    response: pageOf(EntrySchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
};
