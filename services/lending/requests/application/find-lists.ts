import { existing } from '#shared/application/preconditions.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { LoanList } from '../domain/loan-list.ts';
import type { ListReader } from './ports.ts';

/** Throws `not-found` (404) or `area-not-allowed` (403). */
export async function findList(reader: ListReader, caller: Caller, listId: string): Promise<LoanList> {
  const list = existing(await reader.findList(listId), listId);
  assertReach(caller, list.communeId);
  return list;
}
