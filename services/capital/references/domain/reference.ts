import { isWithin } from '#shared/domain/business-day.ts';

export type ReferenceKind = 'programme' | 'area';

/** A thing of another service, by the id that service gave it. */
export interface ReferenceName {
  readonly kind: ReferenceKind;
  readonly id: string;
}

/** What capital has been told of a thing; a later revision says again all there is to say. */
export interface Reference extends ReferenceName {
  readonly revision: number;
  /** First and last day of each of its times, both included; null: not known, or no end. */
  readonly periods: readonly Period[];
  /** Its time without an end is over, on a day nobody told. */
  readonly isClosed: boolean;
}

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** What is known of an id on a day. */
export type Standing =
  | { readonly kind: 'in-force' }
  /** Its last day before the day asked about; null when only that it is closed is known. */
  | { readonly kind: 'ended'; readonly on: string | null }
  | { readonly kind: 'not-begun'; readonly from: string | null }
  | { readonly kind: 'unknown' };

export type KnownReferences = ReadonlyMap<string, Reference>;

export function referenceName({ kind, id }: ReferenceName): string {
  return `${kind}#${id}`;
}

export function standingOn(reference: Reference | null, day: string): Standing {
  if (reference === null) return { kind: 'unknown' };
  const { periods, isClosed } = reference;
  const present = periods.find(({ from, to }) => isWithin(day, from, to));
  if (present) return isClosed && present.to === null ? { kind: 'ended', on: null } : { kind: 'in-force' };
  const ends = periods.flatMap(({ to }) => (to !== null && to < day ? [to] : [])).sort();
  const last = ends.at(-1);
  if (last !== undefined) return { kind: 'ended', on: last };
  const [first = null] = periods.flatMap(({ from }) => from ?? []).sort();
  return { kind: 'not-begun', from: first };
}

/** Whichever was told last by revision, in whatever order it arrives. */
export function newerOf(known: Reference | null, told: Reference): Reference | null {
  return known !== null && known.revision >= told.revision ? null : told;
}
