import * as z from 'zod/mini';
import { CommuneIdSchema, DaySchema, IdSchema, SlugSchema, TextSchema } from '../common.ts';
import { defineEvent } from '../event.ts';

const source = 'beneficiary';

export const CapitalKindSchema = z.enum(['central', 'mobilised', 'entrusted']).check(
  z.meta({
    id: 'CapitalKind',
    description: 'Central, locally mobilised, or entrusted local budget capital',
  }),
);

/** One rule of an eligibility decision: what was asked, whether it was met, and on which record. */
export const EligibilityReasonSchema = z
  .object({ code: z.string(), met: z.boolean(), text: TextSchema, evidence: z.nullable(z.string()) })
  .check(z.meta({ id: 'EligibilityReason' }));

export const AreaChanged = defineEvent({
  type: 'AreaChanged',
  version: 1,
  source,
  title: { vi: 'Đơn vị hành chính thay đổi', en: 'Administrative unit changed' },
  data: z.object({ areaId: z.string(), revision: z.int() }),
});

export const ReferenceRevised = defineEvent({
  type: 'BeneficiaryReferenceRevised',
  version: 1,
  source,
  title: {
    vi: 'Chuẩn nghèo hoặc điều kiện thụ hưởng được sửa đổi',
    en: 'Poverty standard or eligibility rule revised',
  },
  data: z.object({
    kind: z.enum(['poverty-standard', 'eligibility-rule']),
    id: SlugSchema,
    revision: z.int(),
  }),
});

export const HouseholdRegistered = defineEvent({
  type: 'HouseholdRegistered',
  version: 1,
  source,
  title: { vi: 'Đã đăng ký hộ', en: 'Household registered' },
  data: z.object({ householdId: IdSchema, communeId: CommuneIdSchema, members: z.int() }),
});

export const HouseholdClassified = defineEvent({
  type: 'HouseholdClassified',
  version: 1,
  source,
  title: { vi: 'Hộ được phân loại', en: 'Household classified' },
  data: z.object({
    householdId: IdSchema,
    communeId: CommuneIdSchema,
    standardId: SlugSchema,
    category: SlugSchema,
    from: DaySchema,
    decisionNumber: z.string(),
  }),
});

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

export const BENEFICIARY_EVENTS = [
  AreaChanged,
  ReferenceRevised,
  HouseholdRegistered,
  HouseholdClassified,
  EligibilityDecided,
] as const;
