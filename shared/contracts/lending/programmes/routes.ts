import * as z from 'zod/mini';
import { CursorQuerySchema, DaySchema, pageOf, RevisedSchema, SlugSchema } from '#shared/contracts/common.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { known, pageQuery, query } from '#shared/contracts/lending/route-parts.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALCULATION_ERRORS } from '#shared/contracts/lending/engine/errors.ts';
import { PROGRAMME_ERRORS } from './errors.ts';
import {
  OrganisationBodySchema,
  OrganisationSchema,
  ProgrammeBodySchema,
  ProgrammeRowSchema,
  ProgrammeSchema,
} from './views.ts';

const programmeParams = z.strictObject({ programmeId: SlugSchema });

const record = {
  kind: 'record',
  method: 'PUT',
  access: { roles: ['administrator'], scope: 'reference.write' },
  query: null,
  response: RevisedSchema,
  successStatus: 200,
} as const;

/** Routes of programmes and organisations. */
export const REFERENCE_ROUTES = {
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
      ...pickErrors(PROGRAMME_ERRORS, 'programme-versions-overlap', 'rate-not-exact'),
      ...pickErrors(CALCULATION_ERRORS, 'terms-contradict', 'terms-not-supported'),
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
    query: z.strictObject({ on: z.optional(DaySchema) }),
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
