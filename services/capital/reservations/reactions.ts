import {
  CapitalRequested,
  LoanApproved,
  LoanCancelled,
  LoanDisbursed,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openLoanBook } from './adapters/loan-book.ts';
import { giveUpElsewhere } from './application/give-up-elsewhere.ts';
import { lendCapital } from './application/lend-capital.ts';
import { releaseCapital } from './application/release-capital.ts';
import { reserveCapital } from './application/reserve-capital.ts';
import { returnCapital } from './application/return-capital.ts';
import { writeOffCapital } from './application/write-off-capital.ts';

/** What the ledger does on events of loans. */
export function loanReactions(table: Table): Reaction[] {
  const book = (act: Act) => openLoanBook(table, act);
  return [
    onEvent(LoanApproved, (event, act) => reserveCapital(book(act), event)),
    onEvent(CapitalRequested, async (event, act) => {
      await giveUpElsewhere(book({ ...act, once: null }), event);
      await reserveCapital(book(act), event);
    }),
    onEvent(LoanCancelled, (event, act) => releaseCapital(book(act), event)),
    onEvent(LoanDisbursed, (event, act) => lendCapital(book(act), event)),
    onEvent(RepaymentRecorded, (event, act) => returnCapital(book(act), event)),
    onEvent(LoanWrittenOff, (event, act) => writeOffCapital(book(act), event)),
  ];
}
