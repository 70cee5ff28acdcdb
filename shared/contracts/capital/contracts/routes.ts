import * as z from 'zod/mini';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import {
  areaAndFound,
  expectedVersion,
  READ,
  reasonBody,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import {
  AcceptedSchema,
  CursorQuerySchema,
  DaySchema,
  IdSchema,
  InstantSchema,
  pageOf,
  ShortTextSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { PROPOSAL_ERRORS } from '#shared/domain/proposal.ts';
import { CONTRACT_ERRORS } from './errors.ts';
import {
  AnnexSchema,
  ContractChangeBesideSchema,
  ContractChangeSchema,
  ContractOnDaySchema,
  ContractTermsSchema,
  ContractVersionSchema,
} from './views.ts';

const CHANGES = `${SOURCES}/{sourceId}/contract-changes`;

const CHANGE = `${CHANGES}/{changeId}`;

const MAKER = { roles: ['finance-officer'], scope: null } as const;

/** Whoever of these did not make the change. */
export const CONTRACT_CHECKERS = ['provincial-leader', 'finance-officer'] as const;

const CHECKER = { roles: CONTRACT_CHECKERS, scope: null } as const;

const changeParams = z.strictObject({ sourceId: IdSchema, changeId: IdSchema });

/** Entrustment contracts: their versions, their terms on a day, and changes one proposes and another decides. */
export const CONTRACT_ROUTES = {
  proposeContractChange: defineRoute({
    operationId: 'proposeContractChange',
    method: 'POST',
    path: CHANGES,
    summary: {
      vi: 'Đề xuất thay đổi hợp đồng ủy thác bằng phụ lục',
      en: 'Propose a change of the contract by an annex',
    },
    kind: 'command',
    access: MAKER,
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        changeId: IdSchema,
        annex: AnnexSchema,
        /** First day the new terms count for; may lie before today and after it. */
        effectiveOn: DaySchema,
        reason: ShortTextSchema,
        terms: ContractTermsSchema,
        /** Of the contract, as in its newest version. */
        expectedVersion,
      })
      .check(
        z.meta({
          id: 'ProposeContractChange',
          description: 'New terms of an entrustment contract, to be decided by another person',
        }),
      ),
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'already-exists', 'version-stale'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(LEDGER_ERRORS, 'decision-not-yet-issued'),
      ...CONTRACT_ERRORS,
    },
  }),
  approveContractChange: defineRoute({
    operationId: 'approveContractChange',
    method: 'POST',
    path: `${CHANGE}/approve-contract-change`,
    summary: { vi: 'Duyệt thay đổi hợp đồng', en: 'Approve a change of the contract' },
    kind: 'command',
    access: CHECKER,
    params: changeParams,
    query: null,
    body: z
      .strictObject({ remark: z.optional(ShortTextSchema) })
      .check(z.meta({ id: 'ApproveContractChange', description: 'Approval of a change' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
    },
  }),
  rejectContractChange: defineRoute({
    operationId: 'rejectContractChange',
    method: 'POST',
    path: `${CHANGE}/reject-contract-change`,
    summary: {
      vi: 'Trả lại thay đổi hợp đồng, có lý do',
      en: 'Reject a change of the contract, with a reason',
    },
    kind: 'command',
    access: CHECKER,
    params: changeParams,
    query: null,
    body: reasonBody('RejectContractChange'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'maker-may-not-decide', 'proposal-not-pending'),
    },
  }),
  withdrawContractChange: defineRoute({
    operationId: 'withdrawContractChange',
    method: 'POST',
    path: `${CHANGE}/withdraw-contract-change`,
    summary: { vi: 'Rút đề xuất thay đổi hợp đồng', en: 'Withdraw a proposed change of the contract' },
    kind: 'command',
    access: MAKER,
    params: changeParams,
    query: null,
    body: reasonBody('WithdrawContractChange'),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...areaAndFound,
      ...pickErrors(PROPOSAL_ERRORS, 'only-maker-may-withdraw', 'proposal-not-pending'),
    },
  }),
  getContract: defineRoute({
    operationId: 'getContract',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/contract`,
    summary: {
      vi: 'Hợp đồng có hiệu lực vào một ngày, theo những gì đã biết vào một thời điểm, và thay đổi đang chờ duyệt',
      en: 'The contract in force on a day, as known on an instant, and the change that is pending',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject({ asOf: z.optional(DaySchema), knownOn: z.optional(InstantSchema) }),
    body: null,
    response: ContractOnDaySchema,
    successStatus: 200,
    errors: { ...areaAndFound, ...pickErrors(COMMON_ERRORS, 'known-on-in-future') },
  }),
  listContractVersions: defineRoute({
    operationId: 'listContractVersions',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/contract/versions`,
    summary: {
      vi: 'Các phiên bản của hợp đồng, mới nhất trước',
      en: 'Versions of the contract, newest first',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(ContractVersionSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listContractChanges: defineRoute({
    operationId: 'listContractChanges',
    method: 'GET',
    path: CHANGES,
    summary: {
      vi: 'Các đề xuất thay đổi hợp đồng và quyết định về chúng',
      en: 'Proposed changes of the contract and what was decided on them',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(ContractChangeSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  getContractChange: defineRoute({
    operationId: 'getContractChange',
    method: 'GET',
    path: CHANGE,
    summary: {
      vi: 'Một thay đổi, đặt cạnh phiên bản mà nó sửa',
      en: 'A change beside the version it was made to',
    },
    kind: 'query',
    access: READ,
    params: changeParams,
    query: null,
    body: null,
    response: ContractChangeBesideSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
};
