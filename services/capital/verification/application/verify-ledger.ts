import { canonical } from '#shared/domain/canonical.ts';
import type { Holding } from '#capital/funds/domain/holding.ts';
import type { BookHead, ChainedEntry, Seal } from '#capital/ledger/application/ledger-ports.ts';
import { isLeafAccount } from '#capital/ledger/domain/accounts.ts';
import type { Posting } from '#capital/ledger/domain/accounts.ts';
import { bookOf, chainName } from '#capital/ledger/domain/book.ts';
import type { BookId } from '#capital/ledger/domain/book.ts';
import { EMPTY_CHAIN, linkEntry, sealDay } from '#capital/ledger/domain/chain.ts';
import type { MovedChain } from '#capital/ledger/domain/chain.ts';
import { FundHandedOver, FundHandOverReversed } from '#shared/contracts/capital/funds/events.ts';
import { businessDayOf } from '#shared/domain/business-day.ts';
import { parseVnd } from '#shared/domain/vnd.ts';
import { addPostings, differenceOf } from '../domain/ledger-check.ts';
import type { Fault, Finding, Sums } from '../domain/ledger-check.ts';
import type { LedgerReads } from './ports.ts';

export interface Verified {
  readonly sourceId: string;
  readonly entries: number;
  readonly chains: number;
  readonly days: number;
  readonly findings: readonly Finding[];
}

/** What has been reckoned of one book so far. */
interface Reckoned {
  readonly book: BookId;
  seq: number;
  hash: string;
  at: string;
  readonly sums: Sums;
  /** The same for entries recorded before today, which balances over time must already know. */
  readonly before: Sums;
  compared: boolean;
}

/**
 * Reckons a source anew from its entries and compares everything that is kept about it:
 * 1. heads of its books, before the entries, so that what is recorded meanwhile is not missed;
 * 2. every entry: its number, the hash before, its own hash, what lists show of it; the roots of days over;
 * 3. balances of the heads, of the source, and over time; what its loans hold; who holds its fund.
 *
 * Memory grows with the number of leaves, never with the number of entries.
 */
export async function verifySource(ledger: LedgerReads, sourceId: string, today: string): Promise<Verified> {
  return new Verification(ledger, sourceId, today).run();
}

class Verification {
  readonly #ledger: LedgerReads;
  readonly #sourceId: string;
  readonly #today: string;
  readonly #findings: Finding[] = [];
  readonly #broken = new Set<string>();
  readonly #heads = new Map<string, BookHead>();
  readonly #books = new Map<string, Reckoned>();
  /** All accounts of the source, its leaves' among them; and how many entries touched the source itself. */
  readonly #total: Sums = new Map();
  readonly #totalBefore: Sums = new Map();
  /** Hand-overs of the fund by the day and version of their entry. */
  readonly #holdings = new Map<string, Holding>();
  #touches = 0;
  #entries = 0;
  #days = 0;

  constructor(ledger: LedgerReads, sourceId: string, today: string) {
    this.#ledger = ledger;
    this.#sourceId = sourceId;
    this.#today = today;
  }

  async run(): Promise<Verified> {
    for await (const head of this.#ledger.heads(this.#sourceId)) this.#heads.set(chainName(head.book), head);
    const holdings = await this.#ledger.holdings(this.#sourceId);
    await this.#chainsAndRoots();
    this.#compareHeads();
    await this.#compareOverTime();
    await this.#compareWithLoans();
    this.#compareHoldings(holdings);
    return {
      sourceId: this.#sourceId,
      entries: this.#entries,
      chains: this.#books.size,
      days: this.#days,
      // What names an entry says more than the roots and balances that follow from it.
      findings: [...this.#findings].sort(
        (one, other) => Number(one.seq === null) - Number(other.seq === null),
      ),
    };
  }

  /** Only the first fault of a chain is told: what follows from it would hide it. */
  #find(fault: Fault, chain: string, seq: number | null, detail: string): void {
    if (this.#broken.has(chain)) return;
    this.#broken.add(chain);
    this.#findings.push({ fault, sourceId: this.#sourceId, chain, seq, detail });
  }

  async #chainsAndRoots(): Promise<void> {
    const seals = this.#ledger.seals(this.#sourceId)[Symbol.asyncIterator]();
    const nextSeal = async (): Promise<Seal | null> => {
      const result = await seals.next();
      return result.done === true ? null : result.value;
    };
    let seal = await nextSeal();
    let root = '';
    let day = '';
    let moved = new Map<string, MovedChain>();
    const endDay = async (next: string): Promise<void> => {
      while (seal !== null && seal.day < day) {
        this.#find('root-differs', `root ${seal.day}`, null, 'a sealed day has no entries left');
        root = seal.root;
        seal = await nextSeal();
      }
      if (seal !== null && day !== '' && seal.day === day) {
        const reckoned = sealDay(this.#ledger.digest, { sourceId: this.#sourceId, day, previousRoot: root }, [
          ...moved.values(),
        ]);
        if (reckoned !== seal.root || seal.previousRoot !== root) {
          this.#find('root-differs', `root ${day}`, null, 'the entries do not give the root that was sealed');
        }
        root = seal.root;
        this.#days += 1;
        seal = await nextSeal();
      } else if (seal !== null && day !== '') {
        this.#find('seal-missing', `root ${day}`, null, 'a later day is sealed and this one is not');
      }
      day = next;
      moved = new Map();
    };
    for await (const entry of this.#ledger.entries(this.#sourceId)) {
      this.#entries += 1;
      const recordedOn = businessDayOf(Date.parse(entry.event.recordedAt));
      if (recordedOn !== day) await endDay(recordedOn);
      const chain = chainName(bookOf(this.#sourceId, entry));
      this.#takeEntry(chain, entry, recordedOn);
      moved.set(chain, { chain, seq: entry.seq, hash: entry.hash });
    }
    await endDay('9999-12-31');
    await endDay('');
  }

  #takeEntry(chain: string, entry: ChainedEntry, recordedOn: string): void {
    const book = bookOf(this.#sourceId, entry);
    const reckoned = this.#books.get(chain) ?? {
      book,
      ...EMPTY_CHAIN,
      sums: new Map<string, bigint>(),
      before: new Map<string, bigint>(),
      compared: false,
    };
    this.#books.set(chain, reckoned);
    this.#checkLink(chain, entry, reckoned);
    this.#takeHolding(entry);
    const postings = postingsOf(entry);
    const holds = book.leaf === null ? () => true : isLeafAccount;
    addPostings(reckoned.sums, postings, holds);
    addPostings(this.#total, postings, () => true);
    if (recordedOn < this.#today) {
      addPostings(reckoned.before, postings, holds);
      addPostings(this.#totalBefore, postings, () => true);
    }
    if (postings.some(({ debit, credit }) => !isLeafAccount(debit) || !isLeafAccount(credit))) {
      this.#touches += 1;
    }
    // A source's own receipts and the allocations out of them are in different chains: only a leaf is whole alone.
    if (book.leaf !== null) {
      const below = [...reckoned.sums].find(([, balance]) => balance < 0n);
      if (below) this.#find('balance-below-zero', chain, entry.seq, `${below[0]} falls to ${below[1]} đồng`);
    }
    reckoned.seq = entry.seq;
    reckoned.hash = entry.hash;
    reckoned.at = entry.event.recordedAt;
    const head = this.#heads.get(chain);
    if (head?.seq === entry.seq) this.#compareHead(head, reckoned);
  }

  #checkLink(chain: string, entry: ChainedEntry, before: Reckoned): void {
    const { seq, previous, hash, event, document, shown } = entry;
    if (seq !== before.seq + 1) {
      this.#find('entry-missing', chain, before.seq + 1, `entry ${seq} follows entry ${before.seq}`);
      return;
    }
    const content = { event, document: document ?? undefined };
    const own = linkEntry(
      this.#ledger.digest,
      chain,
      { seq: before.seq, hash: previous, at: before.at },
      content,
    );
    if (own.hash !== hash) {
      this.#find('entry-altered', chain, seq, `the entry of ${event.effectiveOn} does not give its own hash`);
    } else if (previous !== before.hash) {
      this.#find('chain-broken', chain, seq, 'the entry does not follow the one before it');
    } else if (
      canonical(shown) !== canonical({ effectiveOn: event.effectiveOn, postings: event.data['postings'] })
    ) {
      this.#find('shown-otherwise', chain, seq, 'lists and statements show something else');
    }
  }

  #compareHead(head: BookHead, reckoned: Reckoned): void {
    const chain = chainName(head.book);
    reckoned.compared = true;
    if (head.hash !== reckoned.hash) {
      this.#find('head-differs', chain, head.seq, 'the head names another entry as the newest');
    }
    if (head.book.leaf === null) return;
    const differs = differenceOf(reckoned.sums, new Map(Object.entries(head.balances)));
    if (differs) this.#find('balance-differs', chain, head.seq, wordsOf(differs));
  }

  #compareHeads(): void {
    for (const [chain, head] of this.#heads) {
      const reckoned = this.#books.get(chain);
      if (head.seq > (reckoned?.seq ?? 0)) {
        this.#find(
          'tail-missing',
          chain,
          (reckoned?.seq ?? 0) + 1,
          `the head counts ${head.seq} entries, ${reckoned?.seq ?? 0} are there`,
        );
      } else if (reckoned?.compared === false) {
        this.#find('head-differs', chain, head.seq, 'the head is behind its entries');
      }
    }
    for (const [chain, { seq, at }] of this.#books) {
      if (!this.#heads.has(chain) && businessDayOf(Date.parse(at)) < this.#today) {
        this.#find('head-missing', chain, seq, 'the entries have no head');
      }
    }
    this.#compareSource();
  }

  /** Skipped when something was posted to the source meanwhile: the next run compares it. */
  #compareSource(): void {
    const head = this.#heads.get(this.#sourceId);
    if (head === undefined) {
      this.#find('head-missing', this.#sourceId, null, 'the source has no head');
      return;
    }
    if (head.version < 1 + this.#touches) return;
    const own = new Map([...this.#total].filter(([account]) => Object.hasOwn(head.balances, account)));
    const differs = differenceOf(own, new Map(Object.entries(head.balances)));
    if (differs) this.#find('balance-differs', this.#sourceId, head.seq, wordsOf(differs));
    else if (head.version !== 1 + this.#touches) {
      this.#find(
        'head-differs',
        this.#sourceId,
        head.seq,
        'the source was written more often than posted to',
      );
    }
  }

  async #compareOverTime(): Promise<void> {
    const whole = { book: { sourceId: this.#sourceId, leaf: null }, before: this.#totalBefore };
    for (const { book, before } of [
      whole,
      ...[...this.#books.values()].filter((one) => one.book.leaf !== null),
    ]) {
      const kept: Sums = new Map();
      for (const { turnover } of await this.#ledger.movedBefore(book, this.#today)) {
        for (const [account, change] of Object.entries(turnover)) {
          kept.set(account, (kept.get(account) ?? 0n) + (change ?? 0n));
        }
      }
      const differs = differenceOf(before, kept);
      if (differs) this.#find('balance-over-time-differs', chainName(book), null, wordsOf(differs));
    }
  }

  #takeHolding({ event: { type, data, effectiveOn, aggregateVersion, recordedAt } }: ChainedEntry): void {
    if (type === FundHandedOver.type) {
      this.#holdings.set(`${effectiveOn} ${aggregateVersion}`, {
        sourceId: this.#sourceId,
        holderSourceId: String(data['holderSourceId']),
        from: effectiveOn,
        recordedAt,
        ended: null,
      });
    }
    if (type !== FundHandOverReversed.type) return;
    const named = `${String(data['entryOn'])} ${String(data['entryVersion'])}`;
    const holding = this.#holdings.get(named);
    if (holding) this.#holdings.set(named, { ...holding, ended: { on: effectiveOn, recordedAt } });
  }

  /** What was handed over while the entries were read is left to the next run. */
  #compareHoldings(kept: readonly Holding[]): void {
    const told = [...this.#holdings.values()];
    const may = new Set(told.flatMap((one) => [one, { ...one, ended: null }].map(canonical)));
    const has = new Set(kept.map(canonical));
    const isOver = ({ recordedAt, ended }: Holding): boolean =>
      businessDayOf(Date.parse(ended?.recordedAt ?? recordedAt)) < this.#today;
    const strange =
      kept.find((one) => !may.has(canonical(one))) ??
      told.find((one) => isOver(one) && !has.has(canonical(one)));
    if (strange) {
      const detail = `${strange.holderSourceId} from ${strange.from} on: entries and what is kept differ`;
      this.#find('holder-differs', `holders ${this.#sourceId}`, null, detail);
    }
  }

  /** Leaves that moved while the loans were read are left to the next run. */
  async #compareWithLoans(): Promise<void> {
    const held = new Map<string, { reserved: bigint; lent: bigint }>();
    for await (const { programmeId, communeId, reserved, lent } of this.#ledger.loans(this.#sourceId)) {
      const chain = chainName(bookOf(this.#sourceId, { programmeId, communeId }));
      const sum = held.get(chain) ?? { reserved: 0n, lent: 0n };
      held.set(chain, { reserved: sum.reserved + reserved, lent: sum.lent + lent });
    }
    for await (const now of this.#ledger.heads(this.#sourceId)) {
      const chain = chainName(now.book);
      if (now.book.leaf === null || this.#heads.get(chain)?.seq !== now.seq) continue;
      const { reserved, lent } = held.get(chain) ?? { reserved: 0n, lent: 0n };
      if (reserved !== now.balances['cash-reserved'] || lent !== now.balances['loans']) {
        this.#find('loans-differ', chain, null, `loans hold ${reserved} reserved and ${lent} lent`);
      }
    }
  }
}

function postingsOf({ event }: ChainedEntry): Posting[] {
  const postings = event.data['postings'] as {
    debit: Posting['debit'];
    credit: Posting['credit'];
    amount: string;
  }[];
  return postings.map((posting) => ({ ...posting, amount: parseVnd(posting.amount) }));
}

function wordsOf({ account, reckoned, kept }: { account: string; reckoned: bigint; kept: bigint }): string {
  return `${account}: the entries give ${reckoned}, kept is ${kept} đồng`;
}
