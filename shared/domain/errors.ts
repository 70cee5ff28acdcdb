import type { Text } from './text.ts';

/** One catalogued error: what people read, what they can do, and when it is thrown. */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  readonly title: Text;
  /** What the person can do about it. */
  readonly remedy: Text;
  /** The condition it is thrown on. */
  readonly when: Text;
}

export type ErrorCatalogue = Readonly<Record<string, ErrorEntry>>;

export function defineErrors<const C extends ErrorCatalogue>(catalogue: C): C {
  return catalogue;
}

/** A field of the input that caused the error, as a JSON pointer into it. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: Text;
}

/** Numbers and names that make the error concrete, such as the quota that was exceeded; đồng are told as text. */
export type ErrorFacts = Readonly<Record<string, string | number | bigint | boolean | readonly string[]>>;

/** A refusal by a rule. Every one has a code in a catalogue; anything else that is thrown is a defect. */
export class DomainError extends Error {
  readonly code: string;
  readonly entry: ErrorEntry;
  readonly facts: ErrorFacts;
  readonly fields: readonly FieldError[];

  constructor(
    catalogue: ErrorCatalogue,
    code: string,
    facts: ErrorFacts = {},
    fields: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
    const entry = catalogue[code];
    if (!entry) throw new TypeError(`no error "${code}" in the catalogue`);
    this.code = code;
    this.entry = entry;
    this.facts = facts;
    this.fields = fields;
  }
}

/** A constructor for one catalogue, so that a misspelt code does not compile. */
export function errorsOf<C extends ErrorCatalogue>(catalogue: C) {
  return (code: keyof C & string, facts: ErrorFacts = {}, fields: readonly FieldError[] = []): DomainError =>
    new DomainError(catalogue, code, facts, fields);
}
