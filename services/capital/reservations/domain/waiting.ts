import type { Leaf, Queue } from '#capital/ledger/domain/leaf.ts';
import { ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import type { WaitingLoan } from './loan-capital.ts';

type InQueue = Pick<WaitingLoan, 'loanId' | 'since' | 'amount'>;

/** Instants compare as text; approvals of one millisecond go by the loan's id. */
export function placeOf({ since, loanId }: Pick<WaitingLoan, 'since' | 'loanId'>): string {
  return `${since}#${loanId}`;
}

export function joinQueue(leaf: Leaf, loan: InQueue): Leaf {
  const place = placeOf(loan);
  const { waiting, amount, from } = leaf.queue ?? { waiting: 0, amount: ZERO_VND, from: place };
  const queue: Queue = {
    waiting: waiting + 1,
    amount: (amount + loan.amount) as Vnd,
    from: place < from ? place : from,
  };
  return { ...leaf, queue };
}

/** Throws RangeError when the queue does not count the loan, which is a defect. */
export function leaveQueue(leaf: Leaf, loan: InQueue): Leaf {
  const { queue } = leaf;
  if (queue === null || queue.amount < loan.amount) throw new RangeError(`${loan.loanId} is in no queue`);
  const waiting = queue.waiting - 1;
  const amount = (queue.amount - loan.amount) as Vnd;
  return { ...leaf, queue: waiting === 0 ? null : { ...queue, waiting, amount } };
}

/** What the leaf lacks to serve all that wait in it and so much more, đồng. */
export function missingFor(leaf: Leaf, amount: Vnd): Vnd {
  const missing = (leaf.queue?.amount ?? 0n) + amount - leaf.balances['cash-available'];
  return (missing > 0n ? missing : 0n) as Vnd;
}

/** The queue after its first loan was served: whoever waits does so behind that place, or came in late before it. */
export function serveFirst(leaf: Leaf, loan: InQueue): Leaf {
  const { queue, ...left } = leaveQueue(leaf, loan);
  return { ...left, queue: queue && { ...queue, from: placeOf(loan) } };
}

/** How a loan's waiting changes with an act: it begins, or ends with a reservation or by leaving. */
export interface Move {
  readonly loan: WaitingLoan;
  readonly to: 'waiting' | 'reserved' | 'left';
}
