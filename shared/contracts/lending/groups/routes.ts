import { AcceptedSchema, pageOf } from '#shared/contracts/common.ts';
import { PROGRAMME_ERRORS } from '#shared/contracts/lending/programmes/errors.ts';
import {
  by,
  changed,
  command,
  communeQuery,
  created,
  groupParams,
  known,
  query,
  reach,
} from '#shared/contracts/lending/route-parts.ts';
import { defineRoute, pickErrors } from '#shared/contracts/route.ts';
import { CALLER_ERRORS } from '#shared/domain/caller.ts';
import { GROUP_ERRORS } from './errors.ts';
import { GroupBodySchema, GroupRowSchema, GroupSchema, NewMembersSchema } from './views.ts';

/** Routes of savings and credit groups. */
export const GROUP_ROUTES = {
  formGroup: defineRoute({
    ...command,
    operationId: 'formGroup',
    path: '/v1/lending/groups',
    summary: { vi: 'Thành lập tổ TK&VV', en: 'Form a savings and credit group' },
    access: by('organisation-officer'),
    params: null,
    body: GroupBodySchema,
    response: AcceptedSchema,
    successStatus: 201,
    errors: {
      ...CALLER_ERRORS,
      ...created,
      ...pickErrors(PROGRAMME_ERRORS, 'organisation-unknown'),
      ...pickErrors(
        GROUP_ERRORS,
        'group-size-not-allowed',
        'group-leader-not-member',
        'household-in-another-group',
      ),
    },
  }),
  addMembers: defineRoute({
    ...command,
    operationId: 'addMembers',
    path: '/v1/lending/groups/{groupId}/add-members',
    summary: { vi: 'Kết nạp tổ viên', en: 'Admit members to a group' },
    access: by('organisation-officer'),
    params: groupParams,
    body: NewMembersSchema,
    response: AcceptedSchema,
    successStatus: 200,
    errors: {
      ...changed,
      ...CALLER_ERRORS,
      ...pickErrors(GROUP_ERRORS, 'group-size-not-allowed', 'household-in-another-group'),
    },
  }),
  getGroup: defineRoute({
    ...query,
    operationId: 'getGroup',
    path: '/v1/lending/groups/{groupId}',
    summary: { vi: 'Tổ TK&VV và tổ viên', en: 'A group and its members' },
    params: groupParams,
    query: null,
    response: GroupSchema,
    errors: { ...reach, ...known },
  }),
  listGroups: defineRoute({
    ...query,
    operationId: 'listGroups',
    path: '/v1/lending/groups',
    summary: { vi: 'Các tổ TK&VV của xã', en: 'Groups of a commune' },
    params: null,
    query: communeQuery,
    response: pageOf(GroupRowSchema),
    errors: reach,
  }),
};
