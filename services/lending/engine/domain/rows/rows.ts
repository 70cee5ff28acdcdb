/** Amounts of each row while a loan is replayed, one array per column. */
export interface Rows {
  readonly count: number;
  /** Principal the row is meant to ask; level instalments leave it open until the row falls due. */
  readonly planned: number[];
  /** What the row asked when it fell due. */
  readonly principal: number[];
  readonly interest: number[];
  /** Settled by payments, waivers and write-off together. */
  readonly settledPrincipal: number[];
  readonly settledInterest: number[];
  /** The part of it that was not paid. */
  readonly waivedInterest: number[];
  readonly lostPrincipal: number[];
  readonly lostInterest: number[];
  readonly balanceAfter: number[];
}

export function emptyRows(count: number): Rows {
  const zeros = (): number[] => new Array<number>(count).fill(0);
  return {
    count,
    planned: zeros(),
    principal: zeros(),
    interest: zeros(),
    settledPrincipal: zeros(),
    settledInterest: zeros(),
    waivedInterest: zeros(),
    lostPrincipal: zeros(),
    lostInterest: zeros(),
    balanceAfter: zeros(),
  };
}
