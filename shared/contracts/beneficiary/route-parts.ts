import * as z from 'zod/mini';
import { DayCodec } from '#shared/contracts/codecs.ts';
import { COMMON_ERRORS } from '#shared/contracts/errors.ts';
import { pickErrors } from '#shared/contracts/route.ts';
import type { Access } from '#shared/contracts/route.ts';
import { ROLES } from '#shared/domain/roles.ts';

export const READ: Access = { roles: ROLES, scope: 'beneficiary.read' };

export const RECORD: Access = { roles: ['administrator'], scope: 'reference.write' };

export const recordErrors = pickErrors(COMMON_ERRORS, 'version-stale');

export const onDay = z.optional(DayCodec);

export const revision = z.int();
