import * as z from 'zod/mini';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { REFERENCE_ERRORS } from '#shared/contracts/capital/references/errors.ts';
import {
  areaAndFound,
  effectiveOn,
  expectedVersion,
  isAnother,
  READ,
  reasonBody,
  reversalErrors,
  reversedEntry,
  rowsOfCommuneQuery,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import {
  AcceptedSchema,
  AreaIdSchema,
  CursorQuerySchema,
  DecisionSchema,
  IdSchema,
  pageOf,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { PROPOSAL_ERRORS } from '#shared/domain/proposal.ts';
import { QUOTA_ERRORS } from './errors.ts';
import {
  QUOTA_LINES,
  QuotaDecisionDetailSchema,
  QuotaDecisionPreviewSchema,
  QuotaDecisionSchema,
  QuotaLineSchema,
  QuotaSchema,
  QuotaStatusSchema,
} from './views.ts';

const DECISIONS = `${SOURCES}/{sourceId}/quota-decisions`;

const DECISION = `${DECISIONS}/{decisionId}`;

const MAKER = { roles: ['branch-planner'], scope: null } as const;

/** Whoever of these did not make the proposal. */
export const QUOTA_CHECKERS = ['branch-planner', 'branch-director'] as const;

const CHECKER = { roles: QUOTA_CHECKERS, scope: null } as const;

const decisionParams = z.strictObject({ sourceId: IdSchema, decisionId: IdSchema });

/** Quota decisions: one person proposes what they give and take, another decides. */
export const QUOTA_ROUTES = {
  proposeQuotaDecision: defineRoute({
    operationId: 'proposeQuotaDecision',
    method: 'POST',
    path: DECISIONS,
    summary: {
      vi: 'Đề xuất quyết định giao, thu hồi và điều chuyển chỉ tiêu',
      en: 'Propose a decision that allocates, recalls and moves quota',
    },
    kind: 'command',
    access: MAKER,
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        decisionId: IdSchema,
        decision: DecisionSchema,
        /** Day its entries count for; absent: the day of its approval. */
        effectiveOn,
        lines: z.array(QuotaLineSchema).check(z.minLength(1), z.maxLength(QUOTA_LINES)),
        /** true: lines beyond a limit are left out and listed in the answer; otherwise one such line refuses all. */
        acceptPartial: z.optional(z.boolean()),
        isAnother,
      })
      .check(
        z.meta({
          id: 'ProposeQuotaDecision',
          description: 'Lines that allocate, recall or move quota, to be decided by another person',
        }),
      ),
    response: QuotaDecisionPreviewSchema,
    successStatus: 201,
    errors: {
      ...areaAndFound,
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'effective-day-in-future'),
      ...pickErrors(LEDGER_ERRORS, 'looks-like-a-duplicate'),
      ...pickErrors(QUOTA_ERRORS, 'quota-decision-refused'),
      ...REFERENCE_ERRORS,
    },
  }),
  approveQuotaDecision: defineRoute({
    operationId: 'approveQuotaDecision',
    method: 'POST',
    path: `${DECISION}/approve-quota-decision`,
    summary: { vi: 'Duyệt quyết định giao chỉ tiêu', en: 'Approve a quota decision' },
    kind: 'command',
    access: CHECKER,
    params: decisionParams,
    query: null,
    body: z
      .strictObject({ remark: z.optional(ShortTextSchema) })
      .check(z.meta({ id: 'ApproveQuotaDecision', description: 'Approval of a quota decision' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
      ...pickErrors(QUOTA_ERRORS, 'quota-decision-refused'),
      ...pickErrors(REFERENCE_ERRORS, 'reference-not-in-force'),
    },
  }),
  rejectQuotaDecision: defineRoute({
    operationId: 'rejectQuotaDecision',
    method: 'POST',
    path: `${DECISION}/reject-quota-decision`,
    summary: {
      vi: 'Trả lại quyết định giao chỉ tiêu, có lý do',
      en: 'Reject a quota decision, with a reason',
    },
    kind: 'command',
    access: CHECKER,
    params: decisionParams,
    query: null,
    body: reasonBody('RejectQuotaDecision'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
    },
  }),
  withdrawQuotaDecision: defineRoute({
    operationId: 'withdrawQuotaDecision',
    method: 'POST',
    path: `${DECISION}/withdraw-quota-decision`,
    summary: { vi: 'Rút đề xuất giao chỉ tiêu', en: 'Withdraw a proposed quota decision' },
    kind: 'command',
    access: MAKER,
    params: decisionParams,
    query: null,
    body: reasonBody('WithdrawQuotaDecision'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'only-maker-may-withdraw', 'proposal-not-pending'),
    },
  }),
  listQuotaDecisions: defineRoute({
    operationId: 'listQuotaDecisions',
    method: 'GET',
    path: DECISIONS,
    summary: {
      vi: 'Các quyết định giao chỉ tiêu của nguồn vốn, chờ duyệt trước',
      en: 'Quota decisions of a source, pending ones first',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject({ status: z.optional(QuotaStatusSchema), ...CursorQuerySchema }),
    body: null,
    response: pageOf(QuotaDecisionSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  getQuotaDecision: defineRoute({
    operationId: 'getQuotaDecision',
    method: 'GET',
    path: DECISION,
    summary: {
      vi: 'Một quyết định giao chỉ tiêu với từng dòng trước và sau',
      en: 'A quota decision with its rows before and after',
    },
    kind: 'query',
    access: READ,
    params: decisionParams,
    query: z.strictObject({ cursor: CursorQuerySchema.cursor }),
    body: null,
    response: QuotaDecisionDetailSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
  listQuotas: defineRoute({
    operationId: 'listQuotas',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/quotas`,
    summary: {
      vi: 'Chỉ tiêu của nguồn theo xã và chương trình',
      en: 'Quotas of a source by commune and programme',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: rowsOfCommuneQuery,
    body: null,
    response: pageOf(QuotaSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  reverseAllocation: defineRoute({
    operationId: 'reverseAllocation',
    method: 'POST',
    path: `${SOURCES}/{sourceId}/reverse-allocation`,
    summary: { vi: 'Đảo bút toán phân bổ chỉ tiêu', en: 'Reverse an allocation of quota' },
    kind: 'command',
    access: { roles: ['branch-planner'], scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        programmeId: SlugSchema,
        communeId: AreaIdSchema,
        ...reversedEntry,
        effectiveOn,
        expectedVersion,
      })
      .check(
        z.meta({
          id: 'ReverseAllocation',
          description: 'Takes an allocation back, named by its day and version',
        }),
      ),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...reversalErrors,
      ...pickErrors(QUOTA_ERRORS, 'capital-available-exceeded'),
    },
  }),
};
