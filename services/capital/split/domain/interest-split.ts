import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { divideHalfUp, sumVnd, vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { Vnd } from '#shared/domain/vnd.ts';
import { SPLIT_RULE } from './split-terms.ts';
import type { SplitTerms, TermOnDay } from './split-terms.ts';

/** A day of the month to split: principal in term at its end, interest collected on it, đồng. */
export interface SplitDay {
  readonly day: string;
  readonly performing: bigint;
  readonly interest: bigint;
  /** null before the source was opened. */
  readonly terms: SplitTerms | null;
}

/** What the interest of a month is split into, đồng. */
export interface SplitParts {
  readonly provision: Vnd;
  readonly fee: Vnd;
  readonly activities: Vnd;
  readonly supplement: Vnd;
}

type Due = Omit<SplitParts, 'supplement'>;

export interface Split {
  readonly collected: Vnd;
  readonly averagePerforming: Vnd;
  /** What provision and fee leave of the interest. */
  readonly left: Vnd;
  readonly due: Due;
  readonly short: Due;
  readonly parts: SplitParts;
}

export const NOTHING_SPLIT: SplitParts = {
  provision: ZERO_VND,
  fee: ZERO_VND,
  activities: ZERO_VND,
  supplement: ZERO_VND,
};

/** Rates are in millionths of a per cent. */
const WHOLE = 100_000_000n;

const YEAR = BigInt(SPLIT_RULE.daysOfYear);

/**
 * Splits the interest of a month: provision, then the fee up to its cap, then the share of the steering activities,
 * each as far as the interest goes; the rest is the supplement. The parts sum to the interest, none is below zero,
 * and nothing that the interest does not reach is carried forward. Each part is rounded once, half up, over the
 * whole month, however often its rate changed. A month that gave back more interest than it took splits nothing.
 */
export function splitInterest(days: readonly SplitDay[]): Split {
  const collected = sumVnd(days.map(({ interest }) => interest));
  const whole = collected > 0n ? collected : ZERO_VND;
  const feeOfDay = (day: SplitDay): bigint => shareOf(day, (terms) => terms.fee);
  const capOfDay = (day: SplitDay): bigint =>
    day.terms?.cap ? shareOf(day, (terms) => terms.cap) : feeOfDay(day);
  const provision = rounded(days, (day) => shareOf(day, (terms) => terms.provision));
  const fee = least(rounded(days, feeOfDay), rounded(days, capOfDay));
  const servedFirst = least(provision, whole);
  const servedNext = least(fee, vnd(whole - servedFirst));
  const left = vnd(whole - servedFirst - servedNext);
  const activities = activitiesOf(days, left);
  const served = { provision: servedFirst, fee: servedNext, activities: least(activities, left) };
  const due = { provision, fee, activities };
  const short = {
    provision: vnd(provision - served.provision),
    fee: vnd(fee - served.fee),
    activities: vnd(activities - served.activities),
  };
  const rest = vnd(left - served.activities);
  const performing = days.reduce((sum, day) => sum + day.performing, 0n);
  const averagePerforming = vnd(divideHalfUp(performing, BigInt(days.length)));
  return {
    collected,
    averagePerforming,
    left,
    due,
    short,
    parts: withRest(served, rest, days.at(-1)?.terms?.rest),
  };
}

/** What a day adds to a part, in fractions of a đồng that all bases share. */
function shareOf(
  { performing, interest, terms }: SplitDay,
  termOf: (terms: SplitTerms) => TermOnDay<string> | null,
): bigint {
  const term = terms && termOf(terms);
  if (!term || term.base === 'interest-after-provision-and-fee') return 0n;
  return term.base === 'performing-balance' ? performing * term.rate : interest * term.rate * YEAR;
}

function rounded(days: readonly SplitDay[], share: (day: SplitDay) => bigint): Vnd {
  const sum = days.reduce((total, day) => total + share(day), 0n);
  return sum <= 0n ? ZERO_VND : vnd(divideHalfUp(sum, WHOLE * YEAR));
}

/** A share of what is left has one rate for the month: that of its last day. */
function activitiesOf(days: readonly SplitDay[], left: Vnd): Vnd {
  const last = days.at(-1)?.terms?.activities;
  if (last?.base === 'interest-after-provision-and-fee') {
    return vnd(divideHalfUp(left * last.rate, WHOLE));
  }
  return rounded(days, (day) => shareOf(day, (terms) => terms.activities));
}

function withRest(served: Due, rest: Vnd, goesTo: SplitTerms['rest'] | undefined): SplitParts {
  switch (goesTo) {
    case 'risk-provision':
      return { ...served, provision: vnd(served.provision + rest), supplement: ZERO_VND };
    case 'steering-activities':
      return { ...served, activities: vnd(served.activities + rest), supplement: ZERO_VND };
    case 'entrusted-capital':
    case undefined:
      return { ...served, supplement: rest };
  }
}

const least = (one: Vnd, other: Vnd): Vnd => (one < other ? one : other);

/** What is still to be posted so that a month is split as reckoned now; below zero: taken back. */
export function differenceOf(now: SplitParts, already: SplitParts): SplitParts {
  return {
    provision: vnd(now.provision - already.provision),
    fee: vnd(now.fee - already.fee),
    activities: vnd(now.activities - already.activities),
    supplement: vnd(now.supplement - already.supplement),
  };
}

/** Provision and supplement stay with the source as cash; fee and activities leave it. */
export function splitPostings(difference: SplitParts): Posting[] {
  return [
    ...move(difference.provision, 'cash-provision', 'interest-drawn'),
    ...move(difference.provision, 'interest-distributed', 'risk-provision'),
    ...move(difference.fee, 'management-fee', 'interest-drawn'),
    ...move(difference.activities, 'steering-activities', 'interest-drawn'),
    ...move(difference.supplement, 'cash-unallocated', 'interest-drawn'),
    ...move(difference.supplement, 'interest-distributed', 'capital-supplement'),
  ];
}

function move(amount: Vnd, debit: Posting['debit'], credit: Posting['credit']): Posting[] {
  if (amount === 0n) return [];
  return amount > 0n
    ? [{ debit, credit, amount }]
    : [{ debit: credit, credit: debit, amount: vnd(0n - amount) }];
}
