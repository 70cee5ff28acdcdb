import type { KnownReferences, Reference, ReferenceName } from '../domain/reference.ts';

/** What the book of an act gives to judge the ids of other services in its input: strongly consistent. */
export interface ReferenceReads {
  readonly references: (named: readonly ReferenceName[]) => Promise<KnownReferences>;
}

/** The copy of what other services record, as one event changes it. */
export interface ReferenceBook {
  readonly reference: (named: ReferenceName) => Promise<Reference | null>;
  /** Keeps what was told only while the copy is as it was read; null: it knows better already. */
  readonly keep: (known: Reference | null, told: Reference | null) => Promise<null>;
}
