import * as z from 'zod/mini';
import { DayCodec } from '#shared/contracts/codecs.ts';
import { IdSchema, SlugSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';

const source = 'beneficiary';

/** The proposal, and the standard as it would be. */
const proposal = {
  proposalId: IdSchema,
  standardId: SlugSchema,
  from: DayCodec,
  to: z.nullable(DayCodec),
};

export const PovertyStandardProposed = defineEvent({
  type: 'PovertyStandardProposed',
  version: 1,
  source,
  title: { vi: 'Đề xuất chuẩn nghèo', en: 'Poverty standard proposed' },
  data: z.object({ ...proposal, basedOn: z.int() }),
});

export const PovertyStandardApproved = defineEvent({
  type: 'PovertyStandardApproved',
  version: 1,
  source,
  title: { vi: 'Duyệt chuẩn nghèo', en: 'Poverty standard approved' },
  data: z.object({ ...proposal, revision: z.int(), proposedBy: z.string() }),
});

export const PovertyStandardRejected = defineEvent({
  type: 'PovertyStandardRejected',
  version: 1,
  source,
  title: { vi: 'Trả lại đề xuất chuẩn nghèo', en: 'Poverty standard rejected' },
  data: z.object({ ...proposal, reason: z.string(), proposedBy: z.string() }),
});

export const PovertyStandardWithdrawn = defineEvent({
  type: 'PovertyStandardWithdrawn',
  version: 1,
  source,
  title: { vi: 'Rút đề xuất chuẩn nghèo', en: 'Proposed poverty standard withdrawn' },
  data: z.object({ ...proposal, reason: z.string() }),
});

export const STANDARD_EVENTS = [
  PovertyStandardProposed,
  PovertyStandardApproved,
  PovertyStandardRejected,
  PovertyStandardWithdrawn,
] as const;
