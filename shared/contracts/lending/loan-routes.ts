import * as z from 'zod/mini';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { AcceptedSchema, DaySchema, IdSchema, pageOf } from '../common.ts';
import { defineRoute, pickErrors } from '../route.ts';
import { LENDING_ERRORS } from './errors.ts';
import {
  ApplicationSchema,
  ApprovalSchema,
  CapitalRequestSchema,
  DisbursementSchema,
  FreezeSchema,
  ReasonedSchema,
  RepaidSchema,
  RepaymentSchema,
  WriteOffSchema,
} from './loan-commands.ts';
import { LoanRowSchema, LoanSchema, TransactionSchema } from './loans.ts';
import {
  by,
  changed,
  command,
  communeQuery,
  created,
  known,
  pageQuery,
  query,
  reach,
} from './route-parts.ts';

const loanParams = z.strictObject({ loanId: IdSchema });

const statusErrors = { ...changed, ...pickErrors(LENDING_ERRORS, 'loan-status-not-allowed') };

/** Of a command that only a running loan takes. */
const runningErrors = { ...statusErrors, ...pickErrors(LENDING_ERRORS, 'loan-settled', 'loan-written-off') };

/** One command on a loan: POST /v1/lending/loans/{loanId}/<verb>. */
const onLoan = (verb: string) =>
  ({
    ...command,
    path: `/v1/lending/loans/{loanId}/${verb}`,
    params: loanParams,
    successStatus: 200,
  }) as const;

/** Routes of a loan from the request to closure. */
export const LOAN_ROUTES = {
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
      ...pickErrors(
        LENDING_ERRORS,
        'group-unknown',
        'borrower-not-member',
        'programme-unknown',
        'programme-not-open',
        'amount-over-ceiling',
        'term-too-long',
        'principal-too-small',
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
        'principal-too-small',
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
    errors: { ...statusErrors, ...pickErrors(LENDING_ERRORS, 'maker-is-checker') },
  }),
  recordRepayment: defineRoute({
    ...onLoan('record-repayment'),
    operationId: 'recordRepayment',
    summary: { vi: 'Thu nợ, thu lãi', en: 'Record a repayment' },
    access: by('credit-officer'),
    body: RepaymentSchema,
    response: RepaidSchema,
    errors: {
      ...runningErrors,
      ...pickErrors(LENDING_ERRORS, 'repayment-already-recorded', 'amount-over-payoff'),
    },
  }),
  freezeLoan: defineRoute({
    ...onLoan('freeze-loan'),
    operationId: 'freezeLoan',
    summary: { vi: 'Khoanh nợ', en: 'Freeze a loan' },
    access: by('branch-director'),
    body: FreezeSchema,
    response: AcceptedSchema,
    errors: {
      ...runningErrors,
      ...pickErrors(LENDING_ERRORS, 'loan-already-frozen', 'freeze-not-allowed'),
    },
  }),
  writeOffLoan: defineRoute({
    ...onLoan('write-off-loan'),
    operationId: 'writeOffLoan',
    summary: { vi: 'Xóa nợ', en: 'Write a loan off' },
    access: by('branch-director'),
    body: WriteOffSchema,
    response: AcceptedSchema,
    errors: runningErrors,
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
