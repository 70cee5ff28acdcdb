import * as z from 'zod/mini';
import { businessDay } from '#shared/domain/business-day.ts';
import { parseRate } from '#shared/domain/rate.ts';

/** Values of the domain as items hold them: days and rates as text. */
export const StoredDaySchema = z.pipe(z.string(), z.transform(businessDay));

export const StoredRateSchema = z.pipe(z.string(), z.transform(parseRate));
