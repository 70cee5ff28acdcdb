import { openAreas } from '#beneficiary/areas/adapters/area-store.ts';
import { LoanConfirmed, LoanDisbursed, RepaymentRecorded } from '#shared/contracts/lending/loans/events.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openDebts } from './adapters/debt-store.ts';
import { openEligibility } from './adapters/eligibility-store.ts';
import { openRules } from './adapters/rule-store.ts';
import { decideOnLoan } from './application/decide-eligibility.ts';
import { noteDisbursement, noteSettlement } from './application/note-debt.ts';

/** Follows loans: decides on those the commune confirmed, and keeps what households owe. */
export function eligibilityReactions(table: Table): Reaction[] {
  return [
    onEvent(LoanConfirmed, (event, act) =>
      decideOnLoan(
        {
          eligibility: openEligibility(table, act),
          areas: openAreas(table, act),
          rules: openRules(table, act),
        },
        event,
      ),
    ),
    onEvent(LoanDisbursed, (event, act) => noteDisbursement(openDebts(table, act), event)),
    onEvent(RepaymentRecorded, (event, act) => noteSettlement(openDebts(table, act), event)),
  ];
}
