import * as z from 'zod/mini';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { ROLES } from '#shared/domain/roles.ts';
import {
  AcceptedSchema,
  AreaIdSchema,
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
import type { Access } from '../route.ts';
import { BENEFICIARY_ERRORS } from './errors.ts';
import {
  EligibilityDecisionSchema,
  HouseholdRowSchema,
  HouseholdSchema,
  RecordClassificationSchema,
  RegisterHouseholdSchema,
} from './households.ts';
import {
  AreaContentSchema,
  AreaKindSchema,
  AreaLevelSchema,
  EligibilityRulesContentSchema,
  PovertyStandardContentSchema,
  UrbanRuralSchema,
} from './reference.ts';

const READ: Access = { roles: ROLES, scope: 'beneficiary.read' };
const RECORD: Access = { roles: ['administrator'], scope: 'reference.write' };

const recordErrors = pickErrors(COMMON_ERRORS, 'version-stale');
const { cursor } = CursorQuerySchema;
const on = z.optional(DaySchema);
const revision = z.int();

const AreaSchema = z
  .object({ ...AreaContentSchema.shape, level: AreaLevelSchema, revision })
  .check(
    z.meta({ id: 'Area', description: 'An administrative unit with its validity, origin and dated flags' }),
  );

const AreaRowSchema = z
  .object({
    areaId: AreaIdSchema,
    code: z.string(),
    nameVi: z.string(),
    kind: AreaKindSchema,
    parentId: z.nullable(AreaIdSchema),
    urbanRural: z.nullable(UrbanRuralSchema),
    validFrom: z.nullable(DaySchema),
    validTo: z.nullable(DaySchema),
  })
  .check(z.meta({ id: 'AreaRow' }));

const PovertyStandardSchema = z
  .object({ ...PovertyStandardContentSchema.shape })
  .check(
    z.meta({ id: 'PovertyStandard', description: 'A poverty standard with its lines and legal source' }),
  );

const EligibilityRulesSchema = z
  .object({ ...EligibilityRulesContentSchema.shape, revision })
  .check(z.meta({ id: 'EligibilityRules', description: 'Who may borrow under a programme, by period' }));

/** Every route of the beneficiary service. */
export const BENEFICIARY_ROUTES = {
  putArea: defineRoute({
    operationId: 'putArea',
    method: 'PUT',
    path: '/v1/beneficiary/areas/{areaId}',
    summary: { vi: 'Ghi nhận đơn vị hành chính', en: 'Record an administrative unit' },
    kind: 'record',
    access: RECORD,
    params: z.strictObject({ areaId: AreaIdSchema }),
    query: null,
    body: AreaContentSchema,
    response: RevisedSchema,
    successStatus: 200,
    errors: recordErrors,
  }),
  listAreas: defineRoute({
    operationId: 'listAreas',
    method: 'GET',
    path: '/v1/beneficiary/areas',
    summary: {
      vi: 'Đơn vị hành chính có hiệu lực vào một ngày',
      en: 'Administrative units in force on a day',
    },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject({ on, type: z.optional(AreaLevelSchema), cursor }),
    body: null,
    response: pageOf(AreaRowSchema),
    successStatus: 200,
    errors: {},
  }),
  getArea: defineRoute({
    operationId: 'getArea',
    method: 'GET',
    path: '/v1/beneficiary/areas/{areaId}',
    summary: { vi: 'Một đơn vị hành chính', en: 'One administrative unit' },
    kind: 'query',
    access: READ,
    params: z.strictObject({ areaId: AreaIdSchema }),
    query: null,
    body: null,
    response: AreaSchema,
    successStatus: 200,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
  resolveAreaCode: defineRoute({
    operationId: 'resolveAreaCode',
    method: 'GET',
    path: '/v1/beneficiary/area-codes/{code}',
    summary: { vi: 'Mã này là đơn vị nào vào một ngày', en: 'Which unit a code meant on a day' },
    kind: 'query',
    access: READ,
    params: z.strictObject({ code: AreaContentSchema.shape.code }),
    query: z.strictObject({ on }),
    body: null,
    response: AreaRowSchema,
    successStatus: 200,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
  putPovertyStandard: defineRoute({
    operationId: 'putPovertyStandard',
    method: 'PUT',
    path: '/v1/beneficiary/poverty-standards/{standardId}',
    summary: { vi: 'Ghi nhận chuẩn nghèo', en: 'Record a poverty standard' },
    kind: 'record',
    access: RECORD,
    params: z.strictObject({ standardId: SlugSchema }),
    query: null,
    body: PovertyStandardContentSchema,
    response: RevisedSchema,
    successStatus: 200,
    errors: recordErrors,
  }),
  listPovertyStandards: defineRoute({
    operationId: 'listPovertyStandards',
    method: 'GET',
    path: '/v1/beneficiary/poverty-standards',
    summary: { vi: 'Chuẩn nghèo có hiệu lực vào một ngày', en: 'Poverty standards in force on a day' },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject({ on, cursor }),
    body: null,
    response: pageOf(PovertyStandardSchema),
    successStatus: 200,
    errors: {},
  }),
  putEligibilityRules: defineRoute({
    operationId: 'putEligibilityRules',
    method: 'PUT',
    path: '/v1/beneficiary/eligibility-rules/{programmeId}',
    summary: {
      vi: 'Ghi nhận điều kiện thụ hưởng của chương trình',
      en: 'Record who may borrow under a programme',
    },
    kind: 'record',
    access: RECORD,
    params: z.strictObject({ programmeId: SlugSchema }),
    query: null,
    body: EligibilityRulesContentSchema,
    response: RevisedSchema,
    successStatus: 200,
    errors: recordErrors,
  }),
  getEligibilityRules: defineRoute({
    operationId: 'getEligibilityRules',
    method: 'GET',
    path: '/v1/beneficiary/eligibility-rules/{programmeId}',
    summary: {
      vi: 'Điều kiện thụ hưởng; có ngày thì chỉ phiên bản hiệu lực ngày đó',
      en: 'Who may borrow; with a day, only the version in force on it',
    },
    kind: 'query',
    access: READ,
    params: z.strictObject({ programmeId: SlugSchema }),
    query: z.strictObject({ on }),
    body: null,
    response: EligibilityRulesSchema,
    successStatus: 200,
    errors: pickErrors(COMMON_ERRORS, 'not-found'),
  }),
  registerHousehold: defineRoute({
    operationId: 'registerHousehold',
    method: 'POST',
    path: '/v1/beneficiary/households',
    summary: { vi: 'Đăng ký hộ và thành viên', en: 'Register a household with its persons' },
    kind: 'command',
    access: { roles: ['commune-officer'], scope: null },
    params: null,
    query: null,
    body: RegisterHouseholdSchema,
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'already-exists', 'version-stale', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(
        BENEFICIARY_ERRORS,
        'commune-not-in-force',
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
    operationId: 'getHousehold',
    method: 'GET',
    path: '/v1/beneficiary/households/{householdId}',
    summary: { vi: 'Một hộ, theo ngày', en: 'One household, as of a day' },
    kind: 'query',
    access: READ,
    params: z.strictObject({ householdId: IdSchema }),
    query: z.strictObject({ asOf: z.optional(DaySchema) }),
    body: null,
    response: HouseholdSchema,
    successStatus: 200,
    errors: { ...pickErrors(COMMON_ERRORS, 'not-found'), ...pickErrors(CALLER_ERRORS, 'area-not-allowed') },
  }),
  listHouseholds: defineRoute({
    operationId: 'listHouseholds',
    method: 'GET',
    path: '/v1/beneficiary/households',
    summary: { vi: 'Các hộ của một xã', en: 'Households of a commune' },
    kind: 'query',
    access: READ,
    params: null,
    query: z.strictObject({ communeId: CommuneIdSchema, ...CursorQuerySchema }),
    body: null,
    response: pageOf(HouseholdRowSchema),
    successStatus: 200,
    errors: pickErrors(CALLER_ERRORS, 'area-not-allowed'),
  }),
  recordClassification: defineRoute({
    operationId: 'recordClassification',
    method: 'POST',
    path: '/v1/beneficiary/households/{householdId}/record-classification',
    summary: {
      vi: 'Công nhận hộ nghèo, cận nghèo, thoát nghèo theo một chuẩn',
      en: 'Recognise a household as poor, near-poor or escaped under a standard',
    },
    kind: 'command',
    access: { roles: ['commune-chair'], scope: null },
    params: z.strictObject({ householdId: IdSchema }),
    query: null,
    body: RecordClassificationSchema,
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...pickErrors(COMMON_ERRORS, 'not-found', 'version-stale', 'effective-day-in-future'),
      ...pickErrors(CALLER_ERRORS, 'area-not-allowed'),
      ...pickErrors(
        BENEFICIARY_ERRORS,
        'standard-unknown',
        'standard-not-in-force',
        'category-not-by-standard',
        'not-on-the-list',
        'before-last-fact',
      ),
    },
  }),
  getEligibilityDecision: defineRoute({
    operationId: 'getEligibilityDecision',
    method: 'GET',
    path: '/v1/beneficiary/eligibility-decisions/{loanId}',
    summary: {
      vi: 'Kết quả xét điều kiện và lý do',
      en: 'The eligibility decision on a loan and its reasons',
    },
    kind: 'query',
    access: READ,
    params: z.strictObject({ loanId: IdSchema }),
    query: null,
    body: null,
    response: EligibilityDecisionSchema,
    successStatus: 200,
    errors: { ...pickErrors(COMMON_ERRORS, 'not-found'), ...pickErrors(CALLER_ERRORS, 'area-not-allowed') },
  }),
  ...operationsRoutes('beneficiary'),
};
