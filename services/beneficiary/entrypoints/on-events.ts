import { LoanConfirmed, LoanDisbursed, RepaymentRecorded } from '#shared/contracts/lending/events.ts';
import { eventConsumer, onEvent } from '#shared/runtime/consumer.ts';
import { observe } from '#shared/runtime/observability.ts';
import { decideOnLoan } from '../application/decide-eligibility.ts';
import { noteDisbursement, noteSettlement } from '../application/note-debt.ts';
import { CONSUMER, environment, stores, table } from '../wiring.ts';

/** Follows loans: decides on those the commune confirmed, and keeps what households owe. */
export const handler = eventConsumer({
  ...observe(environment.SERVICE_NAME),
  name: CONSUMER,
  table,
  reactions: [
    onEvent(LoanConfirmed, (event, act) =>
      decideOnLoan(
        { eligibility: stores.eligibility(act), areas: stores.areas(act), rules: stores.rules(act) },
        event,
      ),
    ),
    onEvent(LoanDisbursed, (event, act) => noteDisbursement(stores.debts(act), event)),
    onEvent(RepaymentRecorded, (event, act) => noteSettlement(stores.debts(act), event)),
  ],
});
