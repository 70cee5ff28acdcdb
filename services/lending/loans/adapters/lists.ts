import * as z from 'zod/mini';
import { loanKey, loansOfCommune, loansOfGroup } from '#lending/table.ts';
import { mapPage } from '#shared/application/pages.ts';
import { PAGE_SIZE, queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { LoanFactItemSchema } from './loan-history.ts';
import { LoanLabelSchema, LoanSummarySchema } from './loan-item.ts';

/** Work lists, one query each; rows come whole from the index. */

export interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
}

export function paging({ cursor, limit }: PageQuery): { cursor: string | undefined; limit: number } {
  return { cursor, limit: limit === undefined ? PAGE_SIZE : Number(limit) };
}

const LoanRowSchema = z.object({ gsi1sk: z.string(), summary: LoanSummarySchema });

const GroupLoanRowSchema = z.object({ gsi2sk: z.string(), label: LoanLabelSchema });

export async function listLoans(table: Table, communeId: string, query: PageQuery) {
  const partition = loansOfCommune(communeId);
  const page = await queryPage(table, LoanRowSchema, { index: 'gsi1', partition, ...paging(query) });
  return mapPage(page, ({ gsi1sk, summary }) => ({
    loanId: gsi1sk,
    ...summary,
    amount: summary.amount.toString(),
    outstanding: summary.outstanding?.toString() ?? null,
    nextDueOn: summary.nextDueOn ?? null,
    maturityOn: summary.maturityOn ?? null,
  }));
}

export async function listGroupLoans(table: Table, groupId: string, query: PageQuery) {
  const partition = loansOfGroup(groupId);
  const page = await queryPage(table, GroupLoanRowSchema, { index: 'gsi2', partition, ...paging(query) });
  return mapPage(page, ({ gsi2sk, label: { requested, ...label } }) => ({
    loanId: gsi2sk,
    ...label,
    requestedAmount: requested.toString(),
  }));
}

/** Facts of a loan, newest first. */
export function listLoanFacts(table: Table, loanId: string, query: PageQuery) {
  return queryPage(table, LoanFactItemSchema, {
    partition: loanKey(loanId).pk,
    prefix: 'FACT#',
    newestFirst: true,
    ...paging(query),
  });
}
