import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { RateChangeOn } from '../interest/rates.ts';
import type { FreeNights } from '../interest/timeline.ts';
import { factsContradict } from '../refusals.ts';
import type {
  Calendar,
  Disbursement,
  Fact,
  Freezing,
  Payment,
  Recovery,
  Reversal,
  Waiver,
  WriteOff,
} from './facts.ts';

type Rollover = Extract<Calendar, { readonly type: 'rollover' }>;

/** What is decided about due dates; a pause leaves them as they are. */
export type DateDecision = Exclude<Calendar, { readonly type: 'interest-pause' }>;

/** What is settled against the rows; a rollover moves no money but needs interest paid. */
export type MoneyFact = Payment | Waiver | WriteOff | Recovery | Rollover;

/** Nights that bear no interest, as known from a day until another decision replaces it. */
export interface Spared extends FreeNights {
  /** -Infinity for a pause that names no day. */
  readonly on: DayNumber;
  /** Infinity while it stands. */
  readonly replacedOn: DayNumber;
}

/** The facts that count as of a day and as known on an instant, each kind in the order it acts. */
export interface History {
  tranches: Disbursement[];
  readonly changes: RateChangeOn[];
  money: MoneyFact[];
  readonly calendar: DateDecision[];
  /** Nights that bear no interest by pauses and freezes. */
  readonly free: Spared[];
  /** Days of freezes, the last one included; Infinity while it is open. */
  readonly freezes: { from: DayNumber; until: DayNumber }[];
}

/** How money of one day acts: by its ids, whatever order it came in, or as it was recorded. */
export type MoneyOrder = 'by-id' | 'as-recorded';

/** Throws `facts-contradict` (400): an unknown or repeated target, a freeze that ends without beginning. */
export function historyOf(
  facts: readonly Fact[],
  asOf: DayNumber,
  knownOn: string | null,
  order: MoneyOrder = 'by-id',
): History {
  const history: History = { tranches: [], changes: [], money: [], calendar: [], free: [], freezes: [] };
  const freezing: Freezing[] = [];
  const reversals: Reversal[] = [];
  for (const fact of facts) {
    if (fact.on !== undefined && fact.on > asOf) continue;
    if (knownOn !== null && (fact.recordedAt ?? '') > knownOn) continue;
    switch (fact.type) {
      case 'payment':
      case 'waiver':
      case 'write-off':
      case 'recovery':
        history.money.push(fact);
        break;
      case 'disbursement':
        history.tranches.push(fact);
        break;
      case 'reversal':
        reversals.push(fact);
        break;
      case 'rate-change':
        history.changes.push(fact);
        break;
      case 'interest-pause':
        history.free.push({
          on: fact.on ?? -Infinity,
          replacedOn: Infinity,
          from: fact.from - 1,
          to: fact.to,
        });
        break;
      case 'rollover':
        history.calendar.push(fact);
        history.money.push(fact);
        break;
      case 'due-date-move':
      case 'instalment-adjustment':
      case 'extension':
      case 'first-due-set':
        history.calendar.push(fact);
        break;
      case 'freeze':
      case 'freeze-end':
        freezing.push(fact);
        break;
      case 'representative-change':
      case 'transfer':
        break;
    }
  }
  if (reversals.length > 0) reverse(history, facts, reversals);
  history.tranches.sort((a, b) => a.on - b.on || a.amount - b.amount);
  sortChanges(history.changes);
  sortMoney(history.money, order);
  history.calendar.sort(compareDecisions);
  freeze(history, freezing.sort(byDay));
  return history;
}

/** Takes out what a reversal names. */
function reverse(history: History, facts: readonly Fact[], reversals: readonly Reversal[]): void {
  const reversed = new Set<string | undefined>();
  for (const { target, on } of reversals) {
    const found = facts.find((fact) => 'id' in fact && fact.id === target);
    if (reversed.has(target) || found?.on === undefined || found.on > on) {
      throw factsContradict('reversal', {
        vi: 'Giao dịch bị hủy không có, chưa xảy ra hoặc đã hủy.',
        en: 'What is reversed is unknown, later, or reversed already.',
      });
    }
    reversed.add(target);
  }
  const stands = ({ id }: { readonly on: DayNumber; readonly id?: string | undefined }): boolean =>
    !reversed.has(id);
  history.money = history.money.filter(stands);
  history.tranches = history.tranches.filter(stands);
}

const byDay = (a: { readonly on: DayNumber }, b: { readonly on: DayNumber }): number => a.on - b.on;

function sortChanges(changes: RateChangeOn[]): void {
  changes.sort(byDay);
  const hasTwo = changes.some(({ on, rate }, index) => {
    const next = changes[index + 1];
    return next?.on === on && next.rate !== rate;
  });
  if (hasTwo) {
    throw factsContradict('rate-change', {
      vi: 'Hai mức lãi suất cùng ngày.',
      en: 'Two rates begin on the same day.',
    });
  }
}

/** A move that names no day of its own counts from the day it moves. */
const dayOfDecision = (fact: DateDecision): DayNumber =>
  fact.type === 'due-date-move' ? (fact.on ?? fact.from) : fact.on;

const DECISION_RANK = {
  'first-due-set': 0,
  'due-date-move': 1,
  'instalment-adjustment': 2,
  extension: 3,
  rollover: 4,
};

function compareDecisions(a: DateDecision, b: DateDecision): number {
  const to = (fact: DateDecision): DayNumber => ('to' in fact ? fact.to : fact.due);
  const from = (fact: DateDecision): DayNumber => ('from' in fact ? fact.from : to(fact));
  return (
    dayOfDecision(a) - dayOfDecision(b) ||
    DECISION_RANK[a.type] - DECISION_RANK[b.type] ||
    from(a) - from(b) ||
    to(a) - to(b)
  );
}

const RANK = { payment: 0, waiver: 0, rollover: 1, 'write-off': 2, recovery: 3 };

const byDayAndKind = (a: MoneyFact, b: MoneyFact): number => a.on - b.on || RANK[a.type] - RANK[b.type];

/** Facts mostly come in order of days, one a day: then there is nothing to compare them by. */
function sortMoney(money: MoneyFact[], order: MoneyOrder): void {
  const isInOrder = money.every(({ on }, index) => index === 0 || on > (money[index - 1]?.on ?? on));
  if (isInOrder) return;
  if (order === 'as-recorded') money.sort(byDayAndKind);
  else money.sort((a, b) => byDayAndKind(a, b) || compareIds(a, b));
}

/** Facts of one kind have an id all or none; of one id the smaller amount comes first. */
function compareIds(a: MoneyFact, b: MoneyFact): number {
  if (!('id' in a) || !('id' in b)) return 0;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.amount - b.amount;
}

function freeze(history: History, facts: readonly Freezing[]): void {
  const { freezes, free } = history;
  const ended = new Map<object, DayNumber>();
  for (const fact of facts) {
    const last = freezes.at(-1);
    const isFrozen = last !== undefined && last.until >= fact.on;
    if (isFrozen !== (fact.type === 'freeze-end')) {
      throw factsContradict(fact.type, {
        vi: 'Khoanh nợ chồng nhau hoặc kết thúc khi không khoanh.',
        en: 'Freezes overlap, or one ends that is not running.',
      });
    }
    if (fact.type === 'freeze') freezes.push({ from: fact.on, until: fact.until ?? Infinity });
    else if (last) {
      free.push({ on: last.from, replacedOn: fact.on, from: last.from, to: last.until + 1 });
      last.until = fact.on - 1;
      ended.set(last, fact.on);
    }
  }
  for (const freezing of freezes) {
    const { from, until } = freezing;
    free.push({ on: ended.get(freezing) ?? from, replacedOn: Infinity, from, to: until + 1 });
  }
}
