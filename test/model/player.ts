import { approvedTermsOf } from '#test/support/approved-terms.ts';
import { CAPITAL_ROUTES } from '#shared/contracts/capital/routes.ts';
import {
  LoanApproved,
  LoanCancelled,
  LoanDisbursed,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/loans/events.ts';
import { addDays, addMonths } from '#shared/domain/business-day.ts';
import { person } from '#test/support/acts.ts';
import { decision } from '#test/stores/capital/capital-on-dynamo.ts';
import { allocateOn } from './allocate-on.ts';
import { percentOf, pick, shuffled } from './choose.ts';
import { DISTRICT, END_OF_DISTRICTS, LEAVES, OPENED, PROVINCE, SHARES, SOURCES } from './ground.ts';
import type { LedgerInMemory, Outcome } from './ledger-in-memory.ts';
import type { Move } from './moves.ts';
import type { SimpleCapital, SimpleLoan, Taken } from './simple-capital.ts';

const officer = person('finance-officer', { id: 'officer' });
const colleague = person('finance-officer', { id: 'colleague' });
const colleagues = { planner: person('branch-planner', { id: 'planner-2' }) };
const paper = { ...decision, issuedOn: OPENED };

type Of<K extends Move['kind']> = Extract<Move, { kind: K }>;

/** Plays each move on the ledger and on the model, and says what the model expected and what the ledger did. */
export class Player {
  readonly #ledger: LedgerInMemory;
  readonly #model: SimpleCapital;
  #numbers = 0;

  constructor(ledger: LedgerInMemory, model: SimpleCapital) {
    this.#ledger = ledger;
    this.#model = model;
  }

  /** null when the move found nothing to be about. */
  async play(move: Move): Promise<{ readonly expected: boolean; readonly outcome: Outcome } | null> {
    const judged = await this.#playOne(move);
    await this.#serve();
    return judged;
  }

  /** Whoever waits longest on a leaf is served first, and nobody passes. */
  async #serve(): Promise<void> {
    const served = await this.#ledger.offer();
    for (const { sourceId: source, communeId: place } of LEAVES) {
      const queue = this.#model.waiting(source, place);
      for (const [loanId, loan] of queue) {
        if (this.#model.balance('available', { source, place }) < loan.asked) break;
        const { at } = served.find((one) => one.loanId === loanId) ?? {};
        if (at === undefined) throw new Error(`${loanId} waits although its turn has come`);
        loan.state = 'reserved';
        loan.reserved = loan.asked;
        const when = { source, place, on: this.#ledger.today, at };
        this.#model.move(when, { available: -loan.asked, reserved: loan.asked });
        served.splice(
          served.findIndex((one) => one.loanId === loanId),
          1,
        );
      }
    }
    if (served.length > 0) throw new Error(`${served[0]?.loanId ?? ''} was served before its turn`);
  }

  async #playOne(move: Move): Promise<{ readonly expected: boolean; readonly outcome: Outcome } | null> {
    switch (move.kind) {
      case 'receive':
        return this.#receive(move);
      case 'withdraw':
        return this.#withdraw(move);
      case 'allocate':
        return this.#allocate(move);
      case 'reverse':
        return this.#reverse(move);
      case 'reserve':
        return this.#reserve(move);
      case 'cancel':
        return this.#cancel(move);
      case 'disburse':
        return this.#disburse(move);
      case 'repay':
        return this.#repay(move);
      case 'write-off':
        return this.#writeOff(move);
      case 'split':
        return this.#split(move);
      case 'hand-over':
        return this.#handOver(move);
      case 'project':
        await this.#ledger.project((events) => shuffled(events, move.order));
        return null;
      case 'pass':
        await this.#ledger.pass(move.days, SOURCES);
        return null;
    }
  }

  async #receive({ source, amount, back }: Of<'receive'>) {
    const sourceId = pick(SOURCES, source);
    const on = this.#day(back);
    const isThere = sourceId === PROVINCE || on <= END_OF_DISTRICTS;
    const body = { amount: String(amount), decision: paper, effectiveOn: on };
    const outcome = await this.#ledger.give(
      CAPITAL_ROUTES.receiveCapital,
      { params: { sourceId }, body },
      officer,
    );
    return this.#judge(isThere && on >= OPENED, outcome, () => {
      this.#move(sourceId, null, on, { unallocated: BigInt(amount), received: BigInt(amount) });
      this.#take('receipt', sourceId, null, on, BigInt(amount));
    });
  }

  async #withdraw({ source, amount, back }: Of<'withdraw'>) {
    const sourceId = pick(SOURCES, source);
    const on = this.#day(back);
    const body = { amount: String(amount), decision: paper, effectiveOn: on };
    const outcome = await this.#ledger.give(
      CAPITAL_ROUTES.withdrawCapital,
      { params: { sourceId }, body },
      officer,
    );
    return this.#judge(this.#mayGoOut(sourceId, on, BigInt(amount)), outcome, () => {
      this.#move(sourceId, null, on, { unallocated: -BigInt(amount), withdrawn: BigInt(amount) });
      this.#take('withdrawal', sourceId, null, on, BigInt(amount));
    });
  }

  async #allocate({ leaf, amount, back }: Of<'allocate'>) {
    const { sourceId, ...place } = pick(LEAVES, leaf);
    const on = this.#day(back);
    const outcome = await allocateOn(this.#ledger, { sourceId, ...place }, BigInt(amount), { on, paper });
    return this.#judge(this.#mayGoOut(sourceId, on, BigInt(amount)), outcome, () => {
      const when = { source: sourceId, on, at: this.#ledger.now };
      this.#model.allocate({ ...when, place: place.communeId }, BigInt(amount));
      this.#take('allocation', sourceId, place.communeId, on, BigInt(amount));
    });
  }

  async #reverse({ which, bySame }: Of<'reverse'>) {
    const taken = this.#model.taken.at(which % Math.max(1, this.#model.taken.length));
    if (!taken) return null;
    const outcome = await this.#giveReversal(taken, bySame);
    const isCovered = this.#covered(taken) >= taken.amount;
    return this.#judge(!bySame && !taken.reversed && isCovered, outcome, () => {
      taken.reversed = true;
      const { source, place, amount } = taken;
      const on = this.#ledger.today;
      if (taken.kind === 'receipt') this.#move(source, null, on, { unallocated: -amount, received: -amount });
      else if (taken.kind === 'withdrawal')
        this.#move(source, null, on, { unallocated: amount, withdrawn: -amount });
      else this.#model.allocate({ source, place: place ?? '', on, at: this.#ledger.now }, -amount);
      this.#model.touch(source, on);
    });
  }

  #giveReversal({ kind, source, place, on, version }: Taken, bySame: boolean): Promise<Outcome> {
    const params = { sourceId: source };
    const entry = { entryOn: on, entryVersion: version, reason: 'nhầm' };
    if (kind === 'allocation') {
      const leaf =
        LEAVES.find((one) => one.communeId === place && one.sourceId === source) ?? pick(LEAVES, 0);
      const { programmeId, communeId } = leaf;
      const by = bySame ? person('branch-planner', { id: 'planner' }) : colleagues.planner;
      const body = { programmeId, communeId, ...entry };
      return this.#ledger.give(CAPITAL_ROUTES.reverseAllocation, { params, body }, by);
    }
    const by = bySame ? officer : colleague;
    const { reverseReceipt, reverseWithdrawal } = CAPITAL_ROUTES;
    return kind === 'receipt'
      ? this.#ledger.give(reverseReceipt, { params, body: entry }, by)
      : this.#ledger.give(reverseWithdrawal, { params, body: entry }, by);
  }

  /** What must still be there to take an entry back. */
  #covered({ kind, source, place, amount }: Taken): bigint {
    if (kind === 'withdrawal') return amount;
    return kind === 'receipt'
      ? this.#model.balance('unallocated', { source })
      : this.#model.balance('available', { source, place: place ?? '' });
  }

  async #reserve({ leaf, amount, back }: Of<'reserve'>) {
    const place = pick(LEAVES, leaf);
    const { sourceId: source, communeId } = place;
    this.#numbers += 1;
    const loanId = `loan-${String(this.#numbers)}`;
    const on = this.#day(back);
    const isFirst = this.#model.waiting(source, communeId).length === 0;
    const fits = isFirst && this.#model.balance('available', { source, place: communeId }) >= BigInt(amount);
    const asked = { amount: String(amount), capitalKinds: ['entrusted'], requestNumber: 1 };
    const terms = approvedTermsOf({ sourceId: source, amount: asked.amount });
    const outcome = await this.#tell(LoanApproved, loanId, on, { ...place, ...asked, terms });
    const none = { reserved: 0n, lent: 0n };
    const loan: SimpleLoan = {
      source,
      place: communeId,
      state: 'waiting',
      asked: BigInt(amount),
      ...none,
    };
    this.#model.loans.set(loanId, loan);
    return this.#judge(true, outcome, () => {
      if (!fits) return;
      loan.state = 'reserved';
      loan.reserved = BigInt(amount);
      this.#move(source, communeId, on, { available: -BigInt(amount), reserved: BigInt(amount) });
    });
  }

  async #cancel({ which }: Of<'cancel'>) {
    const [loanId, loan] = this.#loan(which, ['reserved', 'waiting']) ?? [];
    if (loanId === undefined || !loan) return null;
    const outcome = await this.#tell(LoanCancelled, loanId, this.#ledger.today, {
      ...this.#placeOf(loan),
      reason: 'thôi vay',
    });
    return this.#judge(true, outcome, () => {
      this.#move(loan.source, loan.place, this.#ledger.today, {
        available: loan.reserved,
        reserved: -loan.reserved,
      });
      loan.state = 'over';
      loan.reserved = 0n;
    });
  }

  async #disburse({ which, back }: Of<'disburse'>) {
    const [loanId, loan] = this.#loan(which, ['reserved']) ?? [];
    if (loanId === undefined || !loan) return null;
    const on = this.#day(back);
    const amount = loan.reserved;
    const terms = { amount: amount.toString(), maturityOn: addDays(this.#ledger.today, 900), schedule: [] };
    const outcome = await this.#tell(LoanDisbursed, loanId, on, {
      ...this.#placeOf(loan),
      ...terms,
    });
    return this.#judge(true, outcome, () => {
      this.#move(loan.source, loan.place, on, { reserved: -amount, loans: amount });
      loan.state = 'lent';
      loan.lent = amount;
      loan.reserved = 0n;
    });
  }

  async #repay({ which, principal, interest, back, twice }: Of<'repay'>) {
    const [loanId, loan] = this.#loan(which, ['lent', 'over']) ?? [];
    if (loanId === undefined || !loan || principal + interest === 0) return null;
    const on = this.#day(back);
    const settled = loan.state === 'lent' && BigInt(principal) === loan.lent;
    this.#numbers += 1;
    const data = {
      ...this.#placeOf(loan),
      householdId: 'hh-1',
      repaymentId: `r-${String(this.#numbers)}`,
      amount: String(principal + interest),
      principal: String(principal),
      interest: String(interest),
      outstanding: '0',
      settled,
      method: 'cash',
    };
    const told = { id: `event-${String(this.#numbers)}`, on, version: this.#numbers };
    const outcome = await this.#ledger.deliver(RepaymentRecorded, told, { ...data, loanId });
    const owes = loan.state === 'lent' && BigInt(principal) <= loan.lent;
    const judged = this.#judge(owes, outcome, () => {
      const [back_, earned] = [BigInt(principal), BigInt(interest)];
      this.#move(loan.source, loan.place, on, { available: back_, loans: -back_, interest: earned });
      loan.lent -= back_;
      if (settled) loan.state = 'over';
    });
    if (!twice || judged.outcome !== 'done') return judged;
    const again = await this.#ledger.deliver(RepaymentRecorded, told, { ...data, loanId });
    return { expected: true, outcome: again === 'repeated' ? 'done' : again };
  }

  async #writeOff({ which, back }: Of<'write-off'>) {
    const [loanId, loan] = this.#loan(which, ['lent']) ?? [];
    if (loanId === undefined || !loan) return null;
    const on = this.#day(back);
    const lost = loan.lent;
    const outcome = await this.#tell(LoanWrittenOff, loanId, on, {
      ...this.#placeOf(loan),
      principal: lost.toString(),
      interest: '0',
      decision: { number: '1/QĐ', issuedOn: '2026-01-10', issuer: 'NHCSXH' },
      reason: 'thiên tai',
    });
    return this.#judge(lost > 0n, outcome, () => {
      this.#move(loan.source, loan.place, on, { loans: -lost, writtenOff: lost });
      loan.state = 'over';
      loan.lent = 0n;
    });
  }

  async #handOver({ wrong }: Of<'hand-over'>) {
    await this.#ledger.project((events) => events);
    const [source, on] = [DISTRICT, this.#ledger.today];
    const of = (holding: Parameters<SimpleCapital['balance']>[0]) => this.#model.balance(holding, { source });
    const unlentCash = of('unallocated') + of('available') + of('reserved') + (wrong === 1 ? 1n : 0n);
    const fund = this.#model.fund({ source });
    const body = {
      holderSourceId: PROVINCE,
      principal: of('loans').toString(),
      unlentCash: unlentCash.toString(),
      provision: of('provision').toString(),
      accruedInterest: '0',
      overduePrincipal: '0',
      decision: paper,
      effectiveOn: on,
    };
    const params = { sourceId: DISTRICT };
    const outcome = await this.#ledger.give(CAPITAL_ROUTES.handOverFund, { params, body }, officer);
    const mayGo = on > END_OF_DISTRICTS && !this.#model.handedOver.has(DISTRICT);
    return this.#judge(mayGo && wrong !== 1 && fund > 0n, outcome, () => {
      this.#model.handedOver.add(DISTRICT);
      this.#move(DISTRICT, null, on, { handedOver: fund });
      this.#model.touch(DISTRICT, on);
    });
  }

  async #split({ source, monthsBack }: Of<'split'>) {
    await this.#ledger.project((events) => events);
    const sourceId = pick(SOURCES, source);
    const month = addMonths(this.#ledger.today, -monthsBack).slice(0, 7);
    const outcome = await this.#ledger.give(
      CAPITAL_ROUTES.splitInterest,
      { params: { sourceId }, body: { month } },
      officer,
    );
    return this.#judge(monthsBack > 0, outcome, () => {
      const key = `${sourceId} ${month}`;
      const before = this.#model.split.get(key) ?? { provision: 0n, fee: 0n, supplement: 0n };
      const interest =
        this.#model.balance('interest', { source: sourceId, asOf: `${month}-31` }) -
        this.#model.balance('interest', { source: sourceId, asOf: `${month}-00` });
      const provision = percentOf(interest, SHARES.provision);
      const fee = percentOf(interest, SHARES.fee);
      const now = { provision, fee, supplement: interest - provision - fee };
      this.#model.split.set(key, now);
      const supplement = now.supplement - before.supplement;
      const more = { provision: provision - before.provision, fee: fee - before.fee, supplement };
      if (more.provision === 0n && more.fee === 0n && supplement === 0n) return;
      this.#move(sourceId, null, this.#ledger.today, { ...more, unallocated: supplement });
      this.#model.touch(sourceId, this.#ledger.today);
    });
  }

  #judge(expected: boolean, outcome: Outcome, happen: () => void) {
    if (expected) happen();
    return { expected, outcome };
  }

  #move(
    source: string,
    place: string | null,
    on: string,
    changes: Parameters<SimpleCapital['move']>[1],
  ): void {
    this.#model.move({ source, place, on, at: this.#ledger.now }, changes);
  }

  #take(kind: Taken['kind'], source: string, place: string | null, on: string, amount: bigint): void {
    const version = this.#ledger.waiting.at(-1)?.aggregateVersion ?? 0;
    this.#model.taken.push({ kind, source, place, on, version, amount, reversed: false });
    this.#model.touch(source, on);
  }

  #mayGoOut(source: string, on: string, amount: bigint): boolean {
    const isLast = on >= (this.#model.lastOn.get(source) ?? OPENED);
    return isLast && this.#model.balance('unallocated', { source }) >= amount;
  }

  #tell(
    type: Parameters<LedgerInMemory['deliver']>[0],
    loanId: string,
    on: string,
    data: Record<string, unknown>,
  ) {
    this.#numbers += 1;
    const told = { id: `event-${String(this.#numbers)}`, on, version: this.#numbers };
    return this.#ledger.deliver(type, told, { loanId, householdId: `hh-${loanId}`, ...data });
  }

  #placeOf({ source, place }: SimpleLoan) {
    return LEAVES.find((leaf) => leaf.sourceId === source && leaf.communeId === place);
  }

  #loan(which: number, states: readonly SimpleLoan['state'][]) {
    const there = [...this.#model.loans].filter(([, { state }]) => states.includes(state));
    return there.at(which % Math.max(1, there.length));
  }

  #day(back: number): string {
    return addDays(this.#ledger.today, -back);
  }
}
