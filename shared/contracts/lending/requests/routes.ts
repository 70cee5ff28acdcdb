import * as z from 'zod/mini';
import {
  AcceptedSchema,
  CommuneIdSchema,
  CursorQuerySchema,
  IdSchema,
  pageOf,
} from '#shared/contracts/common.ts';
import { CALCULATION_ERRORS } from '#shared/contracts/lending/engine/errors.ts';
import { LENDING_ERRORS } from '#shared/contracts/lending/errors.ts';
import { GROUP_ERRORS } from '#shared/contracts/lending/groups/errors.ts';
import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { statusErrors } from '#shared/contracts/lending/loans/routes.ts';
import { PROGRAMME_ERRORS } from '#shared/contracts/lending/programmes/errors.ts';
import {
  by,
  changed,
  command,
  created,
  known,
  onLoan,
  query,
  reach,
} from '#shared/contracts/lending/route-parts.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { REQUEST_ERRORS } from './errors.ts';
import { ApplicationSchema, ApprovalSchema, CapitalRequestSchema, ReasonedSchema } from './commands.ts';
import {
  ListBodySchema,
  ListConfirmationSchema,
  ListRowSchema,
  ListSchema,
  ListStatusSchema,
} from './views.ts';

const listParams = z.strictObject({ listId: IdSchema });

/** Routes of the group lists 03/TD. */
export const REQUEST_ROUTES = {
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
      ...CALLER_ERRORS,
      ...created,
      ...pickErrors(GROUP_ERRORS, 'group-unknown'),
      ...pickErrors(REQUEST_ERRORS, 'loan-unknown', 'list-loan-not-applied'),
      ...pickErrors(LENDING_ERRORS, 'effective-day-before-last-act'),
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
      ...pickErrors(REQUEST_ERRORS, 'list-already-confirmed', 'list-lines-incomplete'),
      ...pickErrors(LOAN_ERRORS, 'maker-is-checker'),
    },
  }),
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
      ...CALLER_ERRORS,
      ...created,
      ...pickErrors(GROUP_ERRORS, 'group-unknown', 'borrower-not-member'),
      ...pickErrors(
        PROGRAMME_ERRORS,
        'programme-unknown',
        'programme-not-open',
        'amount-over-ceiling',
        'term-too-long',
      ),
      ...pickErrors(CALCULATION_ERRORS, 'principal-too-small'),
    },
  }),
  withdrawApplication: defineRoute({
    ...onLoan('withdraw-application'),
    operationId: 'withdrawApplication',
    summary: { vi: 'Hộ rút giấy đề nghị vay vốn', en: 'A household takes its request back' },
    access: by('organisation-officer'),
    body: ReasonedSchema,
    response: AcceptedSchema,
    errors: { ...CALLER_ERRORS, ...statusErrors },
  }),
  approveLoan: defineRoute({
    ...onLoan('approve-loan'),
    summary: { vi: 'Phê duyệt cho vay', en: 'Approve a loan' },
    access: by('branch-director'),
    body: ApprovalSchema,
    errors: {
      ...statusErrors,
      ...pickErrors(LOAN_ERRORS, 'maker-is-checker'),
      ...pickErrors(
        PROGRAMME_ERRORS,
        'programme-not-open',
        'programme-terms-unknown',
        'amount-over-ceiling',
        'term-too-long',
        'instalments-too-far-apart',
      ),
      ...pickErrors(REQUEST_ERRORS, 'amount-over-request'),
      ...pickErrors(CALCULATION_ERRORS, 'principal-too-small'),
    },
  }),
  rejectLoan: defineRoute({
    ...onLoan('reject-loan'),
    summary: { vi: 'Từ chối cho vay', en: 'Reject a loan' },
    access: by('branch-director'),
    body: ReasonedSchema,
    errors: statusErrors,
  }),
  requestCapital: defineRoute({
    ...onLoan('request-capital'),
    summary: { vi: 'Đề nghị lại vốn', en: 'Request capital again after a decline' },
    access: by('branch-director'),
    body: CapitalRequestSchema,
    errors: statusErrors,
  }),
  cancelLoan: defineRoute({
    ...onLoan('cancel-loan'),
    summary: { vi: 'Hủy hồ sơ vay chưa giải ngân', en: 'Cancel a loan that is not disbursed' },
    access: by('branch-director'),
    body: ReasonedSchema,
    errors: statusErrors,
  }),
};
