import type { Key } from '#shared/data/stored.ts';

/**
 * The table of the lending service. Costs are capacity units; a transaction doubles the writes on the table.
 *
 * item         pk                          sk              gsi1 (summary)                       gsi2 (label)
 * loan         LOAN#<loan>                 HEAD            COMMUNE#<c>#LOANS / <loan>           GROUP#<g>#LOANS / <loan>
 * loan fact    LOAN#<loan>                 FACT#<day>#<v>
 * borrower     BORROWER#<hh>#<programme>   COMMITTED
 * group        GROUP#<g>                   HEAD            COMMUNE#<c>#GROUPS / <g>
 * group fact   GROUP#<g>                   FACT#<day>#<v>
 * membership   HOUSEHOLD#<hh>              MEMBERSHIP                                           GROUP#<g>#MEMBERS / <hh>
 * list         LIST#<l>                    HEAD            COMMUNE#<c>#LISTS#<status> / <l>
 * list fact    LIST#<l>                    FACT#<day>#<v>
 * programme, organisation                  see shared/data/reference.ts
 * parked event, refusal, idempotency       see shared/data
 *
 * access                                   request                                   cost
 * loan page, today or later than its       Get LOAN HEAD                             0.5 read
 *   last fact
 * loan page, earlier day                   Get LOAN HEAD, Query its facts            0.5 read + 0.5 per 4 KB of facts
 * transactions of a loan                   Get LOAN HEAD, Query a page of facts      0.5 read + 0.5 per 4 KB
 * loans of a commune                       Query gsi1, 20 rows                       ≤ 1 read
 * loans of a group                         Get GROUP HEAD, Query gsi2, 20 rows       ≤ 1 read
 * members of a group                       Get GROUP HEAD, Query gsi2, 60 rows       ≤ 2 reads
 * groups, lists of a commune               Query gsi1, 20 rows                       ≤ 1 read
 * command on a loan                        BatchGet [key, LOAN HEAD], one write      2 reads + 7 writes:
 *   (repayment, disbursement, freeze…)       key 2, head 2, fact 2, gsi1 1
 * approval                                 as above, Get programme, BatchGet         + 2 writes for the borrower
 *                                            borrower, BatchGet its loans
 * request (01/TD)                          BatchGet [key, loan, group, membership,   8 writes: key 2, head 2, fact 2,
 *                                            borrower], Get programme                  gsi1 1, gsi2 1
 * list and its confirmation                BatchGet list, group, ≤ 20 loans          ≈ 7 + 5 writes per loan
 *
 * The head of a loan holds its folded state, so that an act needs no history; its gsi2 label never changes, so
 * an act touches one index only. Whatever the index summary holds is not repeated in the head.
 */
export const HEAD = 'HEAD';

export const loanKey = (loanId: string): Key => ({ pk: `LOAN#${loanId}`, sk: HEAD });

export const groupKey = (groupId: string): Key => ({ pk: `GROUP#${groupId}`, sk: HEAD });

export const listKey = (listId: string): Key => ({ pk: `LIST#${listId}`, sk: HEAD });

export const membershipKey = (householdId: string): Key => ({
  pk: `HOUSEHOLD#${householdId}`,
  sk: 'MEMBERSHIP',
});

export const committedKey = (householdId: string, programmeId: string): Key => ({
  pk: `BORROWER#${householdId}#${programmeId}`,
  sk: 'COMMITTED',
});

export const loansOfCommune = (communeId: string): string => `COMMUNE#${communeId}#LOANS`;

export const groupsOfCommune = (communeId: string): string => `COMMUNE#${communeId}#GROUPS`;

export const listsOfCommune = (communeId: string, status: string): string =>
  `COMMUNE#${communeId}#LISTS#${status}`;

export const loansOfGroup = (groupId: string): string => `GROUP#${groupId}#LOANS`;

export const membersOfGroup = (groupId: string): string => `GROUP#${groupId}#MEMBERS`;

export const PROGRAMME = 'programme';

export const ORGANISATION = 'organisation';
