import { LOAN_ERRORS } from '#shared/contracts/lending/loans/errors.ts';
import { REQUEST_ERRORS } from '#shared/contracts/lending/requests/errors.ts';
import { errorsOf } from '#shared/domain/errors.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Vnd } from '#shared/domain/vnd.ts';

const refuse = errorsOf({ ...LOAN_ERRORS, ...REQUEST_ERRORS });

export interface ListLine {
  readonly loanId: string;
  readonly outcome: 'waiting' | 'confirmed' | 'refused';
  readonly reason: string | null;
}

/** The group's list 03/TD: a public vote of the group, answered by the commune as a whole. */
export interface LoanList {
  readonly listId: string;
  readonly groupId: string;
  readonly communeId: string;
  readonly organisationId: string;
  readonly status: 'submitted' | 'confirmed';
  readonly total: Vnd;
  readonly submittedOn: BusinessDay;
  readonly submittedBy: string;
  readonly confirmedOn: BusinessDay | null;
  readonly confirmedBy: string | null;
  readonly lines: readonly ListLine[];
  readonly version: number;
}

export interface ListAnswer {
  readonly loanId: string;
  readonly outcome: 'confirmed' | 'refused';
  readonly reason?: string | undefined;
}

/**
 * The list with the commune's answer to every line, in the order of the list. Throws `list-already-confirmed`
 * (409), `maker-is-checker` (403) or `list-lines-incomplete` (422).
 */
export function answerList(
  list: LoanList,
  answers: readonly ListAnswer[],
  told: { readonly on: BusinessDay; readonly by: string },
): LoanList {
  if (list.status === 'confirmed') throw refuse('list-already-confirmed', { listId: list.listId });
  if (list.submittedBy === told.by) throw refuse('maker-is-checker', { made: 'submit-list' });
  const byLoan = new Map(answers.map((answer) => [answer.loanId, answer]));
  const lines = list.lines.map(({ loanId }) => answerLine(byLoan.get(loanId), loanId));
  if (answers.length !== lines.length) throw refuse('list-lines-incomplete', { lines: lines.length });
  return {
    ...list,
    status: 'confirmed',
    confirmedOn: told.on,
    confirmedBy: told.by,
    lines,
    version: list.version + 1,
  };
}

function answerLine(answer: ListAnswer | undefined, loanId: string): ListLine {
  if (answer === undefined || (answer.outcome === 'refused' && answer.reason === undefined)) {
    throw refuse('list-lines-incomplete', { loanId });
  }
  return { loanId, outcome: answer.outcome, reason: answer.reason ?? null };
}
