import * as z from 'zod/mini';
import { SignedVndCodec } from '#shared/contracts/codecs.ts';

/** The movement of a fund over a year, đồng. */
export const YearFiguresSchema = z
  .object({
    opening: SignedVndCodec,
    /** Balances taken over from the books before the platform, on a day of the year. */
    openingBalances: SignedVndCodec,
    received: SignedVndCodec,
    supplements: SignedVndCodec,
    withdrawn: SignedVndCodec,
    writtenOff: SignedVndCodec,
    closing: SignedVndCodec,
    outstanding: SignedVndCodec,
    unlent: SignedVndCodec,
    /** The fund handed over to another contract in the year, given back taken off: whose it is, not how much. */
    handedOver: SignedVndCodec,
  })
  .check(
    z.meta({
      id: 'YearFigures',
      description:
        'opening + opening balances + received + supplements − withdrawn − written off = closing = outstanding + unlent',
    }),
  );
