import * as z from 'zod/mini';
import { FUND_ERRORS } from '#shared/contracts/capital/funds/errors.ts';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import { REFERENCE_ERRORS } from '#shared/contracts/capital/references/errors.ts';
import {
  areaAndFound,
  READ,
  reasonBody,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import { AcceptedSchema, CursorQuerySchema, IdSchema, ShortTextSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { PROPOSAL_ERRORS } from '#shared/domain/proposal.ts';
import { OPENING_ERRORS } from './errors.ts';
import { OPENING_LINES, openingContent, OpeningDetailSchema, OpeningLineSchema } from './views.ts';

export const OPENINGS = `${SOURCES}/{sourceId}/opening-balances`;

const OPENING = `${OPENINGS}/{openingId}`;

/** Whoever of these did not make the proposal. */
export const OPENING_CHECKERS = ['finance-officer'] as const;

const OFFICER = { roles: OPENING_CHECKERS, scope: null } as const;

const openingParams = z.strictObject({ sourceId: IdSchema, openingId: IdSchema });

export const proposingErrors = {
  ...REFERENCE_ERRORS,
  ...areaAndFound,
  ...pickErrors(COMMON_ERRORS, 'already-exists', 'effective-day-in-future'),
  ...pickErrors(LEDGER_ERRORS, 'decision-not-yet-issued', 'effective-day-before-last-entry'),
  ...pickErrors(FUND_ERRORS, 'effective-day-before-opening'),
  ...pickErrors(OPENING_ERRORS, 'control-totals-differ', 'opening-lines-refused', 'source-has-entries'),
};

/** Opening balances of a source, and their reversal: one finance officer proposes, another decides. */
export const OPENING_ROUTES = {
  proposeOpeningBalances: defineRoute({
    operationId: 'proposeOpeningBalances',
    method: 'POST',
    path: OPENINGS,
    summary: {
      vi: 'Đề xuất số dư đầu kỳ theo chương trình và xã, kèm tổng kiểm soát',
      en: 'Propose opening balances by programme and commune, with control totals',
    },
    kind: 'command',
    access: OFFICER,
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        ...openingContent,
        lines: z.array(OpeningLineSchema).check(z.minLength(1), z.maxLength(OPENING_LINES)),
      })
      .check(
        z.meta({
          id: 'ProposeOpeningBalances',
          description: 'Balances of a source at the end of the cut-over day, to be decided by another person',
        }),
      ),
    response: AcceptedSchema,
    successStatus: 201,
    errors: proposingErrors,
  }),
  approveOpeningBalances: defineRoute({
    operationId: 'approveOpeningBalances',
    method: 'POST',
    path: `${OPENING}/approve-opening-balances`,
    summary: { vi: 'Duyệt số dư đầu kỳ', en: 'Approve opening balances' },
    kind: 'command',
    access: OFFICER,
    params: openingParams,
    query: null,
    body: z
      .strictObject({ remark: z.optional(ShortTextSchema) })
      .check(z.meta({ id: 'ApproveOpeningBalances', description: 'Approval of opening balances' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
      ...pickErrors(LEDGER_ERRORS, 'effective-day-before-last-entry'),
      ...pickErrors(OPENING_ERRORS, 'source-has-entries'),
      ...pickErrors(REFERENCE_ERRORS, 'reference-not-in-force'),
    },
  }),
  rejectOpeningBalances: defineRoute({
    operationId: 'rejectOpeningBalances',
    method: 'POST',
    path: `${OPENING}/reject-opening-balances`,
    summary: { vi: 'Trả lại số dư đầu kỳ, có lý do', en: 'Reject opening balances, with a reason' },
    kind: 'command',
    access: OFFICER,
    params: openingParams,
    query: null,
    body: reasonBody('RejectOpeningBalances'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
    },
  }),
  withdrawOpeningBalances: defineRoute({
    operationId: 'withdrawOpeningBalances',
    method: 'POST',
    path: `${OPENING}/withdraw-opening-balances`,
    summary: { vi: 'Rút đề xuất số dư đầu kỳ', en: 'Withdraw proposed opening balances' },
    kind: 'command',
    access: OFFICER,
    params: openingParams,
    query: null,
    body: reasonBody('WithdrawOpeningBalances'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'only-maker-may-withdraw', 'proposal-not-pending'),
    },
  }),
  proposeOpeningReversal: defineRoute({
    operationId: 'proposeOpeningReversal',
    method: 'POST',
    path: `${OPENING}/propose-opening-reversal`,
    summary: {
      vi: 'Đề xuất đảo số dư đầu kỳ đã duyệt, có lý do',
      en: 'Propose to reverse approved opening balances, with a reason',
    },
    kind: 'command',
    access: OFFICER,
    params: openingParams,
    query: null,
    body: reasonBody('ProposeOpeningReversal'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: { ...areaAndFound, ...pickErrors(OPENING_ERRORS, 'opening-balances-not-standing') },
  }),
  approveOpeningReversal: defineRoute({
    operationId: 'approveOpeningReversal',
    method: 'POST',
    path: `${OPENING}/approve-opening-reversal`,
    summary: {
      vi: 'Duyệt đảo số dư đầu kỳ, ghi bút toán ngược trong ngày',
      en: 'Approve the reversal of opening balances, posted the other way round for today',
    },
    kind: 'command',
    access: OFFICER,
    params: openingParams,
    query: null,
    body: z
      .strictObject({ remark: z.optional(ShortTextSchema) })
      .check(
        z.meta({ id: 'ApproveOpeningReversal', description: 'Approval of the reversal of opening balances' }),
      ),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
      ...pickErrors(OPENING_ERRORS, 'opening-balances-in-use'),
    },
  }),
  rejectOpeningReversal: defineRoute({
    operationId: 'rejectOpeningReversal',
    method: 'POST',
    path: `${OPENING}/reject-opening-reversal`,
    summary: {
      vi: 'Không duyệt đảo số dư đầu kỳ, có lý do',
      en: 'Reject the reversal of opening balances, with a reason',
    },
    kind: 'command',
    access: OFFICER,
    params: openingParams,
    query: null,
    body: reasonBody('RejectOpeningReversal'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
    },
  }),
  withdrawOpeningReversal: defineRoute({
    operationId: 'withdrawOpeningReversal',
    method: 'POST',
    path: `${OPENING}/withdraw-opening-reversal`,
    summary: { vi: 'Rút đề xuất đảo số dư đầu kỳ', en: 'Withdraw the proposed reversal of opening balances' },
    kind: 'command',
    access: OFFICER,
    params: openingParams,
    query: null,
    body: reasonBody('WithdrawOpeningReversal'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'only-maker-may-withdraw', 'proposal-not-pending'),
    },
  }),
  getOpeningBalances: defineRoute({
    operationId: 'getOpeningBalances',
    method: 'GET',
    path: OPENING,
    summary: {
      vi: 'Số dư đầu kỳ của nguồn vốn, trạng thái và từng dòng',
      en: 'Opening balances of a source, their status and lines',
    },
    kind: 'query',
    access: READ,
    params: openingParams,
    query: z.strictObject({ cursor: CursorQuerySchema.cursor }),
    body: null,
    response: OpeningDetailSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
};
