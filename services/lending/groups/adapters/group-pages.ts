import * as z from 'zod/mini';
import { paging } from '#lending/loans/adapters/lists.ts';
import type { PageQuery } from '#lending/loans/adapters/lists.ts';
import { groupsOfCommune } from '#lending/table.ts';
import { mapPage } from '#shared/application/pages.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { GroupSummarySchema } from './group-item.ts';

const GroupRowSchema = z.object({ gsi1sk: z.string(), summary: GroupSummarySchema });

export async function listGroups(table: Table, communeId: string, query: PageQuery) {
  const partition = groupsOfCommune(communeId);
  const page = await queryPage(table, GroupRowSchema, { index: 'gsi1', partition, ...paging(query) });
  return mapPage(page, ({ gsi1sk, summary }) => ({ groupId: gsi1sk, ...summary }));
}
