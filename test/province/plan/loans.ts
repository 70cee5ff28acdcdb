import { daysOnTheWay, daysBefore, transactionDayIn } from './loan-days.ts';
import type { LoanDays } from './loan-days.ts';
import { fateOf } from './fates.ts';
import { spacingOf } from './law.ts';
import type { Law, ProgrammeTerms } from './law.ts';
import { OFFERS } from './offers.ts';
import type { Fund, Offer } from './offers.ts';
import type { Place } from './places.ts';
import { repaymentsOf } from './schedule.ts';
import type { Seeded } from './seeded.ts';
import type { LoanEnd, PlannedGroup, PlannedList, PlannedLoan } from './types.ts';

/** The time a plan covers, the law it keeps, and where in it a group stands. */
export interface Frame {
  readonly law: Law;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Whole months between the two. */
  readonly months: number;
}

/** The lists of a group: one early, one later or, for every fourth group, on its way today. */
export function listsOf(
  draw: Seeded,
  frame: Frame,
  place: Place,
  group: PlannedGroup,
  order: number,
): readonly PlannedList[] {
  const struck = place.island && order % 2 === 0;
  const early = struck ? 1 : draw.between(1, Math.max(1, frame.months - 6));
  const late = draw.between(Math.min(early + 1, frame.months - 1), frame.months - 1);
  const past = (month: number): LoanDays =>
    daysBefore(transactionDayIn(frame.firstDay, month, group.transactionDay));
  const make = (number: number, days: LoanDays, ends: LoanEnd | null): PlannedList =>
    listOf(draw, frame, { place, group, number, days, ends, struck: struck && number === 1 });
  const second =
    order % 4 === 3
      ? make(2, daysOnTheWay(frame.lastDay), endToday((order - 3) / 4))
      : make(2, past(late), null);
  return [make(1, past(early), null), second];
}

/** What the commune and the branch find on their desks today. */
const TODAY: readonly LoanEnd[] = [
  'listed',
  'eligible',
  'reserved',
  'applied',
  'listed',
  'eligible',
  'reserved',
  'awaiting-capital',
];

function endToday(turn: number): LoanEnd {
  return TODAY[turn % TODAY.length] ?? 'listed';
}

interface ListDraft {
  readonly place: Place;
  readonly group: PlannedGroup;
  readonly number: number;
  readonly days: LoanDays;
  readonly ends: LoanEnd | null;
  readonly struck: boolean;
}

function listOf(draw: Seeded, frame: Frame, draft: ListDraft): PlannedList {
  const { group, number, days } = draft;
  const listId = `${group.groupId}-l${number.toString()}`;
  const count = 1 + (draw.chance(32) ? 1 : 0) + (draw.chance(8) ? 1 : 0);
  // The two lists of a group take their borrowers from different halves of it.
  const half = Math.floor(group.members.length / 2);
  const loans = Array.from({ length: count }, (_, index) => {
    const member = group.members[index + (number - 1) * half];
    if (!member) throw new RangeError(`${group.groupId} has too few members`);
    return loanOf(draw, frame, {
      ...draft,
      listId,
      loanId: `${listId}-${(index + 1).toString()}`,
      member,
      first: index === 0,
    });
  });
  return { listId, groupId: group.groupId, submittedOn: days.listedOn, confirmedOn: days.confirmedOn, loans };
}

interface LoanDraft extends ListDraft {
  readonly listId: string;
  readonly loanId: string;
  readonly member: { readonly householdId: string; readonly personId: string };
  readonly first: boolean;
}

function loanOf(draw: Seeded, frame: Frame, draft: LoanDraft): PlannedLoan {
  const { place, group, days } = draft;
  const refusal = draft.ends ?? refusedEnd(draw, draft);
  const { offer, terms } = chooseOffer(draw, frame, draft, refusal === 'ineligible');
  const fate =
    refusal === null
      ? fateOf(draw, {
          place,
          disbursedOn: days.disbursedOn,
          lastDay: frame.lastDay,
          stormStruck: draft.struck && draft.first,
        })
      : null;
  const termMonths = fate?.termMonths ?? Math.min(draw.oneOf(offer.termMonths), terms.maxTermMonths ?? 600);
  const principalEveryMonths = fate?.principalEveryMonths ?? spacingOf(terms, termMonths);
  const amount = amountOf(draw, offer, terms);
  const common = {
    loanId: draft.loanId,
    listId: draft.listId,
    groupId: group.groupId,
    communeId: place.communeId,
    ...draft.member,
    programmeId: offer.programmeId,
    fund: fundOf(draw, offer, place),
    amount,
    termMonths,
    principalEveryMonths,
    purpose: draw.oneOf(offer.purposes),
    ...days,
  };
  if (fate === null) return { ...common, ends: refusal ?? 'active', repayments: [], freeze: null };
  const running = { ...common, ratePerYear: terms.ratePerYear ?? '0' };
  return { ...common, ends: fate.ends, repayments: repaymentsOf(running, fate.conduct), freeze: fate.freeze };
}

/** A few requests of the past stop before the money, each for another reason. */
function refusedEnd(draw: Seeded, { struck }: LoanDraft): LoanEnd | null {
  if (struck) return null;
  if (draw.chance(2)) return 'refused-by-commune';
  if (draw.chance(2)) return 'ineligible';
  return draw.chance(1) ? 'rejected' : null;
}

function chooseOffer(
  draw: Seeded,
  { law }: Frame,
  { place, days }: LoanDraft,
  unfit: boolean,
): { offer: Offer; terms: ProgrammeTerms } {
  const possible = OFFERS.flatMap((offer) => {
    const terms = law.termsOn(offer.programmeId, days.approvedOn);
    const ratedOn = typeof terms?.ratePerYear === 'string' && law.termsOn(offer.programmeId, days.appliedOn);
    return terms && ratedOn && isFor(offer, place, unfit) ? [{ offer, terms }] : [];
  });
  const weighted = possible.flatMap((one) => Array.from({ length: one.offer.weight }, () => one));
  return draw.oneOf(weighted);
}

/** An unfit request asks for water in a ward, or to be newly escaped without ever having been on the list. */
function isFor(offer: Offer, place: Place, unfit: boolean): boolean {
  if (!unfit) return offer.open(place);
  return offer.programmeId === (place.urban ? 'clean-water-sanitation' : 'newly-escaped-poverty');
}

function amountOf(draw: Seeded, { millions: [from, to, step] }: Offer, terms: ProgrammeTerms): bigint {
  const ceiling =
    terms.maxAmount === null ? null : BigInt(terms.maxAmount.amount) * BigInt(terms.maxAmount.units ?? 1);
  const wanted = BigInt(from + step * draw.between(0, (to - from) / step)) * 1_000_000n;
  return ceiling !== null && wanted > ceiling ? ceiling : wanted;
}

function fundOf(draw: Seeded, offer: Offer, place: Place): Fund {
  const local = place.formerDistricts.includes(QUANG_YEN) && offer.programmeId === 'job-creation';
  return local && draw.chance(60) ? 'quang-yen' : draw.oneOf(offer.funds);
}

const QUANG_YEN = '206';
