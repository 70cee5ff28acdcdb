import * as z from 'zod/mini';
import { SignedVndSchema, VndSchema } from '#shared/contracts/common.ts';

/** What the interest of a month is split into, in the order in which it is served. */
export const SplitPartsSchema = z
  .object({ provision: VndSchema, fee: VndSchema, activities: VndSchema, supplement: VndSchema })
  .check(
    z.meta({
      id: 'SplitParts',
      description: 'Risk provision, management fee, steering activities, supplement to the entrusted capital',
    }),
  );

export const SplitDifferenceSchema = z
  .object({
    provision: SignedVndSchema,
    fee: SignedVndSchema,
    activities: SignedVndSchema,
    supplement: SignedVndSchema,
  })
  .check(
    z.meta({ id: 'SplitDifference', description: 'What a run adds to each part, or takes back from it' }),
  );
