import * as z from 'zod/mini';
import { DayCodec } from '#shared/contracts/codecs.ts';
import { InstantSchema, pageOf } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import {
  by,
  changed,
  communeQuery,
  groupParams,
  known,
  loanParams,
  onLoan,
  pageQuery,
  query,
  reach,
} from '#shared/contracts/lending/route-parts.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import {
  DisbursementSchema,
  FreezeSchema,
  RepaidSchema,
  RepaymentSchema,
  WriteOffSchema,
} from './commands.ts';
import { LOAN_ERRORS } from './errors.ts';
import { GroupLoanRowSchema, LoanRowSchema, LoanSchema, TransactionSchema } from './views.ts';

/** Of a command that a loan takes in some statuses only. */
export const statusErrors = { ...changed, ...pickErrors(LOAN_ERRORS, 'loan-status-not-allowed') };

/** Of a command that only a running loan takes. */
const runningErrors = { ...statusErrors, ...pickErrors(LOAN_ERRORS, 'loan-settled', 'loan-written-off') };

/** Routes of a loan from the request to closure. */
export const LOAN_ROUTES = {
  disburseLoan: defineRoute({
    ...onLoan('disburse-loan'),
    summary: { vi: 'Giải ngân', en: 'Disburse a loan' },
    access: by('credit-officer'),
    body: DisbursementSchema,
    errors: { ...statusErrors, ...pickErrors(LOAN_ERRORS, 'maker-is-checker') },
  }),
  recordRepayment: defineRoute({
    ...onLoan('record-repayment'),
    summary: { vi: 'Thu nợ, thu lãi', en: 'Record a repayment' },
    access: by('credit-officer'),
    body: RepaymentSchema,
    response: RepaidSchema,
    errors: {
      ...runningErrors,
      ...pickErrors(LOAN_ERRORS, 'repayment-already-recorded', 'amount-over-payoff'),
    },
  }),
  freezeLoan: defineRoute({
    ...onLoan('freeze-loan'),
    summary: { vi: 'Khoanh nợ', en: 'Freeze a loan' },
    access: by('branch-director'),
    body: FreezeSchema,
    errors: {
      ...runningErrors,
      ...pickErrors(LOAN_ERRORS, 'loan-already-frozen', 'freeze-not-allowed'),
    },
  }),
  writeOffLoan: defineRoute({
    ...onLoan('write-off-loan'),
    summary: { vi: 'Xóa nợ', en: 'Write a loan off' },
    access: by('branch-director'),
    body: WriteOffSchema,
    errors: runningErrors,
  }),
  getLoan: defineRoute({
    ...query,
    operationId: 'getLoan',
    path: '/v1/lending/loans/{loanId}',
    summary: {
      vi: 'Món vay tại một ngày, theo những gì đã biết tại một thời điểm',
      en: 'A loan as of a day, as known on an instant',
    },
    params: loanParams,
    query: z.strictObject({ asOf: z.optional(DayCodec), knownOn: z.optional(InstantSchema) }),
    response: LoanSchema,
    errors: { ...reach, ...known, ...pickErrors(COMMON_ERRORS, 'known-on-in-future') },
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
