import { dayNumber, LAST_DAY } from '#shared/domain/business-day.ts';
import type { DayNumber } from '#shared/domain/civil-day.ts';
import type { Answer, Payoff, Position, Transaction } from './answers/answer.ts';
import { instalmentsOf } from './answers/instalments.ts';
import { nextChangeOf } from './answers/next-change.ts';
import type { ClassChange } from './answers/next-change.ts';
import { payoffAt, positionAt, positionOf } from './answers/position.ts';
import { askingRows, plannedRows, plansPrincipal } from './answers/principal-rows.ts';
import type { PrincipalRow } from './answers/principal-rows.ts';
import type { Fact } from './facts/facts.ts';
import { historyOf } from './facts/history.ts';
import { basisOf } from './life/basis.ts';
import type { Basis } from './life/basis.ts';
import { restore, stateOf } from './life/ledger-state.ts';
import type { LedgerState } from './life/kept-state.ts';
import { payoffOf } from './life/owed.ts';
import { newLife, replay, settle } from './life/replay.ts';
import type { Replay } from './life/replayed.ts';
import { assertPlannable } from './rows/bounds.ts';
import type { Schedule } from './rows/schedule.ts';
import { compileTerms } from './terms/compiled-terms.ts';
import type { CompiledTerms } from './terms/compiled-terms.ts';
import type { LoanTerms } from './terms/terms.ts';

/** No loan is asked about beyond it. */
const LAST_ASKED = dayNumber(LAST_DAY);

/**
 * The one door to the engine: a loan by its terms and facts, stored or not. It is opened once for an act or a
 * question, and every figure of the loan is asked of it.
 *
 * It answers of **any day, as known on any instant** from its facts. And it **stands** on a day, at first that of
 * its last fact, from which it is moved on and on which new facts are recorded: so an act is asked, split and
 * folded in one life. Opened with a state, it goes on from there; it then needs only the facts that shape
 * rows and nights, and answers of no day before.
 */
export class LoanAccount {
  readonly terms: CompiledTerms;
  readonly #facts: Fact[];
  readonly #since: LedgerState | null;
  #life: Replay | null = null;

  private constructor(terms: CompiledTerms, facts: readonly Fact[], since: LedgerState | null) {
    this.terms = terms;
    this.#facts = [...facts];
    this.#since = since;
  }

  /**
   * Opens a loan; facts in the order they were recorded.
   * Throws `terms-contradict` (400) or `terms-not-supported` (422).
   */
  static open(terms: LoanTerms, facts: readonly Fact[], since: LedgerState | null = null): LoanAccount {
    return new LoanAccount(compileTerms(terms), facts, since);
  }

  /** Throws `principal-too-small` or `due-date-out-of-range` (422), and what the facts cannot be (400). */
  assertPlannable(pointer: string, asOf: DayNumber = Infinity, knownOn: string | null = null): void {
    assertPlannable(this.terms, historyOf(this.#facts, asOf, knownOn), pointer);
  }

  /** The loan as of a day, as known on an instant; null for all that is recorded. */
  answer(
    asOf: DayNumber,
    knownOn: string | null = null,
    options: { readonly derivation?: boolean } = {},
  ): Answer {
    return positionAt(this.terms, this.#wholeFacts(), asOf, knownOn, options);
  }

  /** What closes the loan on a day when nothing else happens until then. */
  payoffOn(day: DayNumber, knownOn: string | null = null): Payoff {
    return payoffAt(this.terms, this.#wholeFacts(), day, knownOn);
  }

  /** The day the loan stands on. */
  get day(): DayNumber {
    return this.#stand().ledger.day;
  }

  /** Moves on to the close of a day. */
  moveTo(day: DayNumber): void {
    this.#stand().ledger.advance(day);
  }

  /**
   * One more fact. How money was applied is told; null for what moves none. A fact that changes what is past – a
   * reversal, a decision on due dates, one that counts from an earlier day – needs the account to be opened
   * with all facts. Throws `facts-contradict` (400).
   */
  record(fact: Fact): Transaction | null {
    const life = this.#stand();
    const { day } = life.ledger;
    const { on = day } = fact;
    if (on >= day && isSettled(fact)) {
      this.#facts.push(fact);
      settle(life, fact);
      return life.transactions.at(-1) ?? null;
    }
    if (this.#since !== null && (on < day || !shapesLaterNights(fact))) {
      throw new RangeError(`${fact.type} needs all facts of the loan`);
    }
    this.#facts.push(fact);
    if (this.#since === null) this.#life = replay(this.#basis(), Math.max(day, on));
    else {
      life.ledger.advance(on);
      this.#life = goneOn(this.#basis(), stateOf(life));
    }
    return null;
  }

  /** What is owed as the loan stands; supports are told by `answer`. */
  position(): Omit<Position, 'nextDue'> {
    const life = this.#stand();
    return positionOf(life, life.ledger.basis, life.ledger.day, []);
  }

  payoff(): Payoff {
    const { ledger } = this.#stand();
    const { principal, interest } = payoffOf(ledger);
    return { on: ledger.day, principal, interest, total: principal + interest };
  }

  /** What each row asks of the principal; of a debt written off as it stood just before. */
  principalRows(): PrincipalRow[] {
    const life = this.#stand();
    const { day } = life.ledger;
    const { ledger } = life.beforeWriteOff === null ? life : this.#fork(life.beforeWriteOff);
    if (plansPrincipal(ledger)) return plannedRows(ledger);
    // The basis the loan stands on does not know what was settled since it was opened.
    const whole = this.#since === null ? replay(this.#basis(this.#lived()), day) : this.#fork(this.state());
    return askingRows(instalmentsOf(whole.ledger, day));
  }

  /** When the class changes next if nothing more happens; null when it never does. */
  nextChange(): ClassChange | null {
    const { ledger, writtenOff } = this.#stand();
    if (ledger.isClosed || writtenOff !== null) return null;
    return nextChangeOf(this.#fork(this.state()));
  }

  /** What the account can be opened with again: as it stands, or as it stood just before a write-off. */
  state(): LedgerState {
    const life = this.#stand();
    return life.beforeWriteOff ?? stateOf(life);
  }

  #stand(): Replay {
    this.#life ??=
      this.#since === null
        ? replay(this.#basis(), lastDayOf(this.#facts))
        : goneOn(this.#basis(), this.#since);
    return this.#life;
  }

  #basis(facts: readonly Fact[] = this.#facts): Basis {
    const history = historyOf(facts, Infinity, null, 'as-recorded');
    const basis = basisOf(this.terms, history, LAST_ASKED);
    if (basis === null) throw new TypeError('a loan without a disbursement');
    return basis;
  }

  /** The facts before the debt was written off. */
  #lived(): readonly Fact[] {
    const end = this.#facts.findIndex(({ type }) => type === 'write-off');
    return end === -1 ? this.#facts : this.#facts.slice(0, end);
  }

  /** Another life on the same basis, to look ahead or back in. */
  #fork(state: LedgerState): Replay {
    const { ledger } = this.#stand();
    return goneOn(ledger.basis, state, ledger.schedule);
  }

  #wholeFacts(): readonly Fact[] {
    if (this.#since !== null) throw new RangeError('an account that goes on from a state has not all facts');
    return this.#facts;
  }
}

type Settled = Extract<Fact, { readonly type: 'payment' | 'waiver' | 'write-off' | 'recovery' }>;

function isSettled(fact: Fact): fact is Settled {
  return (
    fact.type === 'payment' || fact.type === 'waiver' || fact.type === 'write-off' || fact.type === 'recovery'
  );
}

/** Does a fact change nothing but nights after its day? */
function shapesLaterNights({ type }: Fact): boolean {
  return (
    type === 'freeze' || type === 'freeze-end' || type === 'transfer' || type === 'representative-change'
  );
}

function goneOn(basis: Basis, state: LedgerState, schedule?: Schedule | null): Replay {
  const life = newLife(basis, null, schedule);
  restore(life, state);
  return life;
}

function lastDayOf(facts: readonly Fact[]): DayNumber {
  return facts.reduce((last, { on }) => Math.max(last, on ?? last), -Infinity);
}
