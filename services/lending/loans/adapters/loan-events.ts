import { factToWire } from '#lending/engine/adapters/fact-wire.ts';
import type { Immutable } from '#shared/domain/immutable.ts';
import { loanKey } from '#lending/table-map.ts';
import { draftEvent } from '#shared/contracts/event.ts';
import type { DataOf, EventDraft, EventType } from '#shared/contracts/event.ts';
import {
  ApplicationSubmitted,
  CapitalRequested,
  LoanApproved,
  LoanCancelled,
  LoanCapitalRecorded,
  LoanChanged,
  LoanConfirmed,
  LoanDisbursed,
  LoanEligibilityRecorded,
  LoanFrozen,
  LoanListed,
  LoanRefusedByCommune,
  LoanRejected,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import { scheduleOf } from '#shared/contracts/lending/loans/schedule.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { formatRate } from '#shared/domain/rate.ts';
import type { LoanFact } from '../domain/loan-facts.ts';
import { outstandingOf } from '../domain/loan.ts';
import type { Loan } from '../domain/loan.ts';
import type { Instalment } from '../domain/schedule.ts';

/**
 * The fact as an item: the event others hear, and beside it what only this service needs to fold it again.
 * @param instalments of a loan just disbursed, as they are planned
 */
export function factOfLoan(loan: Loan, fact: LoanFact, instalments?: readonly Instalment[]): Fact {
  const figures = figuresOf(fact);
  return {
    key: { pk: loanKey(loan.loanId).pk, sk: factSortKey(fact.on, loan.version) },
    draft: eventOf(loan, fact, instalments),
    ...(figures ? { attributes: { figures } } : {}),
  };
}

/** What a fact holds beyond its event. */
function figuresOf(fact: LoanFact): Readonly<Record<string, unknown>> | null {
  switch (fact.kind) {
    case 'applied':
      return { organisationId: fact.organisationId, termMonths: fact.termMonths };
    case 'approved': {
      const { rate, overdueRate, termMonths, principalEveryMonths, rules } = fact.terms;
      return {
        rate: formatRate(rate),
        overdueRate: formatRate(overdueRate),
        termMonths,
        principalEveryMonths,
        ...(rules ? { rules } : {}),
      };
    }
    case 'repaid':
      return { method: fact.method };
    case 'frozen':
    case 'written-off':
      return { issuedOn: fact.decision.issuedOn, issuer: fact.decision.issuer };
    case 'listed':
    case 'confirmed':
    case 'refused':
    case 'screened':
    case 'rejected':
    case 'capital-requested':
    case 'capital-reserved':
    case 'capital-declined':
    case 'capital-released':
    case 'cancelled':
    case 'disbursed':
    case 'changed':
      return null;
  }
}

function eventOf(loan: Loan, fact: LoanFact, instalments?: readonly Instalment[]): EventDraft {
  const { loanId, householdId, programmeId, communeId, personId, groupId } = loan;
  const subject = { loanId, householdId, programmeId, communeId };
  const draft = <E extends EventType>(event: E, data: Immutable<DataOf<E>>): EventDraft =>
    draftEvent({
      event,
      subject: `loan/${loanId}`,
      aggregateVersion: loan.version,
      communeId,
      effectiveOn: fact.on,
      data,
    });
  switch (fact.kind) {
    case 'applied': {
      const amount = fact.amount.toString();
      return draft(ApplicationSubmitted, { ...subject, personId, groupId, amount, purpose: fact.purpose });
    }
    case 'listed':
      return draft(LoanListed, { loanId, listId: fact.listId });
    case 'confirmed': {
      const { listId, requestedAmount } = stageOf(loan, 'confirmed');
      return draft(LoanConfirmed, { ...subject, personId, listId, amount: requestedAmount.toString() });
    }
    case 'refused':
      return draft(LoanRefusedByCommune, {
        ...subject,
        listId: stageOf(loan, 'refused-by-commune').listId,
        reason: fact.reason,
      });
    case 'screened':
      return draft(LoanEligibilityRecorded, {
        loanId,
        eligible: fact.eligible,
        capitalKinds: [...fact.capitalKinds],
      });
    case 'approved':
      return draft(LoanApproved, { ...subject, ...requestOf(loan) });
    case 'capital-requested':
      return draft(CapitalRequested, { ...subject, ...requestOf(loan) });
    case 'rejected':
      return draft(LoanRejected, { ...subject, reason: fact.reason });
    case 'capital-reserved':
      return draft(LoanCapitalRecorded, { ...answerOf(loanId, fact), outcome: 'reserved' });
    case 'capital-declined': {
      const missing = fact.missing.toString();
      return draft(LoanCapitalRecorded, { ...answerOf(loanId, fact), outcome: 'declined', missing });
    }
    case 'capital-released':
      return draft(LoanCapitalRecorded, { ...answerOf(loanId, fact), outcome: 'released' });
    case 'cancelled':
      return draft(LoanCancelled, { ...subject, reason: fact.reason });
    case 'disbursed': {
      const { terms, book, maturityOn } = stageOf(loan, 'active');
      return draft(LoanDisbursed, {
        ...subject,
        sourceId: terms.sourceId,
        amount: terms.amount.toString(),
        maturityOn,
        schedule: plannedSchedule(book.disbursedOn, instalments),
      });
    }
    case 'repaid': {
      const { status, book } = stageOf(loan, 'active', 'settled');
      return draft(RepaymentRecorded, {
        ...subject,
        repaymentId: fact.repaymentId,
        amount: (fact.principal + fact.interest).toString(),
        principal: fact.principal.toString(),
        interest: fact.interest.toString(),
        outstanding: book.state.outstanding.toString(),
        settled: status === 'settled',
      });
    }
    case 'frozen':
      return draft(LoanFrozen, { ...subject, until: fact.until, decisionNumber: fact.decision.number });
    case 'written-off':
      return draft(LoanWrittenOff, {
        ...subject,
        sourceId: stageOf(loan, 'written-off').terms.sourceId,
        principal: fact.principal.toString(),
        interest: fact.interest.toString(),
        reason: fact.reason,
        decisionNumber: fact.decision.number,
      });
    case 'changed': {
      const { status } = stageOf(loan, 'active', 'settled', 'written-off');
      const outstanding = outstandingOf(stageOf(loan, 'active', 'settled', 'written-off')).toString();
      const change = factToWire(fact.change);
      return draft(LoanChanged, { ...subject, change, outstanding, settled: status === 'settled' });
    }
  }
}

function answerOf(loanId: string, { capitalVersion }: { readonly capitalVersion: number }) {
  return { loanId, missing: '0', capitalVersion };
}

function plannedSchedule(disbursedOn: BusinessDay, instalments?: readonly Instalment[]) {
  if (instalments === undefined) throw new TypeError('a disbursement is told with its instalments');
  return scheduleOf(
    disbursedOn,
    instalments.map(({ dueOn: due, principal }) => ({ due, principal })),
  );
}

function requestOf(loan: Loan) {
  const { terms, capitalKinds, requestNumber } = stageOf(loan, 'approved');
  const { sourceId, amount } = terms;
  return { sourceId, amount: amount.toString(), capitalKinds: [...capitalKinds], requestNumber };
}

/** The loan after the fact is in the status the fact led to. */
function stageOf<S extends Loan['status']>(
  loan: Loan,
  ...statuses: S[]
): Extract<Loan, { readonly status: S }> {
  if (!(statuses as readonly string[]).includes(loan.status)) {
    throw new TypeError(`${loan.loanId} is ${loan.status} after the fact`);
  }
  return loan as Extract<Loan, { readonly status: S }>;
}
