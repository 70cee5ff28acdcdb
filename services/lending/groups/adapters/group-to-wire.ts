import type * as z from 'zod/mini';
import type { GroupSchema } from '#shared/contracts/lending/groups/views.ts';
import type { Group, Member } from '../domain/group.ts';

export function groupToWire(group: Group, members: readonly Member[]): z.infer<typeof GroupSchema> {
  return { ...group, members: [...members] };
}
