import * as z from 'zod/mini';
import { InvestorSchema } from '#shared/contracts/capital/sources/views.ts';
import type { Key } from '#shared/data/stored.ts';

export const INVESTOR = 'investor';

/** Read strongly together with the key of the act, which the shared reading of reference records is not. */
export const investorKey = (investorId: string): Key => ({ pk: `REF#${INVESTOR}#${investorId}`, sk: 'HEAD' });

export const InvestorItemSchema = z.object({ content: InvestorSchema });
