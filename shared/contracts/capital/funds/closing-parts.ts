import * as z from 'zod/mini';
import { SignedVndSchema } from '#shared/contracts/common.ts';

/** The movement of a fund over a year, đồng. */
export const YearFiguresSchema = z
  .object({
    opening: SignedVndSchema,
    /** Balances taken over from the books before the platform, on a day of the year. */
    openingBalances: SignedVndSchema,
    received: SignedVndSchema,
    supplements: SignedVndSchema,
    withdrawn: SignedVndSchema,
    writtenOff: SignedVndSchema,
    closing: SignedVndSchema,
    outstanding: SignedVndSchema,
    unlent: SignedVndSchema,
    /** The fund handed over to another contract in the year, given back taken off: whose it is, not how much. */
    handedOver: SignedVndSchema,
  })
  .check(
    z.meta({
      id: 'YearFigures',
      description:
        'opening + opening balances + received + supplements − withdrawn − written off = closing = outstanding + unlent',
    }),
  );
