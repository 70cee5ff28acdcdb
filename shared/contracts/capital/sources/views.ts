import * as z from 'zod/mini';
import { DaySchema, LegalSourceSchema, SlugSchema } from '#shared/contracts/common.ts';

/** Investors as they are recorded and shown. */

export const InvestorSchema = z
  .object({
    investorId: SlugSchema,
    nameVi: z.string(),
    nameEn: z.optional(z.string()),
    kind: z.enum(['central', 'province', 'former-district', 'organisation', 'depositors']),
    /** The investor code (mã nhà đầu tư) of the bank’s core system. */
    coreCode: z.nullable(z.string()),
    /** The capital source code of the bank’s core system: 1 central, 2 local. */
    capitalCode: z.optional(z.nullable(z.enum(['1', '2']))),
    validFrom: z.nullable(DaySchema),
    validTo: z.nullable(DaySchema),
    source: LegalSourceSchema,
  })
  .check(
    z.meta({
      id: 'Investor',
      description: 'Whose money it is, with the validity and legal source of the record',
    }),
  );
