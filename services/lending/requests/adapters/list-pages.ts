import * as z from 'zod/mini';
import { listsOfCommune } from '#lending/table-map.ts';
import { mapPage, pageRequest } from '#shared/application/pages.ts';
import type { PageQuery } from '#shared/application/pages.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { ListSummarySchema } from './list-item.ts';

const ListRowSchema = z.object({ gsi1sk: z.string(), summary: ListSummarySchema });

export async function listLists(table: Table, communeId: string, status: string, query: PageQuery) {
  const partition = listsOfCommune(communeId, status);
  const page = await queryPage(table, ListRowSchema, { index: 'gsi1', partition, ...pageRequest(query) });
  return mapPage(page, ({ gsi1sk, summary }) => ({
    listId: gsi1sk,
    ...summary,
  }));
}
