import type * as z from 'zod/mini';
import type { LoanSchema, TransactionSchema } from '#shared/contracts/lending/loans/views.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { formatRate } from '#shared/domain/rate.ts';
import type { LoanFact } from '../domain/loan-facts.ts';
import { isRunning } from '../domain/loan.ts';
import type { Loan, RunningLoan, Terms, WriteOff } from '../domain/loan.ts';
import { positionOn, scheduleOn } from '../domain/position.ts';
import { maturityOf } from '../domain/schedule.ts';
import { factOfItem, titleOf } from './loan-history.ts';
import type { LoanFactItemSchema } from './loan-history.ts';

/** Domain to contract: amounts become decimal strings, rates per cent a year. */

export function loanToWire(loan: Loan, asOf: BusinessDay): z.infer<typeof LoanSchema> {
  const { loanId, status, householdId, programmeId, groupId, version, personId, communeId } = loan;
  return {
    ...{ loanId, status, householdId, programmeId, groupId, version, asOf, personId, communeId },
    organisationId: loan.organisationId,
    listId: 'listId' in loan ? loan.listId : null,
    requestedAmount: loan.requestedAmount.toString(),
    requestedTermMonths: loan.requestedTermMonths,
    purpose: loan.purpose,
    capitalKinds: 'capitalKinds' in loan ? [...loan.capitalKinds] : [],
    reason: 'reason' in loan ? loan.reason : null,
    terms: 'terms' in loan ? termsToWire(loan.terms) : null,
    missingCapital: 'missing' in loan ? loan.missing.toString() : null,
    ...(isRunning(loan) ? runningToWire(loan, asOf) : NOT_RUNNING),
  };
}

const NOT_RUNNING = {
  disbursedOn: null,
  maturityOn: null,
  freeze: null,
  writtenOff: null,
  position: null,
  schedule: [],
};

function termsToWire(terms: Terms) {
  return {
    sourceId: terms.sourceId,
    amount: terms.amount.toString(),
    ratePerYear: formatRate(terms.rate),
    overdueRatePerYear: formatRate(terms.overdueRate),
    termMonths: terms.termMonths,
    principalEveryMonths: terms.principalEveryMonths,
    approvedBy: terms.approvedBy,
  };
}

function runningToWire(loan: RunningLoan, asOf: BusinessDay) {
  const { terms, book } = loan;
  const position = positionOn(loan, asOf);
  const { nextDue } = position;
  return {
    disbursedOn: book.disbursedOn,
    maturityOn: maturityOf(terms, book.disbursedOn),
    freeze: book.freeze,
    writtenOff: loan.status === 'written-off' ? writeOffToWire(loan.writtenOff) : null,
    position: {
      ...position,
      outstanding: position.outstanding.toString(),
      overduePrincipal: position.overduePrincipal.toString(),
      interestDue: position.interestDue.toString(),
      overdueInterestDue: position.overdueInterestDue.toString(),
      payoff: position.payoff.toString(),
      principalPaid: position.principalPaid.toString(),
      interestPaid: position.interestPaid.toString(),
      nextDue: nextDue && { ...nextDue, principal: nextDue.principal.toString() },
    },
    schedule: scheduleOn(loan, asOf).map((row) => ({
      ...row,
      principal: row.principal.toString(),
      paid: row.paid.toString(),
    })),
  };
}

function writeOffToWire({ on, principal, interest, decisionNumber }: WriteOff) {
  return { on, principal: principal.toString(), interest: interest.toString(), decisionNumber };
}

export function transactionToWire(
  item: z.infer<typeof LoanFactItemSchema>,
): z.infer<typeof TransactionSchema> {
  const { event } = item;
  const { id, type, aggregateVersion, effectiveOn, recordedAt, actor, correlationId } = event;
  return {
    eventId: id,
    title: titleOf(event),
    version: aggregateVersion,
    ...{ type, effectiveOn, recordedAt, actor, correlationId },
    ...figuresOf(factOfItem(item)),
    outstanding: typeof event.data['outstanding'] === 'string' ? event.data['outstanding'] : null,
  };
}

function figuresOf(fact: LoanFact) {
  const none = { amount: null, principal: null, interest: null, reason: null };
  switch (fact.kind) {
    case 'applied':
      return { ...none, amount: fact.amount.toString() };
    case 'approved':
      return { ...none, amount: fact.terms.amount.toString() };
    case 'repaid':
      return {
        ...none,
        amount: (fact.principal + fact.interest).toString(),
        principal: fact.principal.toString(),
        interest: fact.interest.toString(),
      };
    case 'written-off':
      return {
        amount: (fact.principal + fact.interest).toString(),
        principal: fact.principal.toString(),
        interest: fact.interest.toString(),
        reason: fact.reason,
      };
    case 'refused':
    case 'rejected':
    case 'cancelled':
      return { ...none, reason: fact.reason };
    case 'frozen':
      return { ...none, reason: fact.decision.number };
    case 'listed':
    case 'confirmed':
    case 'screened':
    case 'capital-requested':
    case 'capital-reserved':
    case 'capital-declined':
    case 'capital-released':
    case 'disbursed':
      return none;
  }
}
