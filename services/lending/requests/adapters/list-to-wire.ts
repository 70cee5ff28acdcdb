import type * as z from 'zod/mini';
import type { ListSchema } from '#shared/contracts/lending/requests/views.ts';
import type { LoanList } from '../domain/loan-list.ts';

export function listToWire(list: LoanList): z.infer<typeof ListSchema> {
  return { ...list, total: list.total.toString(), lines: [...list.lines] };
}
