import * as z from 'zod/mini';
import { SignedVndCodec, VndCodec } from '#shared/contracts/codecs.ts';

/** What the interest of a month is split into, in the order in which it is served. */
export const SplitPartsSchema = z
  .object({ provision: VndCodec, fee: VndCodec, activities: VndCodec, supplement: VndCodec })
  .check(
    z.meta({
      id: 'SplitParts',
      description: 'Risk provision, management fee, steering activities, supplement to the entrusted capital',
    }),
  );

export const SplitDifferenceSchema = z
  .object({
    provision: SignedVndCodec,
    fee: SignedVndCodec,
    activities: SignedVndCodec,
    supplement: SignedVndCodec,
  })
  .check(
    z.meta({ id: 'SplitDifference', description: 'What a run adds to each part, or takes back from it' }),
  );
