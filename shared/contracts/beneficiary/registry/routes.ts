import * as z from 'zod/mini';
import { AREA_ERRORS } from '#shared/contracts/beneficiary/areas/errors.ts';
import { STANDARD_ERRORS } from '#shared/contracts/beneficiary/standards/errors.ts';
import { command, query } from '#shared/contracts/beneficiary/route-parts.ts';
import { DayCodec } from '#shared/contracts/codecs.ts';
import {
  AcceptedSchema,
  CommuneIdSchema,
  CursorQuerySchema,
  IdSchema,
  pageOf,
} from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { REGISTRY_ERRORS } from './errors.ts';
import {
  HouseholdRowSchema,
  HouseholdSchema,
  RecordClassificationSchema,
  RegisterHouseholdSchema,
} from './views.ts';

/** Households and what they are. */
export const REGISTRY_ROUTES = {
  registerHousehold: defineRoute({
    ...command,
    operationId: 'registerHousehold',
    path: '/v1/beneficiary/households',
    summary: { vi: 'Đăng ký hộ và thành viên', en: 'Register a household with its persons' },
    access: { roles: ['commune-officer'], scope: null },
    params: null,
    body: RegisterHouseholdSchema,
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'version-stale', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(AREA_ERRORS, 'commune-not-in-force'),
      ...pickErrors(
        REGISTRY_ERRORS,
        'representative-not-in-household',
        'representative-not-adult',
        'household-head-not-one',
        'household-spouse-not-one',
        'persons-repeated',
        'national-id-implausible',
        'national-id-already-registered',
        'born-after-registration',
      ),
    },
  }),
  getHousehold: defineRoute({
    ...query,
    operationId: 'getHousehold',
    path: '/v1/beneficiary/households/{householdId}',
    summary: { vi: 'Một hộ, theo ngày', en: 'One household, as of a day' },
    params: z.strictObject({ householdId: IdSchema }),
    query: z.strictObject({ asOf: z.optional(DayCodec) }),
    response: HouseholdSchema,
    errors: { ...pickErrors(COMMON_ERRORS, 'not-found'), ...pickErrors(CALLER_ERRORS, 'area-not-allowed') },
  }),
  listHouseholds: defineRoute({
    ...query,
    operationId: 'listHouseholds',
    path: '/v1/beneficiary/households',
    summary: { vi: 'Các hộ của một xã', en: 'Households of a commune' },
    params: null,
    query: z.strictObject({ communeId: CommuneIdSchema, ...CursorQuerySchema }),
    response: pageOf(HouseholdRowSchema),
    errors: pickErrors(CALLER_ERRORS, 'area-not-allowed'),
  }),
  recordClassification: defineRoute({
    ...command,
    operationId: 'recordClassification',
    path: '/v1/beneficiary/households/{householdId}/record-classification',
    summary: {
      vi: 'Công nhận hộ nghèo, cận nghèo, thoát nghèo theo một chuẩn',
      en: 'Recognise a household as poor, near-poor or escaped under a standard',
    },
    access: { roles: ['commune-chair'], scope: null },
    params: z.strictObject({ householdId: IdSchema }),
    body: RecordClassificationSchema,
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(STANDARD_ERRORS, 'standard-unknown', 'standard-not-in-force'),
      ...pickErrors(REGISTRY_ERRORS, 'category-not-by-standard', 'not-on-the-list', 'before-last-fact'),
    },
  }),
};
