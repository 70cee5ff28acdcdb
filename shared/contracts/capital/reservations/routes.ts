import * as z from 'zod/mini';
import {
  areaAndFound,
  expectedVersion,
  READ,
  rowsOfCommuneQuery,
  sourceParams,
  SOURCES,
} from '#shared/contracts/capital/route-parts.ts';
import {
  AcceptedSchema,
  CommuneIdSchema,
  CursorQuerySchema,
  IdSchema,
  pageOf,
  RevisedSchema,
  ShortTextSchema,
  SlugSchema,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { RESERVATION_ERRORS } from './errors.ts';
import {
  LoanCapitalSchema,
  QueueSchema,
  ReservationRowSchema,
  ReservationRulesSchema,
  WaitingRowSchema,
} from './views.ts';

const LEAF = `${SOURCES}/{sourceId}/quotas/{programmeId}/{communeId}`;

const leafParams = z.strictObject({
  sourceId: IdSchema,
  programmeId: SlugSchema,
  communeId: CommuneIdSchema,
});

const RULES = '/v1/capital/reservation-rules';

/** Reservations: how long they hold, who waits for one, and giving one back. */
export const RESERVATION_ROUTES = {
  putReservationRules: defineRoute({
    operationId: 'putReservationRules',
    method: 'PUT',
    path: RULES,
    summary: { vi: 'Ghi nhận quy định thời hạn giữ vốn', en: 'Record how long reservations hold' },
    kind: 'record',
    access: { roles: ['finance-officer', 'administrator'], scope: 'reference.write' },
    params: null,
    query: null,
    body: ReservationRulesSchema,
    response: RevisedSchema,
    successStatus: 200,
    errors: pickErrors(RESERVATION_ERRORS, 'reservation-rules-contradict'),
  }),
  getReservationRules: defineRoute({
    operationId: 'getReservationRules',
    method: 'GET',
    path: RULES,
    summary: { vi: 'Quy định thời hạn giữ vốn', en: 'How long reservations hold' },
    kind: 'query',
    access: READ,
    params: null,
    query: null,
    body: null,
    response: ReservationRulesSchema,
    successStatus: 200,
    errors: {},
  }),
  getQueue: defineRoute({
    operationId: 'getQueue',
    method: 'GET',
    path: `${LEAF}/waiting`,
    summary: { vi: 'Món vay đang chờ vốn của chỉ tiêu', en: 'Loans that wait on a leaf' },
    kind: 'query',
    access: READ,
    params: leafParams,
    query: null,
    body: null,
    response: QueueSchema,
    successStatus: 200,
    errors: areaAndFound,
  }),
  listWaiting: defineRoute({
    operationId: 'listWaiting',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/waiting`,
    summary: { vi: 'Món vay đang chờ vốn của nguồn', en: 'Loans that wait for capital of a source' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(WaitingRowSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  listReservations: defineRoute({
    operationId: 'listReservations',
    method: 'GET',
    path: `${LEAF}/reservations`,
    summary: {
      vi: 'Vốn đang giữ của chỉ tiêu và ngày hết hạn',
      en: 'Reservations of a leaf and when they expire',
    },
    kind: 'query',
    access: READ,
    params: leafParams,
    query: z.strictObject(CursorQuerySchema),
    body: null,
    response: pageOf(ReservationRowSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
  releaseReservation: defineRoute({
    operationId: 'releaseReservation',
    method: 'POST',
    path: '/v1/capital/loans/{loanId}/release-reservation',
    summary: { vi: 'Giải phóng vốn đã giữ cho món vay', en: 'Release the reservation of a loan' },
    kind: 'command',
    access: { roles: ['branch-director', 'branch-planner'], scope: null },
    params: z.strictObject({ loanId: IdSchema }),
    query: null,
    body: z
      .strictObject({ reason: ShortTextSchema, expectedVersion })
      .check(z.meta({ id: 'ReleaseReservation', description: 'Gives reserved capital back to its leaf' })),
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(RESERVATION_ERRORS, 'reservation-not-held'),
    },
  }),
  listSourceLoans: defineRoute({
    operationId: 'listSourceLoans',
    method: 'GET',
    path: `${SOURCES}/{sourceId}/loans`,
    summary: { vi: 'Các món vay thuộc nguồn', en: 'Loans under a source' },
    kind: 'query',
    access: READ,
    params: sourceParams,
    query: rowsOfCommuneQuery,
    body: null,
    response: pageOf(LoanCapitalSchema),
    successStatus: 200,
    errors: areaAndFound,
  }),
};
