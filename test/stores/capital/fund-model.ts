/** A fund as a child would keep it: every movement in a list, every question answered by going over all of them. */
export interface Movement {
  readonly sourceId: string;
  readonly kind: 'received' | 'withdrawn' | 'unlent-to-lent';
  /** Above zero for the act, below zero for what takes it back. */
  readonly amount: bigint;
  readonly on: string;
  readonly at: string;
  readonly trancheId: string | null;
}

export interface Move {
  readonly sourceId: string;
  readonly holder: string;
  readonly on: string;
  readonly at: string;
}

export interface When {
  readonly asOf: string;
  /** null: as known now. */
  readonly knownOn: string | null;
}

export class FundModel {
  readonly movements: Movement[] = [];
  /** The present holder of a fund, from a day on. */
  readonly moves: Move[] = [];

  sum(sourceId: string, kind: Movement['kind'], when: When, from = ''): bigint {
    return this.movements
      .filter((one) => one.sourceId === sourceId && one.kind === kind && one.on >= from && isThere(one, when))
      .reduce((total, { amount }) => total + amount, 0n);
  }

  fund(sourceId: string, when: When): bigint {
    return this.sum(sourceId, 'received', when) - this.sum(sourceId, 'withdrawn', when);
  }

  lent(sourceId: string, when: When): bigint {
    return this.sum(sourceId, 'unlent-to-lent', when);
  }

  holderOf(sourceId: string, when: When): string {
    const moves = this.moves.filter((move) => move.sourceId === sourceId && isThere(move, when));
    // They are recorded in the order of their days.
    return moves.at(-1)?.holder ?? sourceId;
  }

  held(holder: string, sourceIds: readonly string[], when: When): bigint {
    return sourceIds
      .filter((sourceId) => this.holderOf(sourceId, when) === holder)
      .reduce((total, sourceId) => total + this.fund(sourceId, when), 0n);
  }

  ofTranche(sourceId: string, trancheId: string, when: When): bigint {
    return this.movements
      .filter((one) => one.sourceId === sourceId && one.trancheId === trancheId && isThere(one, when))
      .reduce((total, { amount }) => total + amount, 0n);
  }
}

function isThere({ on, at }: { readonly on: string; readonly at: string }, { asOf, knownOn }: When): boolean {
  return on <= asOf && (knownOn === null || at <= knownOn);
}
