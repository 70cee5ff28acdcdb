import * as z from 'zod/mini';
import { loanKey, loansOfCommune, loansOfGroup } from '#lending/table-map.ts';
import { StoredDaySchema, StoredRateSchema, StoredVndSchema } from '#shared/data/stored.ts';
import type { Item } from '#shared/data/stored.ts';
import { formatRate } from '#shared/domain/rate.ts';
import { CAPITAL_KINDS } from '#shared/domain/words/capital-kind.ts';
import { LOAN_STATUSES } from '#shared/domain/words/loan-status.ts';
import { isRunning, outstandingOf } from '../domain/loan.ts';
import type { Book, Loan, LoanFile, Terms } from '../domain/loan.ts';
import { nextDueOf } from '../domain/position.ts';
import { maturityOf } from '../domain/schedule.ts';
import { storedState, StoredStateSchema } from './ledger-state.ts';

/** What the list of a commune shows of a loan; the head does not repeat it. */
export const LoanSummarySchema = z.object({
  status: z.enum(LOAN_STATUSES),
  householdId: z.string(),
  programmeId: z.string(),
  groupId: z.string(),
  /** Requested, then approved. */
  amount: StoredVndSchema,
  outstanding: z.optional(StoredVndSchema),
  nextDueOn: z.optional(StoredDaySchema),
  maturityOn: z.optional(StoredDaySchema),
});

/** What the list of a group shows: nothing that changes after the request. */
export const LoanLabelSchema = z.object({
  householdId: z.string(),
  programmeId: z.string(),
  requested: StoredVndSchema,
  appliedOn: StoredDaySchema,
});

const StoredTermsSchema = z.object({
  sourceId: z.string(),
  rate: StoredRateSchema,
  overdueRate: StoredRateSchema,
  months: z.int(),
  every: z.int(),
  by: z.string(),
});

const StoredBookSchema = z.object({
  from: StoredDaySchema,
  paid: StoredVndSchema,
  marks: z.string(),
  state: StoredStateSchema,
  freeze: z.optional(z.object({ from: StoredDaySchema, until: StoredDaySchema, decisionNumber: z.string() })),
});

const StoredWriteOffSchema = z.object({
  on: StoredDaySchema,
  principal: StoredVndSchema,
  interest: StoredVndSchema,
  decisionNumber: z.string(),
});

export const LoanItemSchema = z.object({
  gsi1sk: z.string(),
  version: z.int(),
  lastFactOn: StoredDaySchema,
  communeId: z.string(),
  organisationId: z.string(),
  personId: z.string(),
  termMonths: z.int(),
  purpose: z.string(),
  summary: LoanSummarySchema,
  label: LoanLabelSchema,
  actors: z.optional(z.array(z.string())),
  listId: z.optional(z.string()),
  reason: z.optional(z.string()),
  capitalKinds: z.optional(z.array(z.enum(CAPITAL_KINDS))),
  requestNumber: z.optional(z.int()),
  capitalVersion: z.optional(z.int()),
  missing: z.optional(StoredVndSchema),
  terms: z.optional(StoredTermsSchema),
  book: z.optional(StoredBookSchema),
  writtenOff: z.optional(StoredWriteOffSchema),
});

type LoanItem = z.infer<typeof LoanItemSchema>;

export function itemOf(loan: Loan): Item & { readonly version: number } {
  const running = isRunning(loan)
    ? {
        outstanding: outstandingOf(loan),
        nextDueOn: nextDueOf(loan)?.dueOn,
        maturityOn: maturityOf(loan.terms, loan.book.disbursedOn),
      }
    : {};
  const { householdId, programmeId, groupId, status } = loan;
  const amount = 'terms' in loan ? loan.terms.amount : loan.requestedAmount;
  return {
    ...loanKey(loan.loanId),
    gsi1pk: loansOfCommune(loan.communeId),
    gsi1sk: loan.loanId,
    summary: { status, householdId, programmeId, groupId, amount, ...running },
    gsi2pk: loansOfGroup(groupId),
    gsi2sk: loan.loanId,
    label: { householdId, programmeId, requested: loan.requestedAmount, appliedOn: loan.appliedOn },
    version: loan.version,
    lastFactOn: loan.lastFactOn,
    communeId: loan.communeId,
    organisationId: loan.organisationId,
    personId: loan.personId,
    termMonths: loan.requestedTermMonths,
    purpose: loan.purpose,
    ...(loan.actors.length > 0 ? { actors: loan.actors } : {}),
    ...earnedOf(loan),
  };
}

/** What the loan has earned by its stage, as stored. */
function earnedOf(loan: Loan): Readonly<Record<string, unknown>> {
  return {
    ...('listId' in loan && loan.listId !== null ? { listId: loan.listId } : {}),
    ...('reason' in loan ? { reason: loan.reason } : {}),
    ...('capitalKinds' in loan ? { capitalKinds: loan.capitalKinds } : {}),
    ...('requestNumber' in loan
      ? { requestNumber: loan.requestNumber, capitalVersion: loan.capitalVersion }
      : {}),
    ...('missing' in loan ? { missing: loan.missing } : {}),
    ...('terms' in loan ? { terms: storedTerms(loan.terms) } : {}),
    ...('book' in loan ? { book: storedBook(loan.book) } : {}),
    ...('writtenOff' in loan ? { writtenOff: loan.writtenOff } : {}),
  };
}

function storedTerms(terms: Terms) {
  return {
    sourceId: terms.sourceId,
    rate: formatRate(terms.rate),
    overdueRate: formatRate(terms.overdueRate),
    months: terms.termMonths,
    every: terms.principalEveryMonths,
    by: terms.approvedBy,
  };
}

function storedBook(book: Book) {
  return {
    from: book.disbursedOn,
    paid: book.interestPaid,
    marks: book.repaymentMarks,
    state: storedState(book.state),
    ...(book.freeze ? { freeze: book.freeze } : {}),
  };
}

/** The loan an item holds. Throws when an attribute its status must have is missing. */
export function loanOf(item: LoanItem): Loan {
  const file = fileOf(item);
  const { status } = item.summary;
  switch (status) {
    case 'applied':
      return { ...file, status };
    case 'listed':
    case 'confirmed':
      return { ...file, status, listId: need(item.listId) };
    case 'refused-by-commune':
      return { ...file, status, listId: need(item.listId), reason: need(item.reason) };
    case 'eligible':
    case 'ineligible':
      return { ...file, status, ...screenedOf(item) };
    case 'rejected':
      return { ...file, status, ...screenedOf(item), reason: need(item.reason) };
    case 'approved':
    case 'reserved':
      return { ...file, status, ...approvedOf(item) };
    case 'awaiting-capital':
      return { ...file, status, ...approvedOf(item), missing: need(item.missing) };
    case 'active':
    case 'settled':
      return { ...file, status, ...runningOf(item) };
    case 'written-off':
      return { ...file, status, ...runningOf(item), writtenOff: need(item.writtenOff) };
    case 'cancelled':
      return { ...file, status, listId: item.listId ?? null, reason: need(item.reason) };
  }
}

function fileOf({ summary, label, ...item }: LoanItem): LoanFile {
  return {
    loanId: item.gsi1sk,
    householdId: summary.householdId,
    personId: item.personId,
    programmeId: summary.programmeId,
    communeId: item.communeId,
    groupId: summary.groupId,
    organisationId: item.organisationId,
    requestedAmount: label.requested,
    requestedTermMonths: item.termMonths,
    purpose: item.purpose,
    appliedOn: label.appliedOn,
    version: item.version,
    lastFactOn: item.lastFactOn,
    actors: item.actors ?? [],
  };
}

function screenedOf(item: LoanItem) {
  return { listId: need(item.listId), capitalKinds: need(item.capitalKinds) };
}

function approvedOf(item: LoanItem) {
  const { requestNumber, capitalVersion = 0 } = item;
  return { ...screenedOf(item), terms: termsOf(item), requestNumber: need(requestNumber), capitalVersion };
}

function runningOf(item: LoanItem) {
  return { listId: need(item.listId), terms: termsOf(item), book: bookOf(item) };
}

function termsOf(item: LoanItem): Terms {
  const { sourceId, rate, overdueRate, months, every, by } = need(item.terms);
  const { amount } = item.summary;
  return {
    sourceId,
    amount,
    rate,
    overdueRate,
    termMonths: months,
    principalEveryMonths: every,
    approvedBy: by,
  };
}

function bookOf(item: LoanItem): Book {
  const { from, paid, marks, state, freeze } = need(item.book);
  return { disbursedOn: from, interestPaid: paid, repaymentMarks: marks, freeze: freeze ?? null, state };
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('a loan item lacks what its status needs');
  return value;
}
