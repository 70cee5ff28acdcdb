import * as z from 'zod/mini';
import { GivenVndCodec } from '#shared/contracts/codecs.ts';
import { lineOf } from '#shared/contracts/common.ts';

/** The use plan of a request, form 01/TD, said once for the request, its event and the loan as it is read. */
export const usePlan = {
  /** What the money is for. */
  purpose: lineOf(80),
  /** What the household puts in itself, đồng; absent where the form does not say. */
  ownFunds: z.optional(GivenVndCodec),
};
