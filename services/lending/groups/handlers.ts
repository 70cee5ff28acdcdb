import { GROUP_ROUTES } from '#shared/contracts/lending/groups/routes.ts';
import type { Table } from '#shared/data/table.ts';
import { assertReach } from '#shared/domain/caller.ts';
import { acting } from '#shared/runtime/acting.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { listGroups } from './adapters/group-pages.ts';
import { openGroupReader } from './adapters/group-reader.ts';
import { openGroupStore } from './adapters/group-store.ts';
import { addMembers } from './application/add-members.ts';
import { findGroup } from './application/find-groups.ts';
import { formGroup } from './application/form-group.ts';

/** Routes of groups, each with the verb that answers it. */
export function groupHandlers(table: Table): Handler[] {
  const reader = openGroupReader(table);
  const act = acting((request) => openGroupStore(table, request));
  const routes = GROUP_ROUTES;
  return [
    on(routes.formGroup, (r) => act(r, (context) => formGroup(context, r.body))),
    on(routes.addMembers, (r) => act(r, (context) => addMembers(context, r.params.groupId, r.body))),
    on(routes.getGroup, async ({ params: { groupId }, caller }) => {
      const group = await findGroup(reader, caller, groupId);
      return { ...group, members: await reader.findMembers(groupId) };
    }),
    on(routes.listGroups, ({ query, caller }) => {
      assertReach(caller, query.communeId);
      return listGroups(table, query.communeId, query);
    }),
  ];
}
