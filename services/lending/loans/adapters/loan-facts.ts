import * as z from 'zod/mini';
import { factOf as engineFactOf, factToWire } from '#lending/engine/adapters/fact-wire.ts';
import { loanKey } from '#lending/table-map.ts';
import { DayCodec } from '#shared/contracts/codecs.ts';
import { draftEvent, EnvelopeSchema, presentData } from '#shared/contracts/event.ts';
import type { DataOf, Envelope, EventType } from '#shared/contracts/event.ts';
import {
  ApplicationSubmitted,
  CapitalRequested,
  LoanApproved,
  LoanCancelled,
  LoanCapitalRecorded,
  LoanChanged,
  LoanConfirmed,
  LoanDisbursed,
  LoanEligibilityRecorded,
  LoanFrozen,
  LoanListed,
  LoanRefusedByCommune,
  LoanRejected,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import { scheduleOf } from '#shared/contracts/lending/loans/schedule.ts';
import { factSortKey } from '#shared/data/outbox.ts';
import type { Fact } from '#shared/data/outbox.ts';
import type { Immutable } from '#shared/domain/immutable.ts';
import { vnd, ZERO_VND } from '#shared/domain/vnd.ts';
import type { LoanChange } from '../application/ports.ts';
import { changeIn } from '../domain/changes.ts';
import type { LoanFact } from '../domain/loan-facts.ts';
import { outstandingOf } from '../domain/loan.ts';
import type { Loan, LoanIn } from '../domain/loan.ts';

/**
 * Each fact of a loan and the event it is told by, for both directions: what the event says of the loan after the
 * fact, and the fact an event is read as. An event carries all that the loan is folded from again.
 */

type Kind = LoanFact['kind'];
type FactOf<K extends Kind> = Extract<LoanFact, { readonly kind: K }>;
/** What a fact of a kind holds beyond when, by whom and which. */
type OwnOf<K extends Kind> = Omit<FactOf<K>, 'kind' | 'on' | 'by' | 'recordedAt'>;

type After<K extends Kind> = Omit<LoanChange, 'fact' | 'before'> & { readonly fact: FactOf<K> };

interface Telling<K extends Kind> {
  readonly event: EventType;
  readonly tell: (change: After<K>) => unknown;
  readonly read: (data: unknown) => OwnOf<K>;
}

function telling<K extends Kind, E extends EventType>(
  event: E,
  tell: (loan: Loan, fact: FactOf<K>, change: After<K>) => Immutable<DataOf<E>>,
  read: (data: DataOf<E>) => OwnOf<K>,
): Telling<K> {
  return {
    event,
    tell: (change) => tell(change.after, change.fact, change),
    read: (data) => read(z.parse(event.data, data) as DataOf<E>),
  };
}

const TELLINGS: { readonly [K in Kind]: Telling<K> } = {
  applied: telling(ApplicationSubmitted, (_, fact) => fact, whole),
  listed: telling(LoanListed, (loan, fact) => ({ ...loan, ...fact }), whole),
  confirmed: telling(
    LoanConfirmed,
    (loan) => ({ ...stage(loan, 'confirmed'), amount: loan.requestedAmount }),
    whole,
  ),
  refused: telling(LoanRefusedByCommune, (loan) => stage(loan, 'refused-by-commune'), whole),
  screened: telling(LoanEligibilityRecorded, (loan, fact) => ({ ...loan, ...fact }), whole),
  approved: telling(LoanApproved, requestOf, whole),
  'capital-requested': telling(CapitalRequested, requestOf, whole),
  rejected: telling(LoanRejected, (loan) => stage(loan, 'rejected'), whole),
  'capital-reserved': telling(LoanCapitalRecorded, answerOf('reserved'), whole),
  'capital-declined': telling(LoanCapitalRecorded, answerOf('declined'), whole),
  'capital-released': telling(LoanCapitalRecorded, answerOf('released'), whole),
  cancelled: telling(LoanCancelled, (loan) => stage(loan, 'cancelled'), whole),
  disbursed: telling(
    LoanDisbursed,
    (loan, _, { instalments = [] }) => {
      const active = stage(loan, 'active');
      const planned = instalments.map(({ dueOn: due, principal }) => ({ due, principal }));
      return { ...active, ...active.terms, schedule: scheduleOf(active.book.disbursedOn, planned) };
    },
    whole,
  ),
  repaid: telling(
    RepaymentRecorded,
    (loan, fact) => ({ ...loan, ...fact, ...balanceOf(loan), amount: vnd(fact.principal + fact.interest) }),
    whole,
  ),
  frozen: telling(LoanFrozen, (loan, fact) => ({ ...loan, ...fact }), whole),
  'written-off': telling(
    LoanWrittenOff,
    (loan, fact) => ({ ...loan, ...fact, sourceId: stage(loan, 'written-off').terms.sourceId }),
    whole,
  ),
  changed: telling(
    LoanChanged,
    (loan, fact) => ({ ...loan, ...balanceOf(loan), change: factToWire(fact.change) }),
    ({ change }) => ({ change: changeIn(engineFactOf(change)) }),
  ),
};

/** The event says just what the fact holds, under the same names. */
function whole<T>(data: T): T {
  return data;
}

function requestOf(loan: Loan) {
  const approved = stage(loan, 'approved');
  const { sourceId, amount } = approved.terms;
  return { ...approved, sourceId, amount };
}

type Answer = Pick<FactOf<'capital-reserved'>, 'capitalVersion'> &
  Partial<Pick<FactOf<'capital-declined'>, 'missing' | 'decline'>>;

function answerOf<O extends 'reserved' | 'declined' | 'released'>(outcome: O) {
  return (loan: Loan, fact: Answer) => ({ missing: ZERO_VND, decline: null, ...loan, ...fact, outcome });
}

function balanceOf(loan: Loan) {
  const running = stage(loan, 'active', 'settled', 'written-off');
  return { outstanding: outstandingOf(running), settled: running.status === 'settled' };
}

/** The loan after the fact is in the status the fact led to. */
function stage<S extends Loan['status']>(loan: Loan, ...statuses: S[]): LoanIn<S> {
  if (!(statuses as readonly string[]).includes(loan.status)) {
    throw new TypeError(`${loan.loanId} is ${loan.status} after the fact`);
  }
  return loan as LoanIn<S>;
}

/** The item of a fact: the event others hear, and nothing beside it. */
export function factOfLoan<K extends Kind>(change: After<K>): Fact {
  const { after: loan, fact } = change;
  const { event, tell } = TELLINGS[fact.kind];
  return {
    key: { pk: loanKey(loan.loanId).pk, sk: factSortKey(fact.on, loan.version) },
    draft: draftEvent({
      event,
      subject: `loan/${loan.loanId}`,
      aggregateVersion: loan.version,
      communeId: loan.communeId,
      effectiveOn: fact.on,
      data: tell(change) as Readonly<Record<string, unknown>>,
    }),
  };
}

export const LoanFactItemSchema = z.object({ event: z.extend(EnvelopeSchema, { effectiveOn: DayCodec }) });

/** The fact an item holds. Throws on an event that is not of a loan. */
export function factOfItem({ event }: z.infer<typeof LoanFactItemSchema>): LoanFact {
  const [first, ...others] = kindsOf(event);
  const data = presentData(TELLINGS[first].event, event);
  // An answer of capital is told by one event, whatever it was.
  const kind = others.length === 0 ? first : (`capital-${String(data?.['outcome'])}` as Kind);
  const { effectiveOn, actor: by, recordedAt } = event;
  return { ...TELLINGS[kind].read(data), kind, on: effectiveOn, by, recordedAt } as LoanFact;
}

/**
 * The facts of items in the order they were written. An act that met another and was tried again tells the instant it
 * began, which may lie before that of the other; it was decided on what the other made of the loan, so it counts as
 * recorded no earlier.
 */
export function factsInOrder(items: readonly z.infer<typeof LoanFactItemSchema>[]): LoanFact[] {
  const written = items.toSorted((a, b) => a.event.aggregateVersion - b.event.aggregateVersion);
  let latest = '';
  return written.map((item) => {
    if (item.event.recordedAt > latest) latest = item.event.recordedAt;
    return { ...factOfItem(item), recordedAt: latest };
  });
}

/** What kind of event happened, for people. */
export function titleOf(event: Envelope): EventType['title'] {
  return TELLINGS[kindsOf(event)[0]].event.title;
}

const KINDS_OF = Map.groupBy(Object.keys(TELLINGS) as Kind[], (kind) => TELLINGS[kind].event.type);

function kindsOf({ type }: Envelope): readonly [Kind, ...Kind[]] {
  const kinds = KINDS_OF.get(type);
  if (!kinds) throw new TypeError(`${type} is not of a loan`);
  return kinds as [Kind, ...Kind[]];
}
