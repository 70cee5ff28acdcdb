import {
  QuotaAllocationReversed,
  QuotaDecisionApproved,
  QuotaDecisionRejected,
  QuotaDecisionUndone,
  QuotaDecisionWithdrawn,
} from '#shared/contracts/capital/quota/events.ts';
import { QuotaRequestPromised } from '#shared/contracts/capital/quota/request-events.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import { onEvent } from '#shared/runtime/consumer.ts';
import type { Reaction } from '#shared/runtime/consumer.ts';
import { openQuotaBook } from './adapters/decision-book.ts';
import { openQuotaRequestBook } from './adapters/quota-request-book.ts';
import { applyNext } from './application/apply-quota-decision.ts';
import type { NamedDecision } from './application/ports.ts';
import { reopenRequests, settleRequests } from './application/settle-requests.ts';

/**
 * What follows when a decision is approved: its rows, some at a time. How far they are is kept with the decision,
 * not with the event, because one event takes many transactions.
 */
export function decisionReactions(table: Table): Reaction[] {
  return [
    onEvent(QuotaDecisionApproved, async ({ data }, act) => {
      if (data.isApplied) return;
      const book = openQuotaBook(table, { ...act, once: null });
      while (await untilWritten(() => applyNext(book, data)));
    }),
  ];
}

/**
 * What becomes of the requests a decision is named for. What the decision is now counts, not which event tells of it,
 * and it is looked at again when it is named: whichever of the two comes last sees the other.
 */
export function requestReactions(table: Table): Reaction[] {
  const book = (act: Act) => openQuotaRequestBook(table, { ...act, once: null });
  const settle = ({ data }: { readonly data: NamedDecision }, act: Act) =>
    settleRequests(book(act), data, untilWritten);
  return [
    onEvent(QuotaRequestPromised, settle),
    onEvent(QuotaDecisionApproved, settle),
    onEvent(QuotaDecisionRejected, settle),
    onEvent(QuotaDecisionWithdrawn, settle),
    onEvent(QuotaDecisionUndone, settle),
    onEvent(QuotaAllocationReversed, async ({ data }, act) => {
      const { decisionId } = data;
      if (decisionId !== undefined) await reopenRequests(book(act), { ...data, decisionId }, untilWritten);
    }),
  ];
}
