import {
  LoanDisbursed,
  LoanFrozen,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import type { Act } from '#shared/data/act.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openForecastBook } from './adapters/forecast-table.ts';
import {
  expectDisbursed,
  expectFrozen,
  expectRepaid,
  expectWrittenOff,
} from './application/project-forecast.ts';

/** What loans are expected to bring back, by month. */
export function forecastReactions(table: Table): Reaction[] {
  const book = (act: Act) => openForecastBook(table, act);
  return [
    onEvent(LoanDisbursed, (event, act) => expectDisbursed(book(act), event)),
    onEvent(RepaymentRecorded, (event, act) => expectRepaid(book(act), event)),
    onEvent(LoanFrozen, (event, act) => expectFrozen(book(act), event)),
    onEvent(LoanWrittenOff, (event, act) => expectWrittenOff(book(act), event)),
  ];
}
