import * as z from 'zod/mini';
import { ROLES } from '#shared/domain/roles.ts';
import type { Role } from '#shared/domain/roles.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import {
  AcceptedSchema,
  CommuneIdSchema,
  CursorQuerySchema,
  DaySchema,
  IdSchema,
  RevisedSchema,
  SlugSchema,
  pageOf,
} from '../common.ts';
import { COMMON_ERRORS } from '../errors.ts';
import { operationsRoutes } from '../operations.ts';
import { defineRoute, pickErrors } from '../route.ts';
import { LENDING_ERRORS } from './errors.ts';
import { GroupBodySchema, GroupRowSchema, GroupSchema, NewMembersSchema } from './groups.ts';
import {
  ListBodySchema,
  ListConfirmationSchema,
  ListRowSchema,
  ListSchema,
  ListStatusSchema,
} from './lists.ts';
import {
  ApplicationSchema,
  ApprovalSchema,
  CapitalRequestSchema,
  DisbursementSchema,
  FreezeSchema,
  ReasonedSchema,
  RepaidSchema,
  RepaymentSchema,
} from './loan-commands.ts';
import { GroupLoanRowSchema, LoanRowSchema, LoanSchema, TransactionSchema } from './loans.ts';
import {
  OrganisationBodySchema,
  OrganisationSchema,
  ProgrammeBodySchema,
  ProgrammeRowSchema,
  ProgrammeSchema,
} from './programmes.ts';

const READ = { roles: ROLES, scope: 'lending.read' } as const;
const by = (...roles: Role[]) => ({ roles, scope: null });
const reach = pickErrors(CALLER_ERRORS, 'area-not-allowed');
const reachGroup = CALLER_ERRORS;
const known = pickErrors(COMMON_ERRORS, 'not-found');
const created = pickErrors(COMMON_ERRORS, 'already-exists', 'version-stale', 'effective-day-in-future');
const changed = {
  ...reach,
  ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
  ...pickErrors(LENDING_ERRORS, 'effective-day-before-last-act'),
};

const loanParams = z.strictObject({ loanId: IdSchema });
const groupParams = z.strictObject({ groupId: IdSchema });
const listParams = z.strictObject({ listId: IdSchema });
const programmeParams = z.strictObject({ programmeId: SlugSchema });
const onQuery = z.strictObject({ on: z.optional(DaySchema) });
const pageQuery = z.strictObject(CursorQuerySchema);
const communeQuery = z.strictObject({ communeId: CommuneIdSchema, ...CursorQuerySchema });

const query = { kind: 'query', method: 'GET', access: READ, body: null, successStatus: 200 } as const;
const command = { kind: 'command', method: 'POST', query: null } as const;
const record = {
  kind: 'record',
  method: 'PUT',
  access: { roles: ['administrator'], scope: 'reference.write' },
  query: null,
  response: RevisedSchema,
  successStatus: 200,
} as const;

/** Routes of programmes and organisations. */
const referenceRoutes = {
  putProgramme: defineRoute({
    ...record,
    operationId: 'putProgramme',
    path: '/v1/lending/programmes/{programmeId}',
    summary: {
      vi: 'Ghi chương trình tín dụng với mọi phiên bản',
      en: 'Record a programme with all its versions',
    },
    params: programmeParams,
    body: ProgrammeBodySchema,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'version-stale'),
      ...pickErrors(LENDING_ERRORS, 'programme-versions-overlap', 'rate-not-exact'),
    },
  }),
  listProgrammes: defineRoute({
    ...query,
    operationId: 'listProgrammes',
    path: '/v1/lending/programmes',
    summary: { vi: 'Danh sách chương trình theo ngày', en: 'Programmes as of a day' },
    params: null,
    query: z.strictObject({ on: z.optional(DaySchema), ...CursorQuerySchema }),
    response: pageOf(ProgrammeRowSchema),
    errors: {},
  }),
  getProgramme: defineRoute({
    ...query,
    operationId: 'getProgramme',
    path: '/v1/lending/programmes/{programmeId}',
    summary: { vi: 'Chương trình và phiên bản hiệu lực', en: 'A programme and its version in force' },
    params: programmeParams,
    query: onQuery,
    response: ProgrammeSchema,
    errors: known,
  }),
  putOrganisation: defineRoute({
    ...record,
    operationId: 'putOrganisation',
    path: '/v1/lending/organisations/{organisationId}',
    summary: { vi: 'Ghi tổ chức hội nhận ủy thác', en: 'Record an entrusted organisation' },
    params: z.strictObject({ organisationId: SlugSchema }),
    body: OrganisationBodySchema,
    errors: pickErrors(COMMON_ERRORS, 'version-stale'),
  }),
  listOrganisations: defineRoute({
    ...query,
    operationId: 'listOrganisations',
    path: '/v1/lending/organisations',
    summary: { vi: 'Các tổ chức hội nhận ủy thác', en: 'Entrusted organisations' },
    params: null,
    query: pageQuery,
    response: pageOf(OrganisationSchema),
    errors: {},
  }),
};

const groupRoutes = {
  formGroup: defineRoute({
    ...command,
    operationId: 'formGroup',
    path: '/v1/lending/groups',
    summary: { vi: 'Thành lập tổ TK&VV', en: 'Form a savings and credit group' },
    access: by('organisation-officer'),
    params: null,
    body: GroupBodySchema,
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...reachGroup,
      ...created,
      ...pickErrors(
        LENDING_ERRORS,
        'organisation-unknown',
        'group-size-not-allowed',
        'group-leader-not-member',
        'household-in-another-group',
      ),
    },
  }),
  addMembers: defineRoute({
    ...command,
    operationId: 'addMembers',
    path: '/v1/lending/groups/{groupId}/add-members',
    summary: { vi: 'Kết nạp tổ viên', en: 'Admit members to a group' },
    access: by('organisation-officer'),
    params: groupParams,
    body: NewMembersSchema,
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...changed,
      ...reachGroup,
      ...pickErrors(LENDING_ERRORS, 'group-size-not-allowed', 'household-in-another-group'),
    },
  }),
  getGroup: defineRoute({
    ...query,
    operationId: 'getGroup',
    path: '/v1/lending/groups/{groupId}',
    summary: { vi: 'Tổ TK&VV và tổ viên', en: 'A group and its members' },
    params: groupParams,
    query: null,
    response: GroupSchema,
    errors: { ...reach, ...known },
  }),
  listGroups: defineRoute({
    ...query,
    operationId: 'listGroups',
    path: '/v1/lending/groups',
    summary: { vi: 'Các tổ TK&VV của xã', en: 'Groups of a commune' },
    params: null,
    query: communeQuery,
    response: pageOf(GroupRowSchema),
    errors: reach,
  }),
  listGroupLoans: defineRoute({
    ...query,
    operationId: 'listGroupLoans',
    path: '/v1/lending/groups/{groupId}/loans',
    summary: { vi: 'Các món vay của tổ', en: 'Loans of a group' },
    params: groupParams,
    query: pageQuery,
    response: pageOf(GroupLoanRowSchema),
    errors: { ...reach, ...known },
  }),
};

const listRoutes = {
  submitList: defineRoute({
    ...command,
    operationId: 'submitList',
    path: '/v1/lending/lists',
    summary: { vi: 'Gửi danh sách đề nghị vay vốn (03/TD)', en: 'Submit a group list (03/TD)' },
    access: by('organisation-officer'),
    params: null,
    body: ListBodySchema,
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...reachGroup,
      ...created,
      ...pickErrors(
        LENDING_ERRORS,
        'group-unknown',
        'loan-unknown',
        'list-loan-not-applied',
        'effective-day-before-last-act',
      ),
    },
  }),
  getList: defineRoute({
    ...query,
    operationId: 'getList',
    path: '/v1/lending/lists/{listId}',
    summary: { vi: 'Danh sách 03/TD', en: 'A 03/TD list' },
    params: listParams,
    query: null,
    response: ListSchema,
    errors: { ...reach, ...known },
  }),
  listLists: defineRoute({
    ...query,
    operationId: 'listLists',
    path: '/v1/lending/lists',
    summary: { vi: 'Danh sách 03/TD của xã theo trạng thái', en: 'Lists of a commune by status' },
    params: null,
    query: z.strictObject({ communeId: CommuneIdSchema, status: ListStatusSchema, ...CursorQuerySchema }),
    response: pageOf(ListRowSchema),
    errors: reach,
  }),
  confirmList: defineRoute({
    ...command,
    operationId: 'confirmList',
    path: '/v1/lending/lists/{listId}/confirm-list',
    summary: { vi: 'UBND xã xác nhận danh sách', en: 'The commune confirms a list' },
    access: by('commune-chair'),
    params: listParams,
    body: ListConfirmationSchema,
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...changed,
      ...pickErrors(LENDING_ERRORS, 'list-already-confirmed', 'list-lines-incomplete', 'maker-is-checker'),
    },
  }),
};

const statusErrors = { ...changed, ...pickErrors(LENDING_ERRORS, 'loan-status-not-allowed') };

/** One command on a loan: POST /v1/lending/loans/{loanId}/<verb>. */
const onLoan = (verb: string) =>
  ({
    ...command,
    path: `/v1/lending/loans/{loanId}/${verb}`,
    params: loanParams,
    successStatus: 200,
  }) as const;

const loanRoutes = {
  applyForLoan: defineRoute({
    ...command,
    operationId: 'applyForLoan',
    path: '/v1/lending/loans',
    summary: { vi: 'Nộp giấy đề nghị vay vốn (01/TD)', en: 'Request a loan (01/TD)' },
    access: by('organisation-officer', 'credit-officer'),
    params: null,
    body: ApplicationSchema,
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...reachGroup,
      ...created,
      ...pickErrors(
        LENDING_ERRORS,
        'group-unknown',
        'borrower-not-member',
        'programme-unknown',
        'programme-not-open',
        'amount-over-ceiling',
        'term-too-long',
      ),
    },
  }),
  approveLoan: defineRoute({
    ...onLoan('approve-loan'),
    operationId: 'approveLoan',
    summary: { vi: 'Phê duyệt cho vay', en: 'Approve a loan' },
    access: by('branch-director'),
    body: ApprovalSchema,
    response: AcceptedSchema,
    errors: {
      ...statusErrors,
      ...pickErrors(
        LENDING_ERRORS,
        'maker-is-checker',
        'programme-not-open',
        'programme-terms-unknown',
        'amount-over-request',
        'amount-over-ceiling',
        'term-too-long',
        'instalments-too-far-apart',
      ),
    },
  }),
  rejectLoan: defineRoute({
    ...onLoan('reject-loan'),
    operationId: 'rejectLoan',
    summary: { vi: 'Từ chối cho vay', en: 'Reject a loan' },
    access: by('branch-director'),
    body: ReasonedSchema,
    response: AcceptedSchema,
    errors: statusErrors,
  }),
  requestCapital: defineRoute({
    ...onLoan('request-capital'),
    operationId: 'requestCapital',
    summary: { vi: 'Đề nghị lại vốn', en: 'Request capital again after a decline' },
    access: by('branch-director'),
    body: CapitalRequestSchema,
    response: AcceptedSchema,
    errors: statusErrors,
  }),
  cancelLoan: defineRoute({
    ...onLoan('cancel-loan'),
    operationId: 'cancelLoan',
    summary: { vi: 'Hủy hồ sơ vay chưa giải ngân', en: 'Cancel a loan that is not disbursed' },
    access: by('branch-director'),
    body: ReasonedSchema,
    response: AcceptedSchema,
    errors: statusErrors,
  }),
  disburseLoan: defineRoute({
    ...onLoan('disburse-loan'),
    operationId: 'disburseLoan',
    summary: { vi: 'Giải ngân', en: 'Disburse a loan' },
    access: by('credit-officer'),
    body: DisbursementSchema,
    response: AcceptedSchema,
    errors: statusErrors,
  }),
  recordRepayment: defineRoute({
    ...onLoan('record-repayment'),
    operationId: 'recordRepayment',
    summary: { vi: 'Thu nợ, thu lãi', en: 'Record a repayment' },
    access: by('credit-officer'),
    body: RepaymentSchema,
    response: RepaidSchema,
    errors: { ...statusErrors, ...pickErrors(LENDING_ERRORS, 'loan-settled', 'amount-over-payoff') },
  }),
  freezeLoan: defineRoute({
    ...onLoan('freeze-loan'),
    operationId: 'freezeLoan',
    summary: { vi: 'Khoanh nợ', en: 'Freeze a loan' },
    access: by('branch-director'),
    body: FreezeSchema,
    response: AcceptedSchema,
    errors: {
      ...statusErrors,
      ...pickErrors(LENDING_ERRORS, 'loan-settled', 'loan-already-frozen', 'freeze-not-allowed'),
    },
  }),
  getLoan: defineRoute({
    ...query,
    operationId: 'getLoan',
    path: '/v1/lending/loans/{loanId}',
    summary: { vi: 'Món vay tại một ngày', en: 'A loan as of a day' },
    params: loanParams,
    query: z.strictObject({ asOf: z.optional(DaySchema) }),
    response: LoanSchema,
    errors: { ...reach, ...known },
  }),
  listLoanTransactions: defineRoute({
    ...query,
    operationId: 'listLoanTransactions',
    path: '/v1/lending/loans/{loanId}/transactions',
    summary: { vi: 'Mọi việc đã xảy ra với món vay', en: 'Everything that happened to a loan' },
    params: loanParams,
    query: pageQuery,
    response: pageOf(TransactionSchema),
    errors: { ...reach, ...known },
  }),
  listLoans: defineRoute({
    ...query,
    operationId: 'listLoans',
    path: '/v1/lending/loans',
    summary: { vi: 'Các món vay của xã', en: 'Loans of a commune' },
    params: null,
    query: communeQuery,
    response: pageOf(LoanRowSchema),
    errors: reach,
  }),
};

export const LENDING_OPERATIONS = operationsRoutes('lending');

export const LENDING_ROUTES = {
  ...referenceRoutes,
  ...groupRoutes,
  ...listRoutes,
  ...loanRoutes,
  ...LENDING_OPERATIONS,
};
