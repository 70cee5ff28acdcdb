import type { EventOf } from '#shared/contracts/event.ts';
import type { LoanDisbursed, RepaymentRecorded } from '#shared/contracts/lending/loans/events.ts';
import type { DebtStore } from './ports.ts';

/**
 * Notes that a household owes a loan, so that later decisions name its running debt.
 *
 * 1. Read what is known of the loan; a settlement may have come first, and stays.
 * 2. Write it with the day and amount of the disbursement.
 */
export async function noteDisbursement(
  debts: DebtStore,
  event: EventOf<typeof LoanDisbursed>,
): Promise<void> {
  const { loanId, householdId, programmeId, amount } = event.data;
  const known = await debts.find({ loanId, householdId, programmeId });
  await debts.keep(
    {
      loanId,
      householdId,
      programmeId,
      amount,
      disbursedOn: event.effectiveOn,
      settledOn: known?.settledOn ?? null,
    },
    known?.version ?? null,
  );
}

/**
 * Notes that a loan was repaid in full. Other repayments change nothing here: only whether a loan runs is asked.
 *
 * 1. Read what is known of the loan; the disbursement may not have come yet.
 * 2. Write it with the day of the settlement.
 */
export async function noteSettlement(
  debts: DebtStore,
  event: EventOf<typeof RepaymentRecorded>,
): Promise<void> {
  const { loanId, householdId, programmeId, settled } = event.data;
  if (!settled) return;
  const known = await debts.find({ loanId, householdId, programmeId });
  await debts.keep(
    {
      loanId,
      householdId,
      programmeId,
      amount: known?.amount ?? null,
      disbursedOn: known?.disbursedOn ?? null,
      settledOn: event.effectiveOn,
    },
    known?.version ?? null,
  );
}
