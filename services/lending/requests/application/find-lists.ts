import { found } from '#lending/loans/application/act-rules.ts';
import type { LendingReader } from '#lending/loans/application/ports.ts';
import { assertReach } from '#shared/domain/caller.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { LoanList } from '../domain/loan-list.ts';

/** Throws `not-found` (404) or `area-not-allowed` (403). */
export async function findList(reader: LendingReader, caller: Caller, listId: string): Promise<LoanList> {
  const list = found(await reader.findList(listId), listId);
  assertReach(caller, list.communeId);
  return list;
}
