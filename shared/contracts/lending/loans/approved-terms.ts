import * as z from 'zod/mini';
import { PositiveVndCodec, RateCodec } from '#shared/contracts/codecs.ts';
import { LoanRulesSchema } from '#shared/contracts/lending/engine/rules.ts';
import { IdSchema } from '#shared/contracts/common.ts';

/** What an approval fixes, said once for its event and the loan as it is read. */
export const approvedTerms = {
  /** The capital source that is to fund the loan. */
  sourceId: IdSchema,
  amount: PositiveVndCodec,
  ratePerYear: RateCodec,
  overdueRatePerYear: RateCodec,
  termMonths: z.int(),
  principalEveryMonths: z.int(),
  /** How the programme has it calculated; absent where that is as usual. */
  rules: z.optional(LoanRulesSchema),
};
