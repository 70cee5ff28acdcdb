import { InvestorSchema } from '#shared/contracts/capital/sources/views.ts';
import { getReference, listReferences } from '#shared/data/reference.ts';
import type { Table } from '#shared/data/table.ts';
import type { InvestorReads } from '../application/ports.ts';
import { INVESTOR } from './investor-item.ts';

export function openInvestorReads(table: Table): InvestorReads {
  return {
    investors: (page) => listReferences(table, INVESTOR, InvestorSchema, page),
    investor: async (id) => (await getReference(table, INVESTOR, id, InvestorSchema))?.content ?? null,
  };
}
