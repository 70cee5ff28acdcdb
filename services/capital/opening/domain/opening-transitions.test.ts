import { describe, expect, it } from 'vitest';
import { emptyBalances } from '#capital/ledger/domain/accounts.ts';
import { SOURCE_ACCOUNTS } from '#shared/domain/words/account.ts';
import { EMPTY_CHAIN } from '#capital/ledger/domain/chain.ts';
import { newLeaf, postToLeaf } from '#capital/ledger/domain/leaf.ts';
import type { CapitalSource } from '#capital/ledger/domain/source.ts';
import type { Decided } from '#shared/domain/proposal.ts';
import { vnd } from '#shared/domain/vnd.ts';
import { OPENING_STATUSES } from '#shared/domain/words/opening-status.ts';
import type { OpeningStatus } from '#shared/domain/words/opening-status.ts';
import { everyMove } from '#test/support/every-move.ts';
import { decideOpening, lineName, LINES_AT_ONCE, openingStatus, takeIn } from './opening-balances.ts';
import type { OpeningBalances, OpeningStep } from './opening-balances.ts';
import { decideReversal, proposeReversal, takeBack } from './opening-reversal.ts';
import { OPENING_TRANSITIONS } from './opening-transitions.ts';
import type { OpeningVerb } from './opening-transitions.ts';

const DAY = '2026-02-01';

const AT = `${DAY}T02:00:00.000Z`;

const lineOf = (index: number) => ({
  programmeId: 'job-creation',
  communeId: `${10_000 + index}-2025`,
  outstanding: vnd(10),
  available: vnd(5),
});

/** Three steps, so that one can be first, last and in between. */
const LINES = Array.from({ length: 3 * LINES_AT_ONCE }, (_, index) => lineOf(index));

const FUND = vnd(LINES.length * 15);

const SOURCE: CapitalSource = {
  sourceId: 's',
  version: 2,
  investorId: 'i',
  kind: 'entrusted',
  contractNumber: '1',
  openedOn: DAY,
  lastEntryOn: DAY,
  balances: { ...emptyBalances(SOURCE_ACCOUNTS), 'opening-capital': FUND },
  committed: vnd(0),
  handedOver: null,
  chain: EMPTY_CHAIN,
};

const leafOf = ({ communeId, programmeId }: ReturnType<typeof lineOf>, available: number) =>
  postToLeaf(newLeaf({ sourceId: 's', programmeId, communeId }), [
    { debit: 'opening-loans', credit: 'opening-capital', amount: vnd(10) },
    { debit: 'cash-available', credit: 'opening-capital', amount: vnd(available) },
  ]);

/** A step of so many lines before, whose leaves have so much available. */
const stepAt = (first: number, available = 5, size = LINES_AT_ONCE): OpeningStep => {
  const lines = LINES.slice(first, first + size);
  return { first, lines, leaves: new Map(lines.map((line) => [lineName(line), leafOf(line, available)])) };
};

const PENDING: OpeningBalances = {
  sourceId: 's',
  openingId: 'opening-1',
  version: 1,
  cutOverOn: DAY,
  decision: { number: '1/QĐ', issuedOn: DAY, issuer: 'x' },
  document: null,
  controlTotals: {
    outstanding: vnd(LINES.length * 10),
    available: vnd(LINES.length * 5),
    unallocated: vnd(0),
    provision: vnd(0),
    fund: FUND,
  },
  proposedBy: 'maker',
  proposedAt: AT,
  decided: null,
  lines: LINES.length,
  recorded: 0,
  reversal: null,
};

const decided = (outcome: Decided['outcome']): Decided => ({
  outcome,
  by: outcome === 'withdrawn' ? 'maker' : 'checker',
  at: AT,
  reason: 'x',
});

const approved = (opening: OpeningBalances) => decideOpening(opening, decided('approved'));

const onReversal = (opening: OpeningBalances, outcome: Decided['outcome']): OpeningBalances => {
  if (opening.reversal === null) throw new Error('not-found');
  return decideReversal(opening, opening.reversal, decided(outcome), DAY);
};

/** Recorded so far as the verb needs it, when the balances are being taken in or back at all. */
const within = (opening: OpeningBalances, recorded: number): OpeningBalances =>
  ['taking-in', 'taking-back'].includes(openingStatus(opening)) ? { ...opening, recorded } : opening;

const takenIn = (opening: OpeningBalances, step: OpeningStep) => takeIn(SOURCE, opening, step).opening;

const back = (opening: OpeningBalances, step: OpeningStep) => takeBack(SOURCE, opening, step).opening;

const ALL = stepAt(0, 5, LINES.length);

const LAST = stepAt(2 * LINES_AT_ONCE);

const ACTS: Readonly<Record<OpeningVerb, (opening: OpeningBalances) => OpeningBalances>> = {
  approve: (opening) => takenIn(approved(opening), ALL),
  beginTakingIn: (opening) => takenIn(approved(opening), stepAt(0)),
  reject: (opening) => decideOpening(opening, decided('rejected')),
  withdraw: (opening) => decideOpening(opening, decided('withdrawn')),
  takeInNext: (opening) => takenIn(within(opening, LINES_AT_ONCE), stepAt(LINES_AT_ONCE)),
  completeTakingIn: (opening) => takenIn(within(opening, 2 * LINES_AT_ONCE), LAST),
  proposeReversal: (opening) =>
    proposeReversal(opening, { proposedBy: 'maker', proposedAt: AT, reason: 'x' }),
  rejectReversal: (opening) => onReversal(opening, 'rejected'),
  withdrawReversal: (opening) => onReversal(opening, 'withdrawn'),
  reverse: (opening) => back(onReversal(opening, 'approved'), ALL),
  beginTakingBack: (opening) => back(onReversal(opening, 'approved'), LAST),
  takeBackNext: (opening) => back(within(opening, 2 * LINES_AT_ONCE), stepAt(LINES_AT_ONCE)),
  completeTakingBack: (opening) => back(within(opening, LINES_AT_ONCE), stepAt(0)),
  putBack: (opening) => back(within(opening, 2 * LINES_AT_ONCE), stepAt(LINES_AT_ONCE, 4)),
};

const STANDING = ACTS.approve(PENDING);

const ASKED = ACTS.proposeReversal(STANDING);

const IN: Readonly<Record<OpeningStatus, OpeningBalances>> = {
  pending: PENDING,
  'taking-in': ACTS.beginTakingIn(PENDING),
  approved: STANDING,
  'reversal-pending': ASKED,
  'taking-back': ACTS.beginTakingBack(ASKED),
  reversed: ACTS.reverse(ASKED),
  rejected: ACTS.reject(PENDING),
  withdrawn: ACTS.withdraw(PENDING),
};

/** How each verb is refused to a person; steps of the platform itself are defects elsewhere. */
function refusalOf(verb: OpeningVerb, from: OpeningStatus): string {
  switch (verb) {
    case 'approve':
    case 'beginTakingIn':
    case 'reject':
    case 'withdraw':
      return 'proposal-not-pending';
    case 'proposeReversal':
      return 'opening-balances-not-standing';
    case 'rejectReversal':
    case 'withdrawReversal':
    case 'reverse':
    case 'beginTakingBack':
      return IN[from].reversal === null ? 'not-found' : 'proposal-not-pending';
    case 'takeInNext':
    case 'completeTakingIn':
      return 'not being taken in';
    default:
      return 'not being taken back';
  }
}

describe('opening balances', () => {
  it.each(everyMove(OPENING_STATUSES, OPENING_TRANSITIONS))(
    '$from by $verb ends in $to',
    ({ from, verb, to }) => {
      expect(openingStatus(IN[from])).toBe(from);
      if (to === null) expect(() => ACTS[verb](IN[from])).toThrow(refusalOf(verb, from));
      else expect(openingStatus(ACTS[verb](IN[from]))).toBe(to);
    },
  );
});
