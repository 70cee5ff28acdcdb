/** That one contract holds the fund of another source from a day on, and when each was recorded. */
export interface Holding {
  readonly sourceId: string;
  readonly holderSourceId: string;
  readonly from: string;
  readonly recordedAt: string;
  /** The hand-over was reversed: from this day on the source holds its own fund again. */
  readonly ended: { readonly on: string; readonly recordedAt: string } | null;
}

/** Whether a holding holds on a day, as known on an instant (null: as known now). */
export function holdsOn({ from, recordedAt, ended }: Holding, asOf: string, knownOn: string | null): boolean {
  const isKnown = (instant: string): boolean => knownOn === null || instant <= knownOn;
  if (from > asOf || !isKnown(recordedAt)) return false;
  return ended === null || ended.on > asOf || !isKnown(ended.recordedAt);
}

/** Who holds the fund on a day; null: the source itself. At no time do two. */
export function holderOn(holdings: readonly Holding[], asOf: string, knownOn: string | null): Holding | null {
  return holdings.find((holding) => holdsOn(holding, asOf, knownOn)) ?? null;
}
