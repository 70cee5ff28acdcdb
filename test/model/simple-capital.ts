/**
 * Capital by the simplest means: a list of what moved, and balances that are sums over it. It knows no postings,
 * no books and no store; what is allowed it decides from those sums alone.
 */
export type Holding =
  | 'unallocated'
  | 'available'
  | 'reserved'
  | 'loans'
  | 'interest'
  | 'received'
  | 'withdrawn'
  | 'writtenOff'
  | 'provision'
  | 'fee'
  | 'supplement'
  | 'handedOver';

/** One movement of one holding, đồng; of a leaf when it has a place, else of the source itself. */
export interface Movement {
  readonly source: string;
  readonly place: string | null;
  readonly on: string;
  readonly at: string;
  readonly holding: Holding;
  readonly by: bigint;
}

export interface Question {
  readonly source: string;
  /** A place, or everything of the source. */
  readonly place?: string;
  readonly asOf?: string;
  readonly knownOn?: string;
}

export interface SimpleLoan {
  readonly source: string;
  readonly place: string;
  state: 'waiting' | 'reserved' | 'lent' | 'over';
  readonly asked: bigint;
  reserved: bigint;
  lent: bigint;
}

export interface Taken {
  readonly kind: 'receipt' | 'withdrawal' | 'allocation';
  readonly source: string;
  readonly place: string | null;
  readonly on: string;
  readonly version: number;
  readonly amount: bigint;
  reversed: boolean;
}

export class SimpleCapital {
  readonly movements: Movement[] = [];
  readonly loans = new Map<string, SimpleLoan>();
  readonly taken: Taken[] = [];
  readonly handedOver = new Set<string>();
  /** What was split of the interest of a month, by source and month. */
  readonly split = new Map<
    string,
    { readonly provision: bigint; readonly fee: bigint; readonly supplement: bigint }
  >();
  /** The latest day any entry of a source itself counts for: nothing goes out before it. */
  readonly lastOn = new Map<string, string>();

  balance(holding: Holding, { source, place, asOf, knownOn }: Question): bigint {
    return this.movements.reduce(
      (sum, one) =>
        one.holding === holding &&
        one.source === source &&
        (place === undefined || one.place === place) &&
        (asOf === undefined || one.on <= asOf) &&
        (knownOn === undefined || one.at <= knownOn)
          ? sum + one.by
          : sum,
      0n,
    );
  }

  /** What the fund is: what came in and what interest added, less what went back and what was lost. */
  fund(question: Question): bigint {
    const of = (holding: Holding) => this.balance(holding, question);
    return of('received') + of('supplement') - of('withdrawn') - of('writtenOff');
  }

  move(
    when: Pick<Movement, 'source' | 'place' | 'on' | 'at'>,
    changes: Partial<Readonly<Record<Holding, bigint>>>,
  ): void {
    for (const [holding, by] of Object.entries(changes)) {
      this.movements.push({ ...when, holding: holding as Holding, by });
    }
  }

  /** Moves between the source and one of its leaves. */
  allocate(
    when: Omit<Movement, 'holding' | 'by' | 'place'> & { readonly place: string },
    amount: bigint,
  ): void {
    this.move({ ...when, place: null }, { unallocated: -amount });
    this.move(when, { available: amount });
  }

  /** Loans that wait on a leaf, in the order they asked. */
  waiting(source: string, place: string): [string, SimpleLoan][] {
    return [...this.loans].filter(
      ([, loan]) => loan.state === 'waiting' && loan.source === source && loan.place === place,
    );
  }

  touch(source: string, on: string): void {
    if (on > (this.lastOn.get(source) ?? '')) this.lastOn.set(source, on);
  }
}
