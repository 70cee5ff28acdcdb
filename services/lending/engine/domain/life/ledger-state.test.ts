import { describe, expect, test } from 'vitest';
import { day, lent, terms } from '#test/support/engine-terms.ts';
import { historyOf } from '../facts/history.ts';
import { compileTerms } from '../terms/compiled-terms.ts';
import type { LoanTerms } from '../terms/terms.ts';
import { pay } from './allocation.ts';
import type { Applied } from './allocation.ts';
import { basisOf } from './basis.ts';
import { restore, stateOf } from './ledger-state.ts';
import type { LedgerState } from './kept-state.ts';
import { newLife } from './replay.ts';
import type { Replay } from './replayed.ts';

const START = day('2026-01-15');

/** 12 million over 12 months, on the day it was lent. */
function opened(change: Partial<LoanTerms> = {}): Replay {
  const history = historyOf([lent('2026-01-15', 12_000_000)], Infinity, null);
  const basis = basisOf(compileTerms(terms(change)), history, day('2028-01-01'));
  if (basis === null) throw new TypeError('nothing was lent');
  return newLife(basis);
}

/** A day and the money that comes in on it. */
type Step = readonly [on: string, amount: number];

function play({ ledger }: Replay, steps: readonly Step[]): Applied[] {
  return steps.map(([on, amount]) => {
    ledger.advance(day(on));
    return pay(ledger, amount);
  });
}

const NOTHING = { whole: 0, part: 0 };

const FRESH: LedgerState = {
  day: START,
  row: 0,
  outstanding: 12_000_000,
  carry: 0,
  inTerm: NOTHING,
  overdue: NOTHING,
  overdueSettled: 0,
  earlyPrincipal: 0,
  withoutEarly: NOTHING,
  stretches: null,
  overdueSince: null,
  inTermSince: START,
  isClosed: false,
  open: [],
  paid: { interest: 0, overdueInterest: 0 },
  waived: 0,
  excess: 0,
  settledOn: null,
  reopenedOn: null,
  further: null,
};

describe('the state of a ledger', () => {
  test('is that of a loan just lent', () => {
    const life = opened();
    life.ledger.lend(12_000_000);
    expect(stateOf(life)).toEqual(FRESH);
  });

  test('names rows that fell due unsettled and rows for which money was paid ahead, no others', () => {
    const life = opened();
    const { ledger } = life;
    ledger.lend(12_000_000);
    ledger.advance(day('2026-02-15'));
    // Row 1: 1 000 000 and 31 nights on 12 000 000 = 67 265.75.
    pay(ledger, 1_067_266);
    ledger.advance(day('2026-03-15'));
    // Row 2: 28 nights on 11 000 000 = 55 693.15; 5000 of it are paid.
    pay(ledger, 5000);
    expect(stateOf(life).open).toEqual([
      {
        row: 1,
        principal: 1_000_000,
        interest: 55_693,
        settledPrincipal: 0,
        settledInterest: 5000,
        waivedInterest: 0,
      },
    ]);
    // The rest of row 2, then row 3 (index 2), of which no night has passed: 31 nights on 10 000 000 = 56 054.79.
    pay(ledger, 1_050_693 + 300_000);
    expect(stateOf(life)).toMatchObject({
      outstanding: 9_700_000,
      earlyPrincipal: 300_000,
      open: [{ row: 2, principal: 0, interest: 0, settledPrincipal: 300_000, settledInterest: 0 }],
    });
  });

  test.each<[string, Partial<LoanTerms>, readonly Step[], readonly Step[]]>([
    ['in arrears', {}, [['2026-04-01', 100_000]], [['2026-06-20', 3_000_000]]],
    [
      'of a row that is paid early a second and a third time',
      {},
      [
        ['2026-01-25', 100_000],
        ['2026-02-04', 100_000],
      ],
      [['2026-02-09', 2_000_000]],
    ],
    [
      'with interest rounded by stretches, within one of them',
      { interestRounding: 'per-stretch' },
      [
        ['2026-01-25', 300_000],
        ['2026-03-20', 100_000],
      ],
      [
        ['2026-03-27', 400_000],
        ['2026-04-20', 1_500_000],
      ],
    ],
    [
      'with money ahead for the last row and arrears later',
      { allocation: { pastDue: 'IP', due: 'IP', inAdvance: 'IP', beyond: 'last' } },
      [
        ['2026-01-25', 2_000_000],
        ['2026-02-20', 0],
      ],
      [['2026-04-20', 1_500_000]],
    ],
  ])('goes on to the same figures, %s', (_, change, before, after) => {
    const [life, again] = [opened(change), opened(change)];
    life.ledger.lend(12_000_000);
    play(life, before);
    restore(again, stateOf(life));
    expect(play(again, after)).toEqual(play(life, after));
    expect(stateOf(again)).toEqual(stateOf(life));
  });
});
