import * as z from 'zod/mini';
import { groupsOfCommune } from '#lending/table-map.ts';
import { mapPage, pageRequest } from '#shared/application/pages.ts';
import type { PageQuery } from '#shared/application/pages.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { GroupSummarySchema } from './group-item.ts';

const GroupRowSchema = z.object({ gsi1sk: z.string(), summary: GroupSummarySchema });

export async function listGroups(table: Table, communeId: string, query: PageQuery) {
  const partition = groupsOfCommune(communeId);
  const page = await queryPage(table, GroupRowSchema, { index: 'gsi1', partition, ...pageRequest(query) });
  return mapPage(page, ({ gsi1sk, summary }) => ({ groupId: gsi1sk, ...summary }));
}
