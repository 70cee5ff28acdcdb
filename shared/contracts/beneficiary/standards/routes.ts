import * as z from 'zod/mini';
import { command, onDay, query } from '#shared/contracts/beneficiary/route-parts.ts';
import {
  AcceptedSchema,
  CursorQuerySchema,
  IdSchema,
  pageOf,
  ShortTextSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { PROPOSAL_ERRORS } from '#shared/domain/proposal.ts';
import { STANDARD_ERRORS } from './errors.ts';
import {
  PovertyStandardContentSchema,
  PovertyStandardProposalSchema,
  PovertyStandardSchema,
  ProposalBesideSchema,
  ProposalStatusSchema,
} from './views.ts';

const PROPOSALS = '/v1/beneficiary/poverty-standard-proposals';

const PROPOSAL = `${PROPOSALS}/{proposalId}`;

const MAKER = { roles: ['administrator'], scope: null } as const;

/** Whoever of these did not make the proposal. */
export const STANDARD_CHECKERS = ['provincial-leader', 'administrator'] as const;

const CHECKER = { roles: STANDARD_CHECKERS, scope: null } as const;

const proposalParams = z.strictObject({ proposalId: IdSchema });

const found = pickErrors(COMMON_ERRORS, 'not-found');

const decisionErrors = {
  ...found,
  ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
};

const reasonBody = (id: string) =>
  z.strictObject({ reason: ShortTextSchema }).check(z.meta({ id, description: 'Why' }));

/** Poverty standards: those in force, and those one proposes and another decides. */
export const STANDARD_ROUTES = {
  proposePovertyStandard: defineRoute({
    ...command,
    operationId: 'proposePovertyStandard',
    path: PROPOSALS,
    summary: {
      vi: 'Đề xuất chuẩn nghèo mới hoặc sửa đổi chuẩn nghèo',
      en: 'Propose a poverty standard, new or with other content',
    },
    access: MAKER,
    params: null,
    body: z
      .strictObject({
        proposalId: IdSchema,
        reason: ShortTextSchema,
        /** The whole standard as it is to be. */
        standard: PovertyStandardContentSchema,
        /** Of the standard as the maker saw it; 0 when there was none. */
        expectedRevision: z.optional(z.int().check(z.minimum(0))),
      })
      .check(
        z.meta({ id: 'ProposePovertyStandard', description: 'A standard, to be decided by another person' }),
      ),
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'version-stale'),
      ...pickErrors(STANDARD_ERRORS, 'standard-unchanged'),
    },
  }),
  approvePovertyStandard: defineRoute({
    ...command,
    operationId: 'approvePovertyStandard',
    path: `${PROPOSAL}/approve-poverty-standard`,
    summary: { vi: 'Duyệt chuẩn nghèo', en: 'Approve a poverty standard' },
    access: CHECKER,
    params: proposalParams,
    body: z
      .strictObject({ remark: z.optional(ShortTextSchema) })
      .check(z.meta({ id: 'ApprovePovertyStandard', description: 'Approval of a standard' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: { ...decisionErrors, ...pickErrors(STANDARD_ERRORS, 'standard-changed-since') },
  }),
  rejectPovertyStandard: defineRoute({
    ...command,
    operationId: 'rejectPovertyStandard',
    path: `${PROPOSAL}/reject-poverty-standard`,
    summary: { vi: 'Trả lại đề xuất chuẩn nghèo, có lý do', en: 'Reject a poverty standard, with a reason' },
    access: CHECKER,
    params: proposalParams,
    body: reasonBody('RejectPovertyStandard'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: decisionErrors,
  }),
  withdrawPovertyStandard: defineRoute({
    ...command,
    operationId: 'withdrawPovertyStandard',
    path: `${PROPOSAL}/withdraw-poverty-standard`,
    summary: { vi: 'Rút đề xuất chuẩn nghèo', en: 'Withdraw a proposed poverty standard' },
    access: MAKER,
    params: proposalParams,
    body: reasonBody('WithdrawPovertyStandard'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...found,
      ...pickErrors(PROPOSAL_ERRORS, 'only-maker-may-withdraw', 'proposal-not-pending'),
    },
  }),
  listPovertyStandardProposals: defineRoute({
    ...query,
    operationId: 'listPovertyStandardProposals',
    path: PROPOSALS,
    summary: {
      vi: 'Đề xuất chuẩn nghèo theo trạng thái; chờ duyệt nếu không nêu',
      en: 'Proposed poverty standards by their status; the pending when none is named',
    },
    params: null,
    query: z.strictObject({ status: z.optional(ProposalStatusSchema), ...CursorQuerySchema }),
    response: pageOf(PovertyStandardProposalSchema),
    errors: {},
  }),
  getPovertyStandardProposal: defineRoute({
    ...query,
    operationId: 'getPovertyStandardProposal',
    path: PROPOSAL,
    summary: {
      vi: 'Một đề xuất, đặt cạnh chuẩn nghèo mà nó sửa',
      en: 'A proposal beside the standard it was made to',
    },
    params: proposalParams,
    query: null,
    response: ProposalBesideSchema,
    errors: found,
  }),
  listPovertyStandards: defineRoute({
    ...query,
    operationId: 'listPovertyStandards',
    path: '/v1/beneficiary/poverty-standards',
    summary: {
      vi: 'Chuẩn nghèo đã duyệt, có hiệu lực vào một ngày',
      en: 'Approved poverty standards in force on a day',
    },
    params: null,
    query: z.strictObject({ on: onDay, cursor: CursorQuerySchema.cursor }),
    response: pageOf(PovertyStandardSchema),
    errors: {},
  }),
};
