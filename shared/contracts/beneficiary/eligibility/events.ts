import * as z from 'zod/mini';

import { IdSchema, SlugSchema, TextSchema } from '#shared/contracts/common.ts';
import { defineEvent } from '#shared/contracts/event.ts';
import { CAPITAL_KINDS } from '#shared/domain/words/capital-kind.ts';

const source = 'beneficiary';

export const CapitalKindSchema = z.enum(CAPITAL_KINDS).check(
  z.meta({
    id: 'CapitalKind',
    description: 'Central, locally mobilised, or entrusted local budget capital',
  }),
);

/** One rule of an eligibility decision: what was asked, whether it was met, and on which record. */
export const EligibilityReasonSchema = z
  .object({ code: z.string(), met: z.boolean(), text: TextSchema, evidence: z.nullable(z.string()) })
  .check(z.meta({ id: 'EligibilityReason', description: 'One rule with its answer' }));

export const EligibilityDecided = defineEvent({
  type: 'EligibilityDecided',
  version: 1,
  source,
  title: { vi: 'Đã xét điều kiện vay', en: 'Eligibility decided' },
  data: z.object({
    loanId: IdSchema,
    householdId: IdSchema,
    programmeId: SlugSchema,
    eligible: z.boolean(),
    /** Codes of the reasons; the whole decision with its texts stays in the beneficiary service. */
    reasons: z.array(z.object({ code: z.string(), met: z.boolean() })).check(z.maxLength(10)),
    /** Which kinds of capital may fund the loan: households only on a provincial list may not take central capital. */
    capitalKinds: z.array(CapitalKindSchema),
  }),
});

export const ReferenceRevised = defineEvent({
  type: 'BeneficiaryReferenceRevised',
  version: 1,
  source,
  title: { vi: 'Điều kiện thụ hưởng được sửa đổi', en: 'Eligibility rules revised' },
  // Standards were told of like this before they were proposed and approved; what was told stays readable.
  data: z.object({
    kind: z.enum(['poverty-standard', 'eligibility-rule']),
    id: SlugSchema,
    revision: z.int(),
  }),
});
