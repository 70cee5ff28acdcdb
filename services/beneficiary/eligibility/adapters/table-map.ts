import type { Key } from '#shared/data/stored.ts';

export const decisionKey = (loanId: string): Key => ({ pk: `ELIGIBILITY#${loanId}`, sk: 'DECISION' });

export const debtsOf = (householdId: string): string => `DEBT#${householdId}`;

export const debtKey = (householdId: string, programmeId: string, loanId: string): Key => ({
  pk: debtsOf(householdId),
  sk: `${programmeId}#${loanId}`,
});
