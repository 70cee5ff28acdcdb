import * as z from 'zod/mini';
import { loanKey, loansOfCommune, loansOfGroup } from '#lending/table-map.ts';
import { mapPage, pageRequest } from '#shared/application/pages.ts';
import type { PageQuery } from '#shared/application/pages.ts';
import { queryPage } from '#shared/data/read.ts';
import type { Table } from '#shared/data/table.ts';
import { LoanFactItemSchema } from './loan-facts.ts';
import { LoanLabelSchema, LoanSummarySchema } from './loan-item.ts';

const LoanRowSchema = z.object({ gsi1sk: z.string(), summary: LoanSummarySchema });

const GroupLoanRowSchema = z.object({ gsi2sk: z.string(), label: LoanLabelSchema });

export async function listLoans(table: Table, communeId: string, query: PageQuery) {
  const partition = loansOfCommune(communeId);
  const page = await queryPage(table, LoanRowSchema, { index: 'gsi1', partition, ...pageRequest(query) });
  return mapPage(page, ({ gsi1sk, summary }) => ({
    loanId: gsi1sk,
    ...summary,
    outstanding: summary.outstanding ?? null,
    nextDueOn: summary.nextDueOn ?? null,
    maturityOn: summary.maturityOn ?? null,
  }));
}

export async function listGroupLoans(table: Table, groupId: string, query: PageQuery) {
  const partition = loansOfGroup(groupId);
  const page = await queryPage(table, GroupLoanRowSchema, {
    index: 'gsi2',
    partition,
    ...pageRequest(query),
  });
  return mapPage(page, ({ gsi2sk, label }) => ({ loanId: gsi2sk, ...label }));
}

/** Facts of a loan, newest first. */
export function listLoanFacts(table: Table, loanId: string, query: PageQuery) {
  return queryPage(table, LoanFactItemSchema, {
    partition: loanKey(loanId).pk,
    prefix: 'FACT#',
    newestFirst: true,
    ...pageRequest(query),
  });
}
