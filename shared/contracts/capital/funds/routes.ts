import * as z from 'zod/mini';
import { LEDGER_ERRORS } from '#shared/contracts/capital/ledger/errors.ts';
import {
  areaAndFound,
  commandErrors,
  document,
  effectiveOn,
  expectedVersion,
  isAnother,
  READ,
  reversalErrors,
  reversedEntry,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import { SOURCE_ERRORS } from '#shared/contracts/capital/sources/errors.ts';
import { GivenVndCodec, PositiveVndCodec } from '#shared/contracts/codecs.ts';
import {
  AcceptedSchema,
  DaySchema,
  DecisionSchema,
  IdSchema,
  InstantSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { CLOSING_ROUTES } from './closing-routes.ts';
import { FUND_ERRORS } from './errors.ts';
import { PLAN_ROUTES } from './plan-routes.ts';
import { HandOverReckonedSchema, HoldingsSchema } from './views.ts';

const FINANCE = { roles: ['finance-officer'], scope: null } as const;

const SOURCE = `${SOURCES}/{sourceId}`;

/** Funds as a whole: withdrawals, the funds of former districts and who holds them, plans, closed years. */
export const FUND_ROUTES = {
  ...PLAN_ROUTES,
  ...CLOSING_ROUTES,
  withdrawCapital: defineRoute({
    operationId: 'withdrawCapital',
    method: 'POST',
    path: `${SOURCE}/withdraw-capital`,
    summary: { vi: 'Rút vốn theo quyết định', en: 'Withdraw capital by a decision' },
    kind: 'command',
    access: FINANCE,
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        amount: PositiveVndCodec,
        decision: DecisionSchema,
        document,
        isAnother,
        effectiveOn,
        expectedVersion,
      })
      .check(z.meta({ id: 'WithdrawCapital', description: 'Capital that goes back to the investor' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...commandErrors,
      ...pickErrors(
        LEDGER_ERRORS,
        'decision-not-yet-issued',
        'effective-day-before-last-entry',
        'capital-unallocated-exceeded',
        'looks-like-a-duplicate',
      ),
    },
  }),
  reverseWithdrawal: defineRoute({
    operationId: 'reverseWithdrawal',
    method: 'POST',
    path: `${SOURCE}/reverse-withdrawal`,
    summary: { vi: 'Đảo bút toán rút vốn', en: 'Reverse a withdrawal of capital' },
    kind: 'command',
    access: FINANCE,
    params: sourceParams,
    query: null,
    body: z.strictObject({ ...reversedEntry, effectiveOn, expectedVersion }).check(
      z.meta({
        id: 'ReverseWithdrawal',
        description: 'Takes a withdrawal back, named by its day and version',
      }),
    ),
    response: AcceptedSchema,
    successStatus: 200,
    errors: reversalErrors,
  }),
  handOverFund: defineRoute({
    operationId: 'handOverFund',
    method: 'POST',
    path: `${SOURCE}/hand-over-fund`,
    summary: {
      vi: 'Bàn giao quỹ của cấp huyện trước đây về hợp đồng của tỉnh',
      en: 'Hand the fund of a former district over to a contract of the province',
    },
    kind: 'command',
    access: FINANCE,
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        holderSourceId: IdSchema,
        /** These three must be to the đồng what the ledger holds at the end of the day. */
        principal: GivenVndCodec,
        unlentCash: GivenVndCodec,
        provision: GivenVndCodec,
        accruedInterest: GivenVndCodec,
        overduePrincipal: GivenVndCodec,
        decision: DecisionSchema,
        document,
        effectiveOn,
        expectedVersion,
      })
      .check(
        z.meta({ id: 'HandOverFund', description: 'The fund of a former district as it is handed over' }),
      ),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...commandErrors,
      ...pickErrors(LEDGER_ERRORS, 'decision-not-yet-issued'),
      ...pickErrors(
        FUND_ERRORS,
        'source-not-of-former-district',
        'investor-still-in-force',
        'holder-not-provincial',
        'fund-already-handed-over',
        'hand-over-figures-differ',
        'overdue-exceeds-principal',
        'nothing-to-hand-over',
      ),
    },
  }),
  reverseHandOver: defineRoute({
    operationId: 'reverseHandOver',
    method: 'POST',
    path: `${SOURCE}/reverse-hand-over`,
    summary: { vi: 'Đảo bàn giao quỹ cấp huyện', en: 'Reverse the hand-over of a fund' },
    kind: 'command',
    access: FINANCE,
    params: sourceParams,
    query: null,
    body: z.strictObject({ ...reversedEntry, effectiveOn, expectedVersion }).check(
      z.meta({
        id: 'ReverseHandOver',
        description: 'Takes a hand-over back, named by its day and version',
      }),
    ),
    response: AcceptedSchema,
    successStatus: 200,
    errors: reversalErrors,
  }),
  listHandOvers: defineRoute({
    operationId: 'listHandOvers',
    method: 'GET',
    path: `${SOURCE}/hand-overs`,
    summary: {
      vi: 'Biên bản bàn giao quỹ, đối chiếu với sổ cái hiện nay',
      en: 'Transfer records of a fund, beside what the ledger says of the same day now',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: null,
    body: null,
    response: z.object({ items: z.array(HandOverReckonedSchema) }),
    successStatus: 200,
    errors: areaAndFound,
  }),
  getHoldings: defineRoute({
    operationId: 'getHoldings',
    method: 'GET',
    path: '/v1/capital/holders/{sourceId}',
    summary: {
      vi: 'Quỹ của một hợp đồng gồm cả các quỹ đã nhận bàn giao, đến một ngày',
      en: 'The fund of a contract with the funds it took over, as of a day',
    },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject({ asOf: z.optional(DaySchema), knownOn: z.optional(InstantSchema) }),
    body: null,
    response: HoldingsSchema,
    successStatus: 200,
    errors: { ...areaAndFound, ...pickErrors(COMMON_ERRORS, 'known-on-in-future') },
  }),
  receiveCapital: defineRoute({
    operationId: 'receiveCapital',
    method: 'POST',
    path: `${SOURCES}/{sourceId}/receive-capital`,
    summary: { vi: 'Nhận vốn theo quyết định', en: 'Receive capital by a decision' },
    kind: 'command',
    access: { roles: ['finance-officer'], scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({
        amount: PositiveVndCodec,
        decision: DecisionSchema,
        document,
        isAnother,
        /** The planned tranche it is of, or a part of. */
        trancheId: z.optional(IdSchema),
        effectiveOn,
        expectedVersion,
      })
      .check(z.meta({ id: 'ReceiveCapital', description: 'Capital that came in' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(LEDGER_ERRORS, 'decision-not-yet-issued', 'looks-like-a-duplicate'),
      ...pickErrors(SOURCE_ERRORS, 'investor-not-in-force'),
      ...pickErrors(FUND_ERRORS, 'effective-day-before-opening', 'tranche-unknown'),
    },
  }),
  reverseReceipt: defineRoute({
    operationId: 'reverseReceipt',
    method: 'POST',
    path: `${SOURCES}/{sourceId}/reverse-receipt`,
    summary: { vi: 'Đảo bút toán nhận vốn', en: 'Reverse a receipt of capital' },
    kind: 'command',
    access: { roles: ['finance-officer'], scope: null },
    params: sourceParams,
    query: null,
    body: z
      .strictObject({ ...reversedEntry, effectiveOn, expectedVersion })
      .check(
        z.meta({ id: 'ReverseReceipt', description: 'Takes a receipt back, named by its day and version' }),
      ),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...reversalErrors,
      ...pickErrors(LEDGER_ERRORS, 'capital-unallocated-exceeded'),
    },
  }),
};
